/** The elements of a QSF file by what they are. */
import type { InstrumentIssue, Code } from "#surveys";
import { leftOut, told, type Json, type Told } from "../foreign.ts";
import { entriesIn, isRecord, listIn, own, recordIn, wordsIn } from "../loose.ts";
import { localeFrom, type Languages } from "../texts.ts";
import { plainWords } from "../words.ts";
import { limits, tooMuch } from "../unreadable.ts";

export interface Qsf {
  readonly entry: Json;
  readonly blocks: ReadonlyMap<string, Json>;
  readonly flow: unknown;
  readonly questions: ReadonlyMap<string, QsfQuestion>;
  readonly languages: Languages;
  readonly issues: readonly InstrumentIssue[];
}

export interface QsfQuestion {
  /** QID1 */
  readonly id: string;
  readonly of: Told;
  readonly payload: Json;
  /** Words by the language of Qualtrics, in the form of the payload. */
  readonly translations: ReadonlyMap<string, Json>;
  /** Of the item, once names are given. */
  name: string;
  /** Where it becomes several items: one for each of its rows. */
  pieces: readonly Piece[];
  /** Set as soon as it is taken: what conditions of later questions may look at. */
  asked?: Asked;
}

export interface Piece {
  /** Of the choice in Qualtrics. */
  readonly id: string;
  /** Of the item. */
  readonly name: string;
}

/** How conditions may speak of it. */
export interface Asked {
  readonly kind: "one" | "several" | "matrix" | "written" | "apart";
  /** By the choice of Qualtrics. */
  readonly codes: ReadonlyMap<string, Code>;
  /** Rows of a matrix, or items of a question that became several. */
  readonly rows: ReadonlyMap<string, string>;
}

export function openQsf(document: Json, file: string): Qsf {
  const elements = listIn(document["SurveyElements"]).filter(isRecord);
  const payloads = (kind: string): unknown[] =>
    elements.filter((each) => each["Element"] === kind).map((each) => each["Payload"]);
  const asked = elements.filter((each) => each["Element"] === "SQ");
  if (asked.length > limits.questions)
    throw tooMuch(file, asked.length, limits.questions, "questions");
  const translations = translationsIn(elements);
  const questions = new Map<string, QsfQuestion>();
  for (const element of asked) {
    const payload = recordIn(element["Payload"]);
    const id = wordsIn(payload["QuestionID"]) || wordsIn(element["PrimaryAttribute"]);
    if (questions.has(id)) continue;
    const of = told(wordsIn(payload["DataExportTag"]) || id || `question ${questions.size + 1}`);
    const words = new Map([
      ...entriesIn(payload["Language"]).map(([language, said]): [string, Json] => [
        language,
        recordIn(said),
      ]),
      ...(translations.get(id) ?? []),
    ]);
    questions.set(id, { id, of, payload, translations: words, name: "", pieces: [] });
  }
  const blocks = listIn(payloads("BL")[0]).filter(isRecord);
  const entry = recordIn(document["SurveyEntry"]);
  return {
    entry,
    blocks: new Map(blocks.map((block) => [wordsIn(block["ID"]), block])),
    flow: own(payloads("FL")[0], "Flow"),
    questions,
    languages: languagesOf(entry, questions.values()),
    issues: [...elements.flatMap(apart), ...wordsApart(recordIn(payloads("SO")[0]))],
  };
}

/** Translations that stand on their own, by question. */
function translationsIn(elements: readonly Json[]): ReadonlyMap<string, [string, Json][]> {
  const found = new Map<string, [string, Json][]>();
  for (const element of elements.filter((each) => each["Element"] === "TR")) {
    const attributes = ["PrimaryAttribute", "SecondaryAttribute", "TertiaryAttribute"].map((key) =>
      wordsIn(element[key]),
    );
    const id = attributes.find((each) => each.startsWith("QID"));
    const language = attributes.find((each) => /^[A-Z]{2,3}(-[A-Z]+)?$/.test(each));
    if (id !== undefined && language !== undefined)
      found.set(id, [...(found.get(id) ?? []), [language, recordIn(element["Payload"])]]);
  }
  return found;
}

function languagesOf(entry: Json, questions: Iterable<QsfQuestion>): Languages {
  const first = localeFrom(wordsIn(entry["SurveyLanguage"])) ?? "en";
  const named = [...questions].flatMap(({ translations }) => [...translations.keys()]);
  const others = [...new Set(named)].map(localeFrom).filter((locale) => locale !== undefined);
  return { first, others: [...new Set(others)].filter((locale) => locale !== first) };
}

/** What belongs to the survey as a whole, and is not taken over. */
function apart(element: Json): InstrumentIssue[] {
  const text = notTaken.get(wordsIn(element["Element"]));
  const isEmpty = listIn(element["Payload"]).length === 0;
  return text === undefined || isEmpty ? [] : [leftOut("left-out", "", text)];
}

/** Words around the questions. */
const wordsApart = (options: Json): InstrumentIssue[] =>
  ["Header", "Footer", "EOSMessage"]
    .filter((key) => plainWords(wordsIn(options[key])).text !== "")
    .map((key) => leftOut("left-out", key, `The words of ${key} were left out.`));

const notTaken: ReadonlyMap<string, string> = new Map([
  ["QO", "A quota was left out: everybody is asked."],
  ["SG", "A question group was left out."],
]);
