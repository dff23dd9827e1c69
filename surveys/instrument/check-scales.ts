/** Whether a scale can be scored with what is asked. */
import { specialCodes, type Code } from "../answer.ts";
import type { Item } from "../items/item.ts";
import { codesOf } from "../items/options.ts";
import { list, quote } from "../wording.ts";
import type { InstrumentCodebook, InstrumentScale } from "./codebook.ts";
import type { InstrumentIssue } from "./findings.ts";
import { objectionToName } from "./names.ts";
import { nearest } from "./nearest.ts";
import { refused, type Place, type Said } from "./refusal.ts";

export function scaleIssues(
  scale: InstrumentScale,
  at: number,
  { scales, items: notes }: InstrumentCodebook,
  items: ReadonlyMap<string, Item>,
): InstrumentIssue[] {
  const place = ["codebook", "scales", at];
  const refuse = (steps: Place, said: Omit<Said, "place">) =>
    refused({ ...said, place: [...place, ...steps], name: scale.id });
  const earlier = scales.slice(0, at).map(({ id }) => id);
  const objection = objectionToName(scale.id);
  const issues = objection === undefined ? [] : [refuse(["id"], objection)];
  if (earlier.includes(scale.id) || items.has(scale.id))
    issues.push(
      refuse(["id"], {
        code: "duplicate-name",
        text: `Two things are called ${quote(scale.id)}; a scale is a variable of its own.`,
        suggestion: "Give the scale another id.",
      }),
    );
  for (const [index, name] of scale.items.entries()) {
    const measured = measuredBy(name, items);
    const step = [...place, "items", index];
    if (earlier.includes(name)) continue;
    if (measured === undefined)
      issues.push(
        unknownName(`The scale ${quote(scale.id)}`, step, name, [...measures(items), ...earlier]),
      );
    else issues.push(...unscorable(scale, { name, item: measured, place: step, notes }));
  }
  return [...issues, ...arithmeticIssues(scale, refuse)];
}

/** What a scale may name: items, and rows of a matrix. */
const measures = (items: ReadonlyMap<string, Item>): readonly string[] =>
  [...items.values()].flatMap((item) =>
    item.kind === "matrix" ? item.rows.map((row) => `${item.name}.${row.name}`) : [item.name],
  );

/** The item that a part of a scale is, or is a row of. */
function measuredBy(name: string, items: ReadonlyMap<string, Item>): Item | undefined {
  const dot = name.indexOf(".");
  const item = items.get(dot === -1 ? name : name.slice(0, dot));
  if (item === undefined || (item.kind === "matrix") !== dot > 0) return undefined;
  const isRow = item.kind !== "matrix" || item.rows.some((row) => row.name === name.slice(dot + 1));
  return isRow ? item : undefined;
}

interface Part {
  readonly name: string;
  readonly item: Item;
  readonly place: Place;
  readonly notes: InstrumentCodebook["items"];
}

/** Options that a score cannot be made of: codes that are no numbers, or lie beyond the ends of the scale. */
function unscorable(scale: InstrumentScale, { name, item, place, notes }: Part): InstrumentIssue[] {
  const missing = notes[item.name]?.missing ?? {};
  const codes = optionCodes(item)?.filter(
    (code) => !isNoAnswer(code) && !Object.hasOwn(missing, String(code)),
  );
  const wrong = codes?.filter((code) => !isWithin(code, scale));
  const fits =
    wrong?.length === 0 && item.kind !== "information" && item.kind !== "multiple choice";
  if (fits || item.kind === "number") return [];
  return [
    refused({
      code: "not-scorable",
      place,
      name: scale.id,
      text:
        wrong === undefined || wrong.length === 0
          ? `The scale ${quote(scale.id)} cannot be scored with ${quote(name)}, which is ${item.kind}.`
          : `The scale ${quote(scale.id)} runs from ${scale.low} to ${scale.high}, but ${quote(name)} has ${list(wrong.map((code) => JSON.stringify(code)))}.`,
      suggestion:
        "Use numbers between the ends as codes, or say in the codebook which are missing.",
    }),
  ];
}

const isNoAnswer = (code: Code): boolean =>
  code === specialCodes.refused || code === specialCodes.unsure;

/** Yes is 1 and no is 0. */
const isWithin = (code: Code, { low, high }: InstrumentScale): boolean =>
  typeof code !== "string" && Number(code) >= low && Number(code) <= high;

function arithmeticIssues(
  scale: InstrumentScale,
  refuse: (steps: Place, said: Omit<Said, "place">) => InstrumentIssue,
): InstrumentIssue[] {
  const { id, items, reversed = [], low, high, needed } = scale;
  const stray = reversed.filter((name) => !items.includes(name));
  const twice = items.filter((name, at) => items.indexOf(name) !== at);
  const rules: readonly (readonly [boolean, Place, Omit<Said, "place">])[] = [
    [
      low >= high,
      ["high"],
      {
        code: "reversed-limits",
        text: `The scale ${quote(id)} has its highest answer not above its lowest.`,
        suggestion: "Say the lowest and the highest answer an item can have.",
      },
    ],
    [
      needed > items.length,
      ["needed"],
      {
        code: "too-many-wanted",
        text: `The scale ${quote(id)} needs ${needed} answers, but has ${items.length} items.`,
        suggestion: `Write ${items.length} or less.`,
      },
    ],
    [
      stray.length > 0,
      ["reversed"],
      {
        code: "unknown-name",
        text: `The scale ${quote(id)} reverses ${list(stray.map(quote))}, which it is not made of.`,
        suggestion: "Name items of the scale only.",
      },
    ],
    [
      twice.length > 0,
      ["items"],
      {
        code: "duplicate-name",
        text: `The scale ${quote(id)} counts ${list(twice.map(quote))} twice.`,
        suggestion: "Name each item once.",
      },
    ],
  ];
  return rules.flatMap(([broken, steps, said]) => (broken ? [refuse(steps, said)] : []));
}

/** Undefined where any code may be written. */
export function optionCodes(item: Item): readonly Code[] | undefined {
  switch (item.kind) {
    case "yes/no":
      return [item.yesCode, item.noCode];
    case "information":
      return [];
    case "number":
    case "date":
    case "text":
    case "comment":
      return undefined;
    default:
      return codesOf(item);
  }
}

export function unknownName(
  subject: string,
  place: Place,
  name: string,
  names: Iterable<string>,
): InstrumentIssue {
  const meant = nearest(name, names);
  return refused({
    code: "unknown-name",
    place,
    name,
    text: `${subject} names ${quote(name)}, which the definition does not have.`,
    suggestion:
      meant === undefined
        ? "Remove it, or write the name as in the definition."
        : `Write ${quote(meant)}.`,
  });
}
