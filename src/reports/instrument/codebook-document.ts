/** A codebook as data: what HTML and Markdown are written from. */
import {
  asOptions,
  cellOf,
  columnsOf,
  list,
  optionsOf,
  readingMinutes,
  scaleColumnsOf,
  specialCodes,
  textIn,
  type Instrument,
  type Item,
  type Locale,
  type Option,
  type Section,
  type Text,
} from "#surveys";
import { limitsInWords } from "./limits-in-words.ts";

export interface CodebookDocument {
  readonly title: string;
  readonly description?: string;
  /** Of the words that people read. */
  readonly locale: Locale;
  readonly facts: readonly Fact[];
  readonly consent: readonly string[];
  readonly sections: readonly DocumentedSection[];
  readonly scales: readonly DocumentedScale[];
  readonly variables: readonly DocumentedVariable[];
}

/** What is said of something: what, and the words. */
export type Fact = readonly [what: string, words: string];

export interface DocumentedSection {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly asked: string;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly name: string;
  readonly label: string;
  /** Paragraphs. */
  readonly question: readonly string[];
  readonly facts: readonly Fact[];
  readonly rows: readonly { readonly name: string; readonly title: string }[];
  readonly options: readonly DocumentedOption[];
}

export interface DocumentedOption {
  /** As it stands in cells of the data set. */
  readonly code: string;
  readonly label: string;
  /** Why it is no answer to the question; "" where it is one. */
  readonly missing: string;
}

export interface DocumentedScale {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
}

export interface DocumentedVariable {
  readonly id: string;
  readonly label: string;
  readonly level: string;
  readonly values: string;
  readonly missing: string;
}

export function codebookOf(instrument: Instrument, locale: Locale): CodebookDocument {
  const say = (text: Text): string => textIn(text, locale, instrument.locales);
  const { title, description, codebook, sections } = instrument;
  return {
    title: say(title),
    ...(description === undefined ? {} : { description: say(description) }),
    locale,
    facts: factsOf(instrument),
    consent: paragraphs(say(codebook.consent.text)),
    sections: sections.map((section) => documentedSection(section, instrument, say)),
    scales: codebook.scales.map(({ id, label }) => ({
      id,
      label,
      formula: scaleColumnsOf(asVersions(instrument), locale).find(({ part }) => part === id)!
        .formula,
    })),
    variables: variablesOf(instrument, locale),
  };
}

type Say = (text: Text) => string;

/** The instrument alone, as if it were the only version. */
export const asVersions = (instrument: Instrument) => [{ number: 1, instrument }];

function factsOf(instrument: Instrument): readonly Fact[] {
  const { locales, sections, items, codebook } = instrument;
  const asked = [...items.values()].filter(({ kind }) => kind !== "information").length;
  const { median, longest } = readingMinutes(instrument);
  const { modules } = codebook;
  return [
    ["Languages", list(locales)],
    ["Sections", String(sections.length)],
    ["Items", String(asked)],
    ["Time", `about ${median.toFixed(0)} minutes, ${longest.toFixed(0)} on the longest way`],
    ["Consent", `version ${codebook.consent.version}`],
    ...(modules === undefined
      ? []
      : [
          [
            "Modules",
            `each person is asked ${modules.each} of ${modules.of.length} at random: ${modules.of.map(({ id, sections: of }) => `${id} (${list(of)})`).join("; ")}`,
          ] as const,
        ]),
  ];
}

function documentedSection(section: Section, instrument: Instrument, say: Say): DocumentedSection {
  const { name, title = name, description, visibleIf, items } = section;
  const module = instrument.codebook.modules?.of.find(({ sections }) => sections.includes(name));
  const asked = visibleIf === undefined ? "everybody" : `who meets ${visibleIf.text}`;
  return {
    name,
    title: say(title),
    ...(description === undefined ? {} : { description: say(description) }),
    asked: module === undefined ? asked : `${asked}, where given the module ${module.id}`,
    entries: items.map((item) => entryOf(item, instrument, say)),
  };
}

function entryOf(item: Item, { codebook }: Instrument, say: Say): Entry {
  const notes = Object.hasOwn(codebook.items, item.name) ? codebook.items[item.name] : undefined;
  const missing = new Map<string, string>([
    [specialCodes.refused, "refused"],
    [specialCodes.unsure, "skipped"],
    ...Object.entries(notes?.missing ?? {}),
  ]);
  const words = item.kind === "information" ? say(item.text) : say(item.title);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Kind", item.kind],
    ["Asked", item.visibleIf === undefined ? undefined : `if ${item.visibleIf.text}`],
    ["Required", requiredInWords(item)],
    ["Accepts", limitsInWords(item)],
    ["Construct", notes?.construct],
    ["Direction", notes?.direction],
    ["Unit", notes?.unit],
    ["Sensitivity", notes?.sensitivity],
    ["Where records know it", notes?.known === "skip" ? "not asked" : notes?.known],
    ["Source", notes?.source],
  ];
  return {
    name: item.name,
    label: notes?.label ?? "",
    question: [
      ...paragraphs(words),
      ...(item.description === undefined ? [] : paragraphs(say(item.description))),
    ],
    facts: facts.flatMap(([what, said]) => (said === undefined ? [] : [[what, said] as const])),
    rows:
      item.kind === "matrix"
        ? item.rows.map(({ name, title }) => ({ name, title: say(title) }))
        : [],
    options: codedOptions(item).map(({ code, label }) => ({
      code: cellOf(code),
      label: say(label),
      missing: missing.get(String(code)) ?? "",
    })),
  };
}

/** Everything that a person can choose, special options at the end. */
export function codedOptions(item: Item): readonly Option[] {
  if (item.kind === "yes/no") return asOptions(item).options;
  return "options" in item ? optionsOf(item) : [];
}

function requiredInWords(item: Item): string | undefined {
  if (item.required) return "yes";
  if (item.requiredIf !== undefined) return `if ${item.requiredIf.text}`;
  return item.kind === "matrix" && item.eachRowRequired ? "each row" : undefined;
}

const variablesOf = (instrument: Instrument, locale: Locale): readonly DocumentedVariable[] =>
  [
    ...columnsOf(asVersions(instrument), locale),
    ...scaleColumnsOf(asVersions(instrument), locale),
  ].map(({ variable }) => ({
    id: variable.id,
    label: variable.label ?? variable.id,
    level: variable.excluded ?? variable.level ?? "",
    values: (variable.values ?? []).map(({ cell, label }) => `${cell} = ${label}`).join("; "),
    missing: Object.entries(variable.missing ?? {})
      .map(([cell, reason]) => (cell === reason ? cell : `${cell} = ${reason}`))
      .join("; "),
  }));

export const paragraphs = (words: string): readonly string[] =>
  words.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
