/** SurveyJS JSON: what we take stays letter by letter; the rest is refused question by question. */
import { type Text } from "#surveys";
import {
  leftOut,
  type Draft,
  type DraftSection,
  type InstrumentFormat,
  type Json,
} from "./foreign.ts";
import { parseJson } from "./json-text.ts";
import { isRecord, listIn, wordsIn } from "./loose.ts";
import { isText } from "./labels.ts";
import { Names } from "./names.ts";
import { itemsOf } from "./surveyjs/items.ts";
import { questionsIn } from "./surveyjs/found.ts";
import { limits, tooMuch, unreadable } from "./unreadable.ts";

export const surveyjs: InstrumentFormat = {
  id: "surveyjs",
  name: "SurveyJS (JSON)",
  sniff: (text) => /^\s*[[{"]/.test(text),
  read(text, file) {
    const survey = parseJson(text, file);
    if (!isRecord(survey) || pagesIn(survey).length === 0)
      throw unreadable(file, "The JSON is no survey: it has no pages with questions.", {
        next: "Send the definition of the survey, with its pages and their elements.",
      });
    return draftOf(survey, file);
  },
};

function draftOf(survey: Json, file: string): Draft {
  const pages = pagesIn(survey).map((page) => ({ page, found: questionsIn(page, file) }));
  const found = pages.flatMap((each) => each.found);
  if (found.length > limits.questions)
    throw tooMuch(file, found.length, limits.questions, "questions");
  const names = new Names();
  const items = itemsOf(found, names);
  const issues = pages.flatMap(({ page }, at) => remarks(page, at));
  const sections = pages.map(({ page, found }, at): DraftSection => ({
    properties: items.renamed({ ...plainly(page, pageKeys), name: pageName(page, at, names) }),
    items: found.flatMap((question) => items.of(question)),
  }));
  return {
    properties: { ...items.renamed(plainly(survey, surveyKeys)), title: titleOf(survey, file) },
    sections,
    told: found.map(({ of }) => of),
    issues,
  };
}

/** Pages, or the elements of the only one. */
function pagesIn(survey: Json): readonly Json[] {
  const pages = listIn(survey["pages"]).filter(isRecord);
  if (pages.length > 0) return pages;
  const elements = survey["elements"] ?? survey["questions"];
  return Array.isArray(elements) ? [{ name: "page1", elements }] : [];
}

/** What is not known is kept by name alone, so that it can be refused by name. */
function plainly(object: Json, known: readonly string[]): Json {
  const keys = Object.keys(object).filter((key) => /^[A-Za-z$][\w$]{0,60}$/.test(key));
  return Object.fromEntries(
    keys
      .filter((key) => !structure.has(key) && !(key in Object.prototype))
      .map((key) => [key, known.includes(key) ? object[key] : null]),
  );
}

const pageName = (page: Json, at: number, names: Names): string =>
  names.keep(wordsIn(page["name"]) || `page${at + 1}`);

const titleOf = ({ title }: Json, file: string): Text | string =>
  isText(title) && JSON.stringify(title).length > 2 ? title : file.replace(/\.[a-z]+$/i, "");

const remarks = ({ name, visible }: Json, at: number) =>
  visible === false
    ? [
        leftOut(
          "never-shown",
          `pages[${at}].visible`,
          `The page "${wordsIn(name)}" is never shown; it was left out.`,
        ),
      ]
    : [];

const structure: ReadonlySet<string> = new Set(
  "pages elements questions visible name prototype".split(" "),
);
const pageKeys = ["title", "description", "visibleIf"];
const surveyKeys = ["title", "description", "locale", "clearInvisibleValues"];
