/**
 * Signs that a person did not look at the questions. They are flags beside the answers, for whoever analyses them to
 * look at; nothing is left out because of one. Each says itself in a sentence.
 *
 * The cut-offs are published ones. They were found on long scales, so shorter ones are not looked at here:
 *   too fast       below 2 seconds an item over the whole response (Huang, Curran, Keeney, Poposki & DeShon 2012), or
 *                  below 1 second an item on one page (Wood, Harms, Lowman & DeSimone 2017)
 *   straight lines one code for all rows of a matrix that asks in both directions, where it says yes and no at once
 *                  (Barge & Gehlbach 2012)
 *   long string    the same code again and again over items with the same options (Johnson 2005), for half of them or
 *                  more (Curran 2016)
 *   impossible     combinations that the codebook names (Curran 2016, "infrequency")
 */
import { parseCondition } from "./expression/parse.ts";
import { holds } from "./expression/evaluate.ts";
import type { Condition } from "./expression/expression.ts";
import { isRecord, type Code } from "./answer.ts";
import { knownFrom } from "./engine/known.ts";
import type { Impossible } from "./instrument/codebook.ts";
import type { Instrument, ShownSection, Walk } from "./instrument/instrument.ts";
import { textIn } from "./instrument/text-in.ts";
import type { Item, Matrix } from "./items/item.ts";
import { list, quote } from "./wording.ts";

export interface CarelessFlag {
  readonly kind: CarelessKind;
  /** The whole finding, as a sentence. */
  readonly text: string;
}

export interface Answered {
  readonly instrument: Instrument;
  readonly walk: Walk;
  /** Seconds spent on each section, by name, as far as they are known. */
  readonly seconds: ReadonlyMap<string, number>;
}

/** All that is careless about a response, in the order of the kinds. */
export const carelessFlags = (answered: Answered): readonly CarelessFlag[] =>
  carelessKinds.flatMap(({ id, look }) => look(answered).map((text) => ({ kind: id, text })));

function tooFast({ instrument, walk, seconds }: Answered): readonly string[] {
  const timed = walk.sections.flatMap((shown) => {
    const spent = seconds.get(shown.section.name);
    return spent === undefined ? [] : [{ shown, spent, answers: answersIn(shown, walk) }];
  });
  const spent = timed.reduce((sum, each) => sum + each.spent, 0);
  const answers = timed.reduce((sum, each) => sum + each.answers, 0);
  const rushed = timed
    .filter((page) => page.answers >= enough.page && page.spent < page.answers * secondsAnItem.page)
    .map(({ shown }) => quote(titleOf(shown, instrument)));
  return [
    ...(answers >= enough.response && spent < answers * secondsAnItem.response
      ? [`${answers} answers were given in ${Math.round(spent)} seconds.`]
      : []),
    ...(rushed.length > 0
      ? [`Less than a second was spent on each answer of ${list(rushed)}.`]
      : []),
  ];
}

function straightLines({ instrument, walk }: Answered): readonly string[] {
  return walk.sections
    .flatMap(({ items }) => items)
    .flatMap(({ item }) => {
      const codes = item.kind === "matrix" ? rowCodes(item, walk) : [];
      return codes.length >= enough.rows &&
        new Set(codes).size === 1 &&
        asksBothWays(item.name, instrument)
        ? [
            `${quote(item.name)} has one answer in all ${codes.length} rows, and they ask both ways.`,
          ]
        : [];
    });
}

/** Whether some rows of a matrix count for a scale as they are, and some the other way round. */
function asksBothWays(matrix: string, { codebook }: Instrument): boolean {
  const isRow = (name: string): boolean => name.startsWith(`${matrix}.`);
  const reversed = new Set(codebook.scales.flatMap((scale) => scale.reversed ?? []).filter(isRow));
  const scored = codebook.scales.flatMap((scale) => scale.items).filter(isRow);
  return reversed.size > 0 && scored.some((name) => !reversed.has(name));
}

function longStrings({ walk }: Answered): readonly string[] {
  const runs = new Map<string, Run>();
  for (const { options, code } of scaleAnswers(walk)) {
    const run = runs.get(options) ?? { answers: 0, length: 0, longest: 0, code };
    const length = run.code === code ? run.length + 1 : 1;
    const longest = Math.max(run.longest, length);
    runs.set(options, { answers: run.answers + 1, length, longest, code });
  }
  return [...runs.values()]
    .filter(({ longest, answers }) => longest >= enough.run && longest * 2 >= answers)
    .map(
      ({ longest, answers }) =>
        `The same answer was given ${longest} times in a row, of ${answers}.`,
    );
}

interface Run {
  readonly answers: number;
  /** Of the run that is under way. */
  readonly length: number;
  readonly longest: number;
  readonly code: Code;
}

/** Answers on three options or more, in the order in which they were asked, and which options those are. */
const scaleAnswers = (walk: Walk): readonly { readonly options: string; readonly code: Code }[] =>
  walk.sections
    .flatMap(({ items }) => items)
    .flatMap(({ item }) => {
      if (!("options" in item) || item.kind === "multiple choice" || item.options.length < 3)
        return [];
      const options = JSON.stringify(item.options.map(({ code }) => code));
      return (item.kind === "matrix" ? rowCodes(item, walk) : oneCode(item, walk)).map((code) => ({
        options,
        code,
      }));
    });

function impossible({ instrument, walk }: Answered): readonly string[] {
  const known = knownFrom(walk.answers, walk.today);
  return (instrument.codebook.impossible ?? [])
    .filter((each) => holds(conditionOf(each), known))
    .map(({ text }) => `The answers say ${text}.`);
}

function conditionOf(impossible: Impossible): Condition {
  const kept = conditions.get(impossible);
  if (kept !== undefined) return kept;
  const parsed = parseCondition(impossible.when);
  if (!parsed.ok)
    throw new RangeError(`impossible requires a condition, got ${quote(impossible.when)}`);
  conditions.set(impossible, parsed.condition);
  return parsed.condition;
}

const conditions = new WeakMap<Impossible, Condition>();

/** How many answers a section holds; each row of a matrix is one. */
const answersIn = ({ items }: ShownSection, walk: Walk): number =>
  items.reduce(
    (sum, { item }) =>
      sum +
      (item.kind === "matrix" ? rowCodes(item, walk).length : Number(walk.answers.has(item.name))),
    0,
  );

/** Codes of the rows that were answered, in the order of the item. */
function rowCodes(item: Matrix, walk: Walk): readonly Code[] {
  const rows = walk.answers.get(item.name);
  const codes = new Map(isRecord(rows) ? Object.entries(rows as Rows) : []);
  return item.rows.flatMap(({ name }) => codes.get(name) ?? []);
}

type Rows = Readonly<Record<string, Code>>;

function oneCode(item: Item, walk: Walk): readonly Code[] {
  const answer = walk.answers.get(item.name);
  return answer === undefined || typeof answer === "object" ? [] : [answer];
}

const titleOf = ({ section }: ShownSection, { locales }: Instrument): string =>
  section.title === undefined ? section.name : textIn(section.title, locales[0] ?? "en", locales);

export const carelessKinds = [
  { id: "too-fast", label: "Answered very fast", look: tooFast },
  {
    id: "straight-lines",
    label: "One answer to questions that ask both ways",
    look: straightLines,
  },
  { id: "long-string", label: "The same answer again and again", look: longStrings },
  { id: "impossible", label: "Answers that contradict each other", look: impossible },
] as const satisfies readonly {
  readonly id: string;
  readonly label: string;
  look(answered: Answered): readonly string[];
}[];
export type CarelessKind = (typeof carelessKinds)[number]["id"];

/** Less time than this was published as too little, over a response and on one page. */
export const secondsAnItem = { response: 2, page: 1 } as const;
/** Fewer than these say nothing: answers in a response and on a page, rows of a matrix, answers in a row. */
const enough = { response: 10, page: 5, rows: 6, run: 10 } as const;
