/**
 * The codebook for archives: DDI-Codebook 2.5 (DDI Alliance 2012). The order of elements is that of its schema.
 * One `var` for each column of the data set; the words of questions and options in every language.
 */
import {
  cellOf,
  columnsOf,
  scaleColumnsOf,
  textIn,
  type Instrument,
  type Item,
  type Section,
  type Text,
  type VariableOverride,
} from "#surveys";
import { asVersions, codedOptions } from "./codebook-document.ts";
import { element, type Xml } from "./xml.ts";

export interface DdiOptions {
  /** Of the study, unique where it is kept. */
  readonly id: string;
  /** "3" */
  readonly version?: string;
  /** Of the version: "2026-11-21". */
  readonly date?: string;
}

export function ddiCodebook(instrument: Instrument, options: DdiOptions): string {
  const [language] = instrument.locales;
  const book = element(
    "codeBook",
    {
      xmlns: "ddi:codebook:2_5",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xsi:schemaLocation":
        "ddi:codebook:2_5 https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd",
      version: "2.5",
      "xml:lang": language,
    },
    studyDescription(instrument, options),
    dataDescription(instrument),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${book.xml}\n`;
}

function studyDescription(instrument: Instrument, { id, version, date }: DdiOptions): Xml {
  const { title, description, codebook } = instrument;
  const versions =
    version === undefined
      ? []
      : [element("verStmt", {}, element("version", { type: "version", date }, version))];
  return element(
    "stdyDscr",
    {},
    element(
      "citation",
      {},
      element(
        "titlStmt",
        {},
        element("titl", {}, inFirst(instrument, title)),
        ...translated(instrument, title, "parTitl").slice(1),
        element("IDNo", {}, id),
      ),
      ...versions,
    ),
    ...(description === undefined
      ? []
      : [element("stdyInfo", {}, ...translated(instrument, description, "abstract"))]),
    element(
      "method",
      {},
      element(
        "dataColl",
        {},
        element("collMode", {}, "Self-administered questionnaire on the web"),
        element("resInstru", {}, "Structured questionnaire"),
        ...translated(instrument, codebook.consent.text, "collSitu"),
      ),
    ),
  );
}

function dataDescription(instrument: Instrument): Xml {
  const columns = columnsOf(asVersions(instrument));
  const scales = scaleColumnsOf(asVersions(instrument));
  const groups = instrument.sections.flatMap((section) => {
    const ids = columns.flatMap(({ item }, at) =>
      section.items.some(({ name }) => name === item) ? [idOf(at)] : [],
    );
    if (ids.length === 0) return [];
    return element(
      "varGrp",
      { ID: `G_${section.name}`, type: "section", name: section.name, var: ids.join(" ") },
      ...(section.title === undefined ? [] : translated(instrument, section.title, "labl")),
      ...universe(section.visibleIf?.text),
    );
  });
  return element(
    "dataDscr",
    {},
    ...groups,
    ...columns.map((column, at) =>
      itemVariable(idOf(at), column, { instrument, item: instrument.items.get(column.item)! }),
    ),
    ...scales.map(({ variable, formula }, at) =>
      element(
        "var",
        { ID: idOf(columns.length + at), name: variable.id, ...measured(variable) },
        element("labl", {}, variable.label ?? variable.id),
        ...invalid(variable),
        ...missingCategories(variable),
        element("derivation", {}, element("drvdesc", {}, formula)),
        element("varFormat", { type: "numeric" }),
      ),
    ),
  );
}

const idOf = (at: number): string => `V${at + 1}`;

interface Context {
  readonly instrument: Instrument;
  readonly item: Item;
}

function itemVariable(
  id: string,
  { variable, part }: { readonly variable: VariableOverride; readonly part: string },
  { instrument, item }: Context,
): Xml {
  const notes = instrument.codebook.items;
  const construct = Object.hasOwn(notes, item.name) ? notes[item.name]!.construct : undefined;
  const unit = Object.hasOwn(notes, item.name) ? notes[item.name]!.unit : undefined;
  const row = item.kind === "matrix" ? part.slice(item.name.length + 1) : undefined;
  return element(
    "var",
    { ID: id, name: variable.id, measUnit: unit, ...measured(variable) },
    element("labl", {}, variable.label ?? variable.id),
    ...questions(instrument, item, row),
    ...validRange(item),
    ...invalid(variable),
    ...universe(sectionOf(instrument, item)?.visibleIf?.text, item.visibleIf?.text),
    ...(variable.values ?? []).map(({ cell, label }) =>
      element(
        "catgry",
        {},
        element("catValu", {}, cell),
        ...labels({ instrument, item }, cell, label),
      ),
    ),
    ...missingCategories(variable),
    ...(construct === undefined ? [] : [element("concept", {}, construct)]),
    element("varFormat", { type: isNumeric(variable) ? "numeric" : "character" }),
  );
}

/** The question before its row, as people read the two. */
function questions(instrument: Instrument, item: Item, row: string | undefined): Xml[] {
  const words =
    item.kind === "matrix" ? item.rows.find(({ name }) => name === row)?.title : undefined;
  return instrument.locales.map((locale) => {
    const say = (text: Text) => textIn(text, locale, instrument.locales);
    return element(
      "qstn",
      { "xml:lang": locale },
      ...(words === undefined ? [] : [element("preQTxt", {}, say(item.title))]),
      element("qstnLit", {}, say(words ?? item.title)),
      ...(item.description === undefined ? [] : [element("ivuInstr", {}, say(item.description))]),
    );
  });
}

/** The option's own words in every language; the label of the column where a column is one option. */
function labels({ instrument, item }: Context, cell: string, label: string): Xml[] {
  const option =
    item.kind === "multiple choice"
      ? undefined
      : codedOptions(item).find(({ code }) => cellOf(code) === cell);
  return option === undefined
    ? [element("labl", {}, label)]
    : translated(instrument, option.label, "labl");
}

function validRange(item: Item): Xml[] {
  if (item.kind !== "number" || (item.low === undefined && item.high === undefined)) return [];
  const units = item.whole ? "INT" : "REAL";
  return [element("valrng", {}, element("range", { UNITS: units, min: item.low, max: item.high }))];
}

const invalid = ({ missing = {} }: VariableOverride): Xml[] =>
  Object.keys(missing).length === 0
    ? []
    : [
        element(
          "invalrng",
          {},
          ...Object.keys(missing).map((cell) => element("item", { VALUE: cell })),
        ),
      ];

const missingCategories = ({ missing = {} }: VariableOverride): Xml[] =>
  Object.entries(missing).map(([cell, reason]) =>
    element(
      "catgry",
      { missing: "Y", missType: reason },
      element("catValu", {}, cell),
      element("labl", {}, reason),
    ),
  );

/** Who is asked: all that has to hold. */
function universe(...conditions: readonly (string | undefined)[]): Xml[] {
  const all = conditions.filter((each) => each !== undefined);
  return all.length === 0 ? [] : [element("universe", {}, `Asked if ${all.join("; and ")}`)];
}

const sectionOf = ({ sections }: Instrument, { name }: Item): Section | undefined =>
  sections.find(({ items }) => items.some((item) => item.name === name));

const measured = ({ level }: VariableOverride) => ({
  intrvl: level === "interval" || level === "count" ? "contin" : "discrete",
  nature: level === undefined ? undefined : natures[level],
});

const natures = {
  nominal: "nominal",
  binary: "nominal",
  ordinal: "ordinal",
  count: "ratio",
  interval: "interval",
} as const;

const isNumeric = ({ level, values = [] }: VariableOverride): boolean =>
  level !== undefined && values.every(({ cell }) => cell !== "" && Number.isFinite(Number(cell)));

/** One element for each language that has words of its own. */
const translated = (instrument: Instrument, text: Text, name: string): Xml[] =>
  instrument.locales.map((locale) =>
    element(name, { "xml:lang": locale }, textIn(text, locale, instrument.locales)),
  );

const inFirst = ({ locales }: Instrument, text: Text): string => textIn(text, locales[0]!, locales);
