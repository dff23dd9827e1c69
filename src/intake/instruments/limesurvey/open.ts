/** A LimeSurvey file as groups of questions. */
import type { InstrumentIssue } from "#surveys";
import { leftOut } from "../foreign.ts";
import { numberIn } from "../loose.ts";
import { localeFrom, type Languages } from "../texts.ts";
import { limits, tooMuch, unreadable } from "../unreadable.ts";
import { questionsIn, type LssQuestion } from "./questions.ts";
import { at, byKey, inOrder, wordsAt, type Reading, type WordsByLanguage } from "./rows.ts";
import type { Row, Tables } from "./tables.ts";

export interface Lss {
  readonly groups: readonly Group[];
  readonly homeless: readonly LssQuestion[];
  readonly languages: Languages;
  readonly issues: readonly InstrumentIssue[];
  /** Of the survey. */
  words(field: string): WordsByLanguage;
  /** By code, and by the names that older conditions use. */
  find(code: string): LssQuestion | undefined;
}

export interface Group {
  readonly gid: string;
  readonly names: WordsByLanguage;
  readonly descriptions: WordsByLanguage;
  readonly relevance: string;
  readonly isRandom: boolean;
  readonly questions: readonly LssQuestion[];
}

export function openLss(tables: Tables, file: string): Lss {
  const [outside] = tables.get("") ?? [];
  if (outside?.get("LimeSurveyDocType") !== "Survey")
    throw unreadable(file, "The XML is no whole survey of LimeSurvey.", {
      next: "Export the structure of the survey (LSS) in LimeSurvey, and send that file.",
    });
  const table = (name: string): readonly Row[] => tables.get(name) ?? [];
  const [survey] = table("surveys");
  const settings = table("surveys_languagesettings");
  const first =
    localeFrom(at(survey, "language") || at(settings[0], "surveyls_language") || "en") ?? "en";
  const others = at(survey, "additional_languages")
    .split(/\s+/)
    .map(localeFrom)
    .filter((locale) => locale !== undefined)
    .filter((locale) => locale !== first);
  const languages: Languages = { first, others: [...new Set(others)] };
  const read: Reading = { table, languages };
  const questions = questionsIn(read);
  if (questions.length > limits.questions)
    throw tooMuch(file, questions.length, limits.questions, "questions");
  const groups = groupsIn(read, questions);
  const placed = new Set(groups.flatMap((group) => group.questions));
  const byCode = new Map(questions.map((question) => [question.code, question]));
  const byId = new Map(questions.map((question) => [question.qid, question]));
  return {
    groups,
    homeless: questions.filter((question) => !placed.has(question)),
    languages,
    issues: [...apart(table), ...wordsApart(settings)],
    words: (field) => wordsAt(settings, field, languages, "surveyls_language"),
    find: (code) => byCode.get(code) ?? byId.get(/^Q(\d+)$/.exec(code)?.[1] ?? ""),
  };
}

function groupsIn(read: Reading, questions: readonly LssQuestion[]): readonly Group[] {
  const own = byKey(read.table("groups"), "gid");
  const words = byKey(read.table("group_l10ns"), "gid");
  const groups = [...own].map(([gid, rows]): Group & { readonly order: number } => {
    const texts = [...(words.get(gid) ?? []), ...rows];
    const [row] = rows;
    return {
      gid,
      names: wordsAt(texts, "group_name", read.languages),
      descriptions: wordsAt(texts, "description", read.languages),
      relevance: at(row, "grelevance"),
      isRandom: at(row, "randomization_group") !== "",
      questions: inOrder(
        questions.filter(({ row: of }) => at(of, "gid") === gid),
        ({ row: of }) => of,
        "question_order",
      ),
      order: numberIn(at(row, "group_order")) ?? 0,
    };
  });
  return groups.toSorted((a, b) => a.order - b.order);
}

/** What belongs to the survey as a whole, and is not taken over. */
const apart = (table: Reading["table"]): InstrumentIssue[] =>
  notTaken
    .filter(([name]) => table(name).length > 0)
    .map(([, text]) => leftOut("left-out", "", text));

/** Words around the questions. */
const wordsApart = (settings: readonly Row[]): InstrumentIssue[] =>
  [...around]
    .filter(([field]) => settings.some((row) => at(row, field) !== ""))
    .map(([field, text]) => leftOut("left-out", field, text));

const around: ReadonlyMap<string, string> = new Map([
  ["surveyls_welcometext", "The welcome was left out: write it in the consent."],
  ["surveyls_endtext", "The words at the end were left out: the last page thanks people."],
  ["surveyls_policy_notice", "The privacy notice was left out: write it in the consent."],
]);

const notTaken: readonly (readonly [string, string])[] = [
  ["quota", "The quotas were left out: everybody is asked."],
  ["assessments", "The assessments were left out: write scales in the codebook."],
  ["defaultvalues", "The default answers were left out: nothing is filled in beforehand."],
];
