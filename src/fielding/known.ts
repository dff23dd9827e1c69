/** What records say already: cells of the roster that stand for answers. */
import {
  asOptions,
  fold,
  kindOf,
  optionsOf,
  type Answer,
  type Answers,
  type Code,
  type Instrument,
  type Item,
} from "#surveys";
import type { Facts } from "../db/invitations.ts";

/** Answers by item, for the columns of the roster that the codebook calls known. Cells that cannot be read are none. */
export function knownAnswers(instrument: Instrument, facts: Facts): Answers {
  const known = new Map<string, Answer>();
  for (const item of knownItems(instrument)) {
    const cell = Object.hasOwn(facts, item.name) ? facts[item.name]! : "";
    const answer = answerIn(item, cell);
    if (answer !== undefined) known.set(item.name, answer);
  }
  return known;
}

/** Items that records may answer. */
export const knownItems = ({ items, codebook }: Instrument): Item[] =>
  [...items.values()].filter(
    ({ name }) => Object.hasOwn(codebook.items, name) && codebook.items[name]!.known !== undefined,
  );

/**
 * A cell as an answer: as a person would type it, as codes, or as labels in any language; several with ";" between
 * them. Undefined: blank, or nothing that the item can hold.
 */
export function answerIn(item: Item, cell: string): Answer | undefined {
  const several = item.kind === "multiple choice";
  const parts = (several ? cell.split(";") : [cell]).map((part) => part.trim());
  const codes = parts.map((part) => codeOf(item, part) ?? part).map(String);
  const reading = kindOf(item).read(item, (suffix) => (suffix === "" ? codes : []));
  if (reading.state !== "answered") return undefined;
  return kindOf(item).faults(item, reading.answer).length === 0 ? reading.answer : undefined;
}

/** The code of an option, by its label in any language. */
function codeOf(item: Item, label: string): Code | undefined {
  const wanted = fold(label);
  if (wanted === "") return undefined;
  return labelled(item).find(({ label: text }) =>
    (typeof text === "string" ? [text] : Object.values(text)).some((each) => fold(each) === wanted),
  )?.code;
}

function labelled(item: Item) {
  if (item.kind === "yes/no") return optionsOf(asOptions(item));
  return "options" in item && item.kind !== "matrix" ? optionsOf(item) : [];
}
