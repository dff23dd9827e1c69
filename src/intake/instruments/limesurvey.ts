/** LSS of LimeSurvey: groups become pages, in their order. */
import { quote } from "#surveys";
import {
  leftOut,
  type Draft,
  type DraftSection,
  type InstrumentFormat,
  type Json,
} from "./foreign.ts";
import { translated } from "./limesurvey/condition.ts";
import { itemOf } from "./limesurvey/items.ts";
import { openLss, type Group, type Lss } from "./limesurvey/open.ts";
import { say } from "./limesurvey/speaking.ts";
import { tablesIn } from "./limesurvey/tables.ts";
import { Names } from "./names.ts";
import { note, renamed } from "./texts.ts";
import { told } from "./foreign.ts";

export const limesurvey: InstrumentFormat = {
  id: "limesurvey",
  name: "LimeSurvey (LSS)",
  sniff: (text) => /^\s*</.test(text),
  read: (text, file) => draftOf(openLss(tablesIn(text, file), file), file),
};

function draftOf(lss: Lss, file: string): Draft {
  const names = new Names();
  for (const { questions } of lss.groups)
    for (const question of questions) {
      question.name = names.make(question.code);
      if (question.name !== question.code) note(question.of, renamed(question.code, question.name));
    }
  const whole = told("survey");
  const words = (field: string) => say(lss.words(field), { lss, of: whole });
  const description = words("surveyls_description");
  const sections = lss.groups.map((group) => sectionOf(group, lss, names));
  for (const { of } of lss.homeless) note(of, "It is in no group of the survey.");
  return {
    properties: {
      title: words("surveyls_title") ?? file.replace(/\.[a-z]+$/i, ""),
      ...(description === undefined ? {} : { description }),
      ...(lss.languages.first === "en" ? {} : { locale: lss.languages.first }),
    },
    sections,
    told: [...lss.groups.flatMap(({ questions }) => questions), ...lss.homeless].map(
      ({ of }) => of,
    ),
    issues: [...lss.issues, ...whole.notes.map((text) => leftOut("survey-words", "title", text))],
  };
}

function sectionOf(group: Group, lss: Lss, names: Names): DraftSection {
  const relevance = translated(group.relevance, lss);
  const items = group.questions.flatMap((question) => itemOf(question, lss));
  const about = told(group.gid);
  const [title, description] = [
    say(group.names, { lss, of: about }),
    say(group.descriptions, { lss, of: about }),
  ];
  const properties: Json = {
    name: names.make(`page ${group.gid}`),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(relevance.ok && relevance.condition !== "" ? { visibleIf: relevance.condition } : {}),
  };
  const says = [
    ...about.notes,
    ...(relevance.ok
      ? []
      : [
          `The relevance of its group, ${quote(group.relevance)}, was left out, so that everybody is asked: ${relevance.because}`,
        ]),
    ...(group.isRandom ? ["Its group was in a random order; the order is fixed."] : []),
  ];
  for (const { of } of group.questions) for (const text of says) note(of, text);
  return { properties, items };
}
