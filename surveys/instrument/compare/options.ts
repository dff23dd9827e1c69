/** Options, points and rows of one item in two versions: codes keep their meaning, or the change breaks. */
import type { Code } from "../../answer.ts";
import type { Item, Option } from "../../items/item.ts";
import { optionsOf } from "../../items/options.ts";
import { asOptions } from "../../items/yes-no.ts";
import { fold, list, quote } from "../../wording.ts";
import type { Instrument } from "../instrument.ts";
import { sameCode } from "../names.ts";
import { textIn } from "../text-in.ts";
import { breaking, changed, safe, type VersionDifference } from "./difference.ts";
import type { Pair } from "./items.ts";

export interface OptionList {
  readonly what: "option" | "row";
  readonly options: readonly Option[];
}

/** Everything of an item that has codes. */
export function optionLists(item: Item): readonly OptionList[] {
  if (item.kind === "yes/no") return [{ what: "option", options: asOptions(item).options }];
  if (!("options" in item)) return [];
  const own: OptionList = { what: "option", options: optionsOf(item) };
  if (item.kind !== "matrix") return [own];
  const rows = item.rows.map(({ name, title }) => ({ code: name, label: title }));
  return [own, { what: "row", options: rows }];
}

export const optionDifferences = (pair: Pair): VersionDifference[] =>
  optionLists(pair.from).flatMap(({ what, options }, at) => {
    const now = optionLists(pair.to)[at]!.options;
    const change = { pair, what, before: said(options, pair.before), after: said(now, pair.after) };
    return listDifferences(change);
  });

interface Said {
  readonly code: Code;
  readonly key: string;
  /** In the first language. */
  readonly label: string;
  readonly all: Option["label"];
}

const said = (options: readonly Option[], { locales }: Instrument): readonly Said[] =>
  options.map(({ code, label }) => ({
    code,
    key: sameCode(code),
    label: textIn(label, locales[0]!, locales),
    all: label,
  }));

interface Change {
  readonly pair: Pair;
  readonly what: OptionList["what"];
  readonly before: readonly Said[];
  readonly after: readonly Said[];
}

function listDifferences(change: Change): VersionDifference[] {
  const { before, after } = change;
  const gone = before.filter(({ key }) => !after.some((each) => each.key === key));
  const come = after.filter(({ key }) => !before.some((each) => each.key === key));
  const recoded = gone.filter((old) => come.some((each) => reads(each, old)));
  return [
    ...recoded.map((old) =>
      changedCode(
        change,
        old,
        come.find((each) => reads(each, old))!,
      ),
    ),
    ...gone.filter((old) => !recoded.includes(old)).map((old) => removedOption(change, old)),
    ...come
      .filter((each) => !recoded.some((old) => reads(each, old)))
      .map((each) => newOption(change, each)),
    ...before.flatMap((old) => relabelled(change, old)),
    ...reordered(change),
  ];
}

const reads = (one: Said, other: Said): boolean => fold(one.label) === fold(other.label);

const subject = ({ what, pair }: Change, { label }: Said): string =>
  `The ${what} ${quote(label)} of ${quote(pair.to.name)}`;

const changedCode = (change: Change, old: Said, now: Said): VersionDifference =>
  breaking(
    "changed code",
    change.pair.to.name,
    `${subject(change, old)} has the code ${quote(String(now.code))} instead of ${quote(String(old.code))}; earlier answers keep the old one.`,
  );

const removedOption = (change: Change, old: Said): VersionDifference =>
  breaking(
    "removed option",
    change.pair.to.name,
    `${subject(change, old)} is gone; earlier answers keep its code ${quote(String(old.code))}.`,
  );

function newOption(change: Change, now: Said): VersionDifference {
  const { pair, what, before, after } = change;
  const { name } = pair.to;
  const text = subject(change, now);
  if (what === "row")
    return pair.to.kind === "matrix" && pair.to.eachRowRequired
      ? breaking("new option", name, `${text} is new and required.`)
      : safe("new option", name, `${text} is new; who answered before has no value for it.`);
  if (isOrdered(pair))
    return breaking(
      "new option",
      name,
      `${text} is new; the scale has another length than before.`,
    );
  const rest = after
    .slice(after.indexOf(now))
    .filter(({ key }) => before.some((old) => old.key === key));
  const isLast = rest.every(({ key }) => specials.has(key));
  return isLast
    ? safe("new option", name, `${text} is new, at the end.`)
    : breaking("new option", name, `${text} is new, between others that were there before.`);
}

/** They stand after all others anyway. */
const specials: ReadonlySet<string> = new Set(["other", "none", "refused", "dontknow"]);

/** Where more or fewer options change what the others mean. */
function isOrdered({ to, after }: Pair): boolean {
  const notes = after.codebook.items;
  const direction = Object.hasOwn(notes, to.name) ? notes[to.name]!.direction : undefined;
  return to.kind === "rating" || to.kind === "matrix" || direction !== undefined;
}

function relabelled(change: Change, old: Said): VersionDifference[] {
  const { pair, what, before, after } = change;
  const now = after.find(({ key }) => key === old.key);
  if (now === undefined || !changed(old.all, now.all)) return [];
  const { name } = pair.to;
  const code = quote(String(old.code));
  if (reads(now, old))
    return [safe("words", name, `${subject(change, now)} reads differently in another language.`)];
  const taken = before.some((other) => other !== old && reads(other, now));
  const text = `The code ${code} of ${quote(name)} was the ${what} ${quote(old.label)} and is ${quote(now.label)} now`;
  return taken
    ? [breaking("reused code", name, `${text}, which had a code of its own before.`)]
    : [safe("changed label", name, `${text}; look whether it still means the same.`)];
}

function reordered({ pair, what, before, after }: Change): VersionDifference[] {
  const kept = (those: readonly Said[], others: readonly Said[]) =>
    those.map(({ key }) => key).filter((key) => others.some((other) => other.key === key));
  const [was, is] = [kept(before, after), kept(after, before)];
  if (!changed(was, is)) return [];
  return [
    safe(
      "moved option",
      pair.to.name,
      `The ${what}s of ${quote(pair.to.name)} stand in another order: ${list(is, 8)}.`,
    ),
  ];
}
