/** The options of an item, as written, to options in our form. */
import type { Option, SpecialOptions } from "../items/item.ts";
import type { Code } from "../answer.ts";
import type { Text } from "../text.ts";
import { quote } from "../wording.ts";
import {
  mostRatingPoints,
  type ChoosingQuestion,
  type QuestionOf,
  type WrittenOption,
} from "./definition.ts";
import { given } from "./given.ts";
import { objectionToCode, sameCode } from "./names.ts";
import { refuse, under, type Spot } from "./reading.ts";
import { wordsAt } from "./references.ts";

export function optionsAt(spot: Spot, written: readonly WrittenOption[]): readonly Option[] {
  const seen = new Map<string, Code>();
  return written.map((each, at) => {
    const here = under(spot, at);
    const { value: code, text = String(code) } = typeof each === "object" ? each : { value: each };
    const twin = seen.get(sameCode(code));
    if (twin !== undefined) refuseTwin(here, twin, code);
    seen.set(sameCode(code), code);
    const objection = objectionToCode(code);
    if (objection !== undefined) refuse(here, objection);
    else if (isBlank(text)) refuseBlank(here, `The option ${quote(String(code))}`);
    return { code, label: wordsAt(under(here, "text"), text) };
  });
}

function refuseTwin(spot: Spot, twin: Code, code: Code): void {
  const same = twin === code;
  refuse(spot, {
    code: "duplicate-code",
    text: same
      ? `The item ${quote(spot.name)} has two options with the code ${quote(String(code))}.`
      : `The item ${quote(spot.name)} has options with the codes ${JSON.stringify(twin)} and ${JSON.stringify(code)}, which conditions and files cannot tell apart.`,
    suggestion: "Give each option a code of its own.",
  });
}

export const isBlank = (text: Text): boolean =>
  (typeof text === "string" ? [text] : Object.values(text)).some((words) => words.trim() === "");

export const refuseBlank = (spot: Spot, subject: string): void =>
  refuse(spot, {
    code: "no-words",
    text: `${subject} has no words.`,
    suggestion: "Write what people are to read, in each language.",
  });

export function specialOptionsAt(spot: Spot, question: ChoosingQuestion): SpecialOptions {
  const label = (shown: boolean | undefined, key: SpecialTextKey, words: Text) => {
    const text = question[key];
    if (shown !== true && text !== undefined)
      refuse(under(spot, key), {
        code: "words-without-option",
        text: `The item ${quote(spot.name)} has ${key}, but does not show that option.`,
        suggestion: `Set ${showing[key]}, or remove ${key}.`,
      });
    return shown === true ? { label: wordsAt(under(spot, key), text ?? words) } : undefined;
  };
  const other = label(question.showOtherItem, "otherText", ownWords.other);
  return {
    ...given("other", other && { ...other, ...given("placeholder", question.otherPlaceholder) }),
    ...given("none", label(question.showNoneItem, "noneText", ownWords.none)),
    ...given("refused", label(question.showRefuseItem, "refuseText", ownWords.refused)),
    ...given("unsure", label(question.showDontKnowItem, "dontKnowText", ownWords.unsure)),
  };
}

/** The points of a rating: written out, or counted from the lowest to the highest. */
export function pointsAt(spot: Spot, question: QuestionOf<"rating">): readonly Option[] {
  const { rateValues, rateMin = 1, rateMax = 5, rateStep = 1 } = question;
  const counted = [question.rateMin, question.rateMax, question.rateStep];
  if (rateValues !== undefined && counted.some((end) => end !== undefined))
    refuse(spot, {
      code: "two-kinds-of-points",
      text: `The rating ${quote(spot.name)} has rateValues and also ends that are counted between.`,
      suggestion: "Write rateValues, or rateMin and rateMax.",
    });
  const points = rateValues?.length ?? Math.floor((rateMax - rateMin) / rateStep) + 1;
  if (points < 2 || points > mostRatingPoints || (rateMax - rateMin) % rateStep !== 0)
    refuse(spot, {
      code: "points-of-rating",
      text: `The rating ${quote(spot.name)} does not have 2 to ${mostRatingPoints} points that end at its highest.`,
      suggestion: "Set rateMin, rateMax and rateStep; or ask for a number in a text item.",
    });
  if (rateValues !== undefined) return optionsAt(under(spot, "rateValues"), rateValues);
  return Array.from({ length: Math.min(points, mostRatingPoints) }, (_, at) => {
    const code = rateMin + at * rateStep;
    return { code, label: String(code) };
  });
}

type SpecialTextKey = "otherText" | "noneText" | "refuseText" | "dontKnowText";

const showing: Readonly<Record<SpecialTextKey, string>> = {
  otherText: "showOtherItem",
  noneText: "showNoneItem",
  refuseText: "showRefuseItem",
  dontKnowText: "showDontKnowItem",
};

/** Where the definition brings no words of its own. */
const ownWords = {
  other: { en: "Other, please say", es: "Otra respuesta, por favor indíquela" },
  none: { en: "None of these", es: "Ninguna de estas" },
  refused: { en: "Prefer not to say", es: "Prefiero no decirlo" },
  unsure: { en: "Don't know", es: "No lo sé" },
} as const;
