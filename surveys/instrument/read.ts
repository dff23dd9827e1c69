/** Reads an instrument, or says by name what is in the way. Whatever is accepted, SurveyJS takes too. */
import type { Item } from "../items/item.ts";
import type { Text } from "../text.ts";
import { counted, grouped, quote } from "../wording.ts";
import { codebookIssues } from "./check-codebook.ts";
import { columnIssues } from "./check-columns.ts";
import { codebook as codebookSchema } from "./codebook-schema.ts";
import { definition as definitionSchema, type Definition, type Page } from "./definition.ts";
import type { InstrumentIssue } from "./findings.ts";
import { given } from "./given.ts";
import type { Instrument, Section } from "./instrument.ts";
import { languagesOf } from "./locales.ts";
import { objectionToName } from "./names.ts";
import { limits, unusableJson } from "./plain-json.ts";
import { itemAt } from "./read-item.ts";
import { under, type ReadingState, type Spot } from "./reading.ts";
import { conditionAt, wordsAt } from "./references.ts";
import { refused, type Place } from "./refusal.ts";
import { issuesOf } from "./schema-issues.ts";

/** SurveyJS JSON and what stands beside it, as they came from a file. */
export interface InstrumentFile {
  readonly definition: unknown;
  readonly codebook: unknown;
}

export type ReadInstrument =
  | {
      readonly ok: true;
      readonly instrument: Instrument;
      readonly issues: readonly InstrumentIssue[];
    }
  | { readonly ok: false; readonly issues: readonly InstrumentIssue[] };

export function readInstrument(file: InstrumentFile): ReadInstrument {
  const unusable = [
    unusableJson(file.definition, []),
    unusableJson(file.codebook, ["codebook"]),
  ].filter((issue) => issue !== undefined);
  if (unusable.length > 0) return { ok: false, issues: unusable };
  const definition = definitionSchema.safeParse(file.definition);
  const codebook = codebookSchema.safeParse(file.codebook);
  if (!definition.success || !codebook.success)
    return {
      ok: false,
      issues: [
        ...(definition.success ? [] : issuesOf(definition.error, file.definition)),
        ...(codebook.success ? [] : issuesOf(codebook.error, file.codebook, ["codebook"])),
      ],
    };
  const written = definition.data;
  const tooLarge = sizeIssues(written);
  if (tooLarge.length > 0) return { ok: false, issues: tooLarge };
  const { locales, issues: languageIssues } = languagesOf(written, codebook.data);
  const { sections, items, issues } = sectionsOf(written);
  const wrong = [
    ...nameIssues(written),
    ...issues,
    ...languageIssues,
    ...codebookIssues(codebook.data, { items, sections }),
  ];
  if (wrong.length > 0) return { ok: false, issues: wrong };
  const instrument: Instrument = {
    title: written.title,
    ...given("description", written.description),
    locales,
    sections,
    items,
    codebook: codebook.data,
    definition: file.definition,
  };
  const clashes = columnIssues(instrument);
  return clashes.length > 0 ? { ok: false, issues: clashes } : { ok: true, issues: [], instrument };
}

interface Sections {
  readonly sections: readonly Section[];
  readonly items: ReadonlyMap<string, Item>;
  readonly issues: readonly InstrumentIssue[];
}

function sectionsOf({ title, description, pages }: Definition): Sections {
  const names = new Set(pages.flatMap(({ elements }) => elements.map(({ name }) => name)));
  const state: ReadingState = { issues: [], items: new Map(), names };
  const whole: Spot = { state, place: [], name: "title" };
  wordsAt(under(whole, "title"), title);
  if (description !== undefined) wordsAt(under(whole, "description"), description);
  const sections = pages.map((page, at) =>
    sectionAt({ state, place: ["pages", at], name: page.name }, page),
  );
  return { sections, items: state.items, issues: state.issues };
}

function sectionAt(spot: Spot, page: Page): Section {
  const words = (key: "title" | "description"): Text | undefined =>
    page[key] === undefined ? undefined : wordsAt(under(spot, key), page[key]);
  return {
    name: page.name,
    ...given("title", words("title")),
    ...given("description", words("description")),
    ...given("visibleIf", conditionAt(under(spot, "visibleIf"), page.visibleIf)),
    items: page.elements.map((question, at) => {
      const item = itemAt({ ...under(spot, "elements", at), name: question.name }, question);
      spot.state.items.set(item.name, item);
      return item;
    }),
  };
}

function sizeIssues({ pages }: Definition): InstrumentIssue[] {
  const questions = pages.flatMap(({ elements }) => elements);
  const options = questions.reduce((sum, question) => sum + optionsIn(question), 0);
  const tooMany = (n: number, most: number, noun: string) =>
    n <= most
      ? []
      : [
          refused({
            code: "too-large",
            place: ["pages"],
            text: `The definition has ${counted(n, noun)}; ${grouped(most)} are the most.`,
            suggestion: "Make two instruments of it.",
          }),
        ];
  return [
    ...tooMany(questions.length, limits.items, "item"),
    ...tooMany(options, limits.options, "option"),
  ];
}

const optionsIn = (question: Page["elements"][number]): number =>
  Object.values(question).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : 0),
    0,
  );

/** Names of pages and items are one name space: addresses, conditions and columns are made of them. */
function nameIssues({ pages }: Definition): InstrumentIssue[] {
  const seen = new Map<string, string>();
  const check = (name: string, what: "page" | "item", place: Place): InstrumentIssue[] => {
    const objection = objectionToName(name);
    if (objection !== undefined)
      return [refused({ ...objection, place: [...place, "name"], name })];
    const twin = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), what);
    return twin === undefined ? [] : [duplicate(name, [twin, what], [...place, "name"])];
  };
  return pages.flatMap((page, at) => [
    ...check(page.name, "page", ["pages", at]),
    ...page.elements.flatMap(({ name }, index) =>
      check(name, "item", ["pages", at, "elements", index]),
    ),
  ]);
}

const duplicate = (name: string, [one, other]: readonly string[], place: Place): InstrumentIssue =>
  refused({
    code: "duplicate-name",
    place,
    name,
    text:
      one === other
        ? `Two ${one}s are called ${quote(name)}, or differ in capital letters only.`
        : `A page and an item are both called ${quote(name)}.`,
    suggestion: "Give each a name of its own.",
  });
