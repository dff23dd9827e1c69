/** Sliders: few points are a rating, many are a number. */
import type { Json } from "../foreign.ts";
import { numberIn, own, wordsIn } from "../loose.ts";
import { note } from "../texts.ts";
import type { Maker } from "./made.ts";
import { titleIn, type Speaking } from "./speaking.ts";

export const slider: Maker = (speaking) => {
  const scale = sliderIn(speaking);
  if (typeof scale === "string") return scale;
  const { question } = speaking;
  note(
    question.of,
    "The slider is asked for as a number, which shows no answer before there is one.",
  );
  const pieces =
    question.pieces.length > 0 ? question.pieces : [{ id: undefined, name: question.name }];
  return {
    elements: pieces.map(({ id, name }) => ({ name, title: titleIn(speaking, id), ...scale })),
    asked: {
      kind: question.pieces.length > 0 ? "apart" : "written",
      codes: new Map(),
      rows: new Map(),
    },
  };
};

/** More points than these are written, not chosen. */
const mostPoints = 11;

function sliderIn({ question: { payload, of } }: Speaking): Json | string {
  const selector = wordsIn(payload["Selector"]);
  if (selector !== "HSLIDER" && selector !== "HBAR")
    return `A slider of the kind "${selector}" is not taken. Use a rating.`;
  const settings = payload["Configuration"];
  const [low, high] = [
    numberIn(own(settings, "CSSliderMin")) ?? 0,
    numberIn(own(settings, "CSSliderMax")) ?? 100,
  ];
  if (low >= high) return "Its slider has no length.";
  const isWhole =
    (numberIn(own(settings, "NumDecimals")) ?? 0) === 0 &&
    Number.isInteger(low) &&
    Number.isInteger(high);
  if (own(payload["Labels"], "1") !== undefined)
    note(of, "The words along its slider were left out.");
  if (isWhole && high - low < mostPoints) return { type: "rating", rateMin: low, rateMax: high };
  return {
    type: "text",
    inputType: "number",
    min: low,
    max: high,
    ...(isWhole ? { step: 1 } : {}),
  };
}
