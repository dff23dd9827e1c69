/** QSF of Qualtrics: blocks become pages, in the order of the flow. */
import { allOf } from "./conditions.ts";
import { type Draft, type DraftSection, type InstrumentFormat } from "./foreign.ts";
import { parseJson } from "./json-text.ts";
import { isRecord, own, wordsIn } from "./loose.ts";
import { Names } from "./names.ts";
import { pagesOf, type QsfPage } from "./qualtrics/flow.ts";
import { itemsOf } from "./qualtrics/items.ts";
import { conditionOf } from "./qualtrics/logic.ts";
import { piecesOf } from "./qualtrics/pieces.ts";
import { openQsf, type Qsf } from "./qualtrics/open.ts";
import { note, renamed } from "./texts.ts";
import { unreadable } from "./unreadable.ts";
import { plainWords } from "./words.ts";

export const qualtrics: InstrumentFormat = {
  id: "qualtrics",
  name: "Qualtrics (QSF)",
  sniff: (text) => /^\s*\{/.test(text) && text.includes('"SurveyElements"'),
  read(text, file) {
    const document = parseJson(text, file);
    if (!isRecord(document) || !isRecord(own(document, "SurveyEntry")))
      throw unreadable(file, "The file has no SurveyEntry, which every survey of Qualtrics has.");
    return draftOf(openQsf(document, file), file);
  },
};

function draftOf(qsf: Qsf, file: string): Draft {
  const { pages, issues, missing } = pagesOf(qsf);
  const names = nameAll(pages);
  const sections = pages.map((page) => sectionOf(page, qsf, names));
  for (const [question, why] of missing) note(question.of, why);
  const title = plainWords(wordsIn(qsf.entry["SurveyName"])).text;
  return {
    properties: {
      title: title === "" ? file.replace(/\.[a-z]+$/i, "") : title,
      ...(qsf.languages.first === "en" ? {} : { locale: qsf.languages.first }),
    },
    sections,
    told: [...qsf.questions.values()].map(({ of }) => of),
    issues: [...issues, ...qsf.issues],
  };
}

/** Names of items first, in the order in which they are asked: pages take what is left. */
function nameAll(pages: readonly QsfPage[]): Names {
  const names = new Names();
  for (const { questions } of pages)
    for (const question of questions) {
      const tag = wordsIn(question.payload["DataExportTag"]) || question.id;
      question.name = names.make(tag);
      if (question.name !== tag) note(question.of, renamed(tag, question.name));
      question.pieces = piecesOf(question).map(({ id, key }) => ({
        id,
        name: names.make(`${question.name}_${key}`),
      }));
    }
  return names;
}

function sectionOf(page: QsfPage, qsf: Qsf, names: Names): DraftSection {
  const shown = page.logic.map((logic) => conditionOf(logic, qsf));
  const items = page.questions.flatMap((question) => itemsOf(question, qsf));
  const lost = shown.find((each) => !each.ok);
  if (lost !== undefined)
    for (const { of } of items)
      note(
        of,
        `A branch of the flow before it was left out, so that everybody is asked: ${lost.because}`,
      );
  const conditions = shown.flatMap((each) =>
    each.ok && each.condition !== "" ? [each.condition] : [],
  );
  if (conditions.length > 0)
    for (const { of } of items)
      note(of, "The branch of the flow around it is a condition of its page.");
  const visibleIf = allOf(conditions);
  return {
    properties: { name: names.make(page.name), ...(visibleIf === undefined ? {} : { visibleIf }) },
    items,
  };
}
