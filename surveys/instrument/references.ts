/** Conditions and piped words look back: at items that were asked before. */
import type { Condition } from "../expression/expression.ts";
import { itemOf, namesIn } from "../expression/names.ts";
import { parseCondition } from "../expression/parse.ts";
import { pipedNames } from "../expression/pipe.ts";
import type { Item } from "../items/item.ts";
import type { Text } from "../text.ts";
import { list, quote } from "../wording.ts";
import { nearest } from "./nearest.ts";
import { refuse, type Spot } from "./reading.ts";

/** What a condition of this kind is called in a sentence, and whether it may look at its own item. */
export interface Look {
  readonly what: "condition" | "text";
  readonly own?: Item;
}

/** A condition, parsed; undefined, and a refusal, where it cannot be read or looks where it may not. */
export function conditionAt(
  spot: Spot,
  text: string | undefined,
  look: Look = { what: "condition" },
): Condition | undefined {
  if (text === undefined) return undefined;
  const read = parseCondition(text);
  if (!read.ok) {
    refuse(spot, {
      code: "unreadable-condition",
      text: `The condition ${quote(text)} of ${quote(spot.name)} cannot be read at character ${read.at + 1}: ${read.text}`,
      suggestion: read.suggestion === undefined ? undefined : `Write ${read.suggestion}`,
    });
    return undefined;
  }
  for (const name of namesIn(read.condition.tree)) checkReference(spot, name, look);
  return read.condition;
}

/** Words as they are; a refusal for each name in braces that is not an earlier item. */
export function wordsAt(spot: Spot, text: Text): Text {
  const all = typeof text === "string" ? [text] : Object.values(text);
  for (const words of all)
    if (words.includes("{"))
      for (const name of pipedNames(words)) checkReference(spot, name, { what: "text" });
  return text;
}

function checkReference(spot: Spot, name: string, { what, own }: Look): void {
  const { items, names } = spot.state;
  const of = itemOf(name);
  const item = own?.name === of ? own : items.get(of);
  const subject = `The ${what} of ${quote(spot.name)}`;
  if (item === undefined)
    return names.has(of) ? refuseLater(spot, subject, of) : refuseUnknown(spot, subject, name);
  const part = name.slice(of.length);
  if (item.kind === "information")
    refuse(spot, {
      code: "no-answer-there",
      text: `${subject} looks at ${quote(of)}, which is words only and has no answer.`,
      suggestion: "Look at an item that is answered.",
    });
  else if (!partsOf(item).includes(part))
    refuse(spot, {
      code: "unknown-part",
      text: `${subject} looks at ${quote(name)}, but ${quote(of)} has no ${quote(part.slice(1))}.`,
      suggestion: suggestParts(item),
    });
}

/** What may follow the name of an item in braces. */
function partsOf(item: Item): readonly string[] {
  if (item.kind === "matrix") return ["", ...item.rows.map((row) => `.${row.name}`)];
  return "other" in item && item.other !== undefined ? ["", "-Comment"] : [""];
}

function suggestParts(item: Item): string {
  if (item.kind === "matrix")
    return `Its rows are ${list(item.rows.map((row) => `{${item.name}.${row.name}}`))}.`;
  return `Write {${item.name}}.`;
}

function refuseLater(spot: Spot, subject: string, name: string): void {
  const self = name === spot.name;
  refuse(spot, {
    code: self ? "looks-at-itself" : "looks-ahead",
    text: `${subject} looks at ${quote(name)}, which ${self ? "is not answered yet then" : "comes later or at the same time"}.`,
    suggestion: self
      ? "Look at an earlier item."
      : `Put ${quote(name)} before it, or look at an earlier item.`,
  });
}

function refuseUnknown(spot: Spot, subject: string, name: string): void {
  const meant = nearest(itemOf(name), spot.state.names);
  refuse(spot, {
    code: "unknown-name",
    text: `${subject} looks at ${quote(name)}, which is not the name of an item.`,
    suggestion: meant === undefined ? "Write the name of an earlier item." : `Write {${meant}}.`,
  });
}
