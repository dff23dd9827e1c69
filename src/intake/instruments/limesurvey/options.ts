/** Options and rows of LimeSurvey, with their codes. */
import { quote, type Code, type Text } from "#surveys";
import type { Json } from "../foreign.ts";
import { asCodes, portable, usableCode } from "../names.ts";
import { note } from "../texts.ts";
import type { Lss } from "./open.ts";
import type { LssQuestion, Part } from "./questions.ts";
import { at } from "./rows.ts";
import { say } from "./speaking.ts";

interface Option {
  readonly value: Code;
  readonly text: Text;
}

export function optionsFrom(
  parts: readonly Part[],
  question: LssQuestion,
  lss: Lss,
): readonly Option[] {
  const { of } = question;
  const codes = asCodes(parts.map(({ code }) => code));
  return parts.map(({ words, relevance }, place) => {
    const code = codes[place]!;
    const value = usableCode(code);
    if (value !== code)
      note(of, `The code ${quote(String(code))} is ${quote(String(value))} here.`);
    if (relevance !== "" && relevance !== "1")
      note(of, `The relevance of ${quote(String(code))} was left out: it is always shown.`);
    const text = say(words, { lss, of });
    if (text === undefined)
      note(of, `An option without words shows its code, ${quote(String(value))}.`);
    return { value, text: text ?? String(value) };
  });
}

/** Rows of a matrix: numbers as they are, other codes as names. */
export const rowCodes = ({ rows, of }: LssQuestion): readonly Code[] =>
  rows.map(({ code }) => {
    const name = /^\d+$/.test(code) ? code : portable(code);
    if (name !== code) note(of, `The row ${quote(code)} is ${quote(name)} here.`);
    return name;
  });

export function otherFrom(question: LssQuestion, lss: Lss): Json {
  if (at(question.row, "other").toUpperCase() !== "Y") return {};
  note(question.of, 'The code of the option to write words for is "other" here, and was -oth-.');
  const otherText = say(question.attributeWords("other_replace_text"), { lss, of: question.of });
  return { showOtherItem: true, ...(otherText === undefined ? {} : { otherText }) };
}
