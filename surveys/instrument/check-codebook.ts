/** Whether a codebook speaks of the items that are there. */
import { list, quote } from "../wording.ts";
import type { Code } from "../answer.ts";
import type { Item } from "../items/item.ts";
import type { InstrumentCodebook, InstrumentScale, ItemNotes, Modules } from "./codebook.ts";
import type { InstrumentIssue } from "./findings.ts";
import type { Section } from "./instrument.ts";
import { sameCode, objectionToName } from "./names.ts";
import { nearest } from "./nearest.ts";
import { isBlank } from "./read-options.ts";
import { refused, type Place, type Said } from "./refusal.ts";

export interface Asks {
  readonly items: ReadonlyMap<string, Item>;
  readonly sections: readonly Section[];
}

export function codebookIssues(codebook: InstrumentCodebook, asks: Asks): InstrumentIssue[] {
  return [
    ...(isBlank(codebook.consent.text) ? [noConsent] : []),
    ...Object.entries(codebook.items).flatMap(([name, notes]) => notesIssues(name, notes, asks)),
    ...codebook.scales.flatMap((scale, at) => scaleIssues(scale, at, codebook, asks)),
    ...(codebook.modules === undefined ? [] : moduleIssues(codebook.modules, asks)),
  ];
}

const noConsent = refused({
  code: "no-words",
  place: ["codebook", "consent", "text"],
  text: "The consent has no words.",
  suggestion: "Say who asks, what for, and what becomes of the answers.",
});

function notesIssues(name: string, notes: ItemNotes, { items }: Asks): InstrumentIssue[] {
  const item = items.get(name);
  if (item === undefined)
    return [unknown("The codebook", ["codebook", "items", name], name, items.keys())];
  const codes = optionCodes(item);
  return Object.keys(notes.missing ?? {})
    .filter((code) => codes !== undefined && !codes.some((each) => String(each) === code))
    .map((code) =>
      refused({
        code: "unknown-code",
        place: ["codebook", "items", name, "missing", code],
        name,
        text: `The codebook says that ${quote(code)} is no answer to ${quote(name)}, which has no such code.`,
        suggestion: `Its codes are ${list(codes!.map(String), 12)}.`,
      }),
    );
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
      return item.options.map(({ code }) => code);
  }
}

function scaleIssues(
  scale: InstrumentScale,
  at: number,
  { scales, items: notes }: InstrumentCodebook,
  { items }: Asks,
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
        unknown(`The scale ${quote(scale.id)}`, step, name, [...items.keys(), ...earlier]),
      );
    else issues.push(...unscorable(scale, { name, item: measured, place: step, notes }));
  }
  return [...issues, ...arithmeticIssues(scale, refuse)];
}

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
  const codes = optionCodes(item)?.filter((code) => !Object.hasOwn(missing, String(code)));
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

function moduleIssues({ each, of }: Modules, { sections }: Asks): InstrumentIssue[] {
  const names = sections.map(({ name }) => name);
  const home = new Map<string, string>();
  const issues: InstrumentIssue[] = [];
  if (each > of.length)
    issues.push(
      refused({
        code: "too-many-wanted",
        place: ["codebook", "modules", "each"],
        text: `Each person is to get ${each} modules, but there are ${of.length}.`,
        suggestion: `Write ${of.length} or less.`,
      }),
    );
  for (const [at, module] of of.entries()) {
    const twin = of.findIndex(({ id }) => sameCode(id) === sameCode(module.id));
    if (twin < at) issues.push(duplicateModule(at, module.id));
    for (const [index, section] of module.sections.entries()) {
      const place = ["codebook", "modules", "of", at, "sections", index];
      const subject = `The module ${quote(module.id)}`;
      if (!names.includes(section)) issues.push(unknown(subject, place, section, names));
      if (home.has(section))
        issues.push(twoModules(place, section, [home.get(section)!, module.id]));
      home.set(section, module.id);
    }
  }
  return issues;
}

const duplicateModule = (at: number, id: string): InstrumentIssue =>
  refused({
    code: "duplicate-name",
    place: ["codebook", "modules", "of", at, "id"],
    text: `Two modules are called ${quote(id)}.`,
    suggestion: "Give each an id of its own.",
  });

const twoModules = (place: Place, section: string, ids: readonly string[]): InstrumentIssue =>
  refused({
    code: "section-in-two-modules",
    place,
    name: section,
    text: `The section ${quote(section)} is in ${list([...new Set(ids)].map(quote))}, so that who is asked would not be known.`,
    suggestion: "Put it into one module, once.",
  });

function unknown(
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
