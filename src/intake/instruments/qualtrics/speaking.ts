/** The words of a question of Qualtrics, in all its languages, with answers piped into them. */
import { quote, type Locale, type Text } from "#surveys";
import type { Json } from "../foreign.ts";
import { entriesIn, isOn, own, wordsIn } from "../loose.ts";
import { localeFrom, mapText, note, textFrom } from "../texts.ts";
import { asHtml } from "../words.ts";
import type { Qsf, QsfQuestion } from "./open.ts";

export interface Speaking {
  readonly question: QsfQuestion;
  readonly qsf: Qsf;
}

/** Of the question; before the words of a row, where that is asked on its own. */
export function titleIn(speaking: Speaking, row?: string): Text {
  const title = said(speaking, (payload) => payload["QuestionText"]);
  const end = row === undefined ? undefined : choiceWords(speaking, "Choices", row);
  if (title === undefined) note(speaking.question.of, "It has no words; its name stands in.");
  const head = title ?? speaking.question.name;
  if (end === undefined) return head;
  const inLanguage = (text: Text, locale: Locale): string =>
    typeof text === "string" ? text : (text[locale] ?? text["default"] ?? "");
  if (typeof end === "string" && typeof head === "string") return `${head} – ${end}`;
  const locales = new Set(
    [head, end].flatMap((text) => (typeof text === "string" ? [] : Object.keys(text))),
  );
  return Object.fromEntries(
    [...locales].map((each) => [each, `${inLanguage(head, each)} – ${inLanguage(end, each)}`]),
  );
}

/** Words between questions, as HTML. */
export function wordsBetween(speaking: Speaking): Text | undefined {
  const words = said(speaking, (payload) => payload["QuestionText"]);
  return words === undefined ? undefined : mapText(words, asHtml);
}

export const choiceWords = (
  speaking: Speaking,
  of: "Choices" | "Answers",
  id: string,
): Text | undefined => said(speaking, (payload) => own(own(payload[of], id), "Display"));

export function said(
  { question, qsf }: Speaking,
  find: (payload: Json) => unknown,
): Text | undefined {
  const words: [Locale, string][] = [[qsf.languages.first, wordsIn(find(question.payload))]];
  for (const [language, payload] of question.translations) {
    const locale = localeFrom(language);
    if (locale === undefined)
      note(question.of, `Its words in ${quote(language)} were left out: that is no language.`);
    else if (locale !== qsf.languages.first) words.push([locale, wordsIn(find(payload))]);
  }
  const insert = (text: string): string => withAnswers(text, { question, qsf });
  return textFrom(words, qsf.languages, { of: question.of, insert });
}

/** "${q://QID1/ChoiceTextEntryValue}" as the name of an item in braces; other braces as brackets. */
function withAnswers(text: string, { question, qsf }: Speaking): string {
  return text
    .split(/\$\{([^{}]{0,300})\}/)
    .map((part, at) => {
      if (at % 2 === 0) return withBrackets(part, question);
      const [, id] =
        /^q:\/\/(QID[^/]+)\/(?:ChoiceGroup\/SelectedChoices|ChoiceTextEntryValue)$/.exec(
          part.trim(),
        ) ?? [];
      const source = id === undefined ? undefined : qsf.questions.get(id);
      const kind = source?.asked?.kind;
      if (source !== undefined && (kind === "one" || kind === "several" || kind === "written"))
        return `{${source.name}}`;
      note(
        question.of,
        `What was piped into its words (${part.trim()}) is not known here; dots stand in its place.`,
      );
      return "…";
    })
    .join("");
}

/** Braces stand for names in our words. */
function withBrackets(words: string, { of }: QsfQuestion): string {
  if (!/[{}]/.test(words)) return words;
  note(of, "Braces in its words are brackets here.");
  return words.replaceAll("{", "(").replaceAll("}", ")");
}

export const flagged = (choices: unknown, flag: string): readonly string[] =>
  entriesIn(choices)
    .filter(([, choice]) => isOn(own(choice, flag)))
    .map(([id]) => id);
