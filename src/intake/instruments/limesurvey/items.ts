/** A question of LimeSurvey as an item. One function a type; the table at the bottom knows them all. */
import { quote, type Code } from "#surveys";
import type { DraftItem, Json } from "../foreign.ts";
import { numberIn } from "../loose.ts";
import { mapText, note } from "../texts.ts";
import { asHtml } from "../words.ts";
import { isNever, translated } from "./condition.ts";
import type { Lss } from "./open.ts";
import type { LssQuestion } from "./questions.ts";
import { at } from "./rows.ts";
import { optionsFrom, otherFrom, rowCodes } from "./options.ts";
import { refusedTypes } from "./refused-types.ts";
import { remark } from "./remarks.ts";
import { say } from "./speaking.ts";

/** None where it is refused; the question is told why. */
export function itemOf(question: LssQuestion, lss: Lss): readonly DraftItem[] {
  const { of, type, code, row } = question;
  const why = whyNot(question);
  const make = Object.hasOwn(makers, type) ? makers[type] : undefined;
  const made =
    why ??
    make?.(question, lss) ??
    refusedTypes.get(type) ??
    `Questions of type ${quote(type)} are not known here.`;
  if (typeof made === "string") {
    note(of, made);
    return [];
  }
  remark(question);
  const relevance = translated(at(row, "relevance"), lss);
  if (!relevance.ok)
    note(
      of,
      `Its relevance, ${quote(at(row, "relevance"))}, was left out, so that everybody is asked: ${relevance.because}`,
    );
  const around =
    relevance.ok && relevance.condition !== "" ? { visibleIf: relevance.condition } : {};
  const { asked = { kind: "one", rows: new Map() }, ...element } = made;
  if (element["type"] !== "html") question.asked = asked;
  const words = element["type"] === "html" ? {} : wordsOf(question, lss, code);
  return [{ of, element: { ...element, name: question.name, ...words, ...around } }];
}

type Made = Json & { readonly asked?: NonNullable<LssQuestion["asked"]> };
type Maker = (question: LssQuestion, lss: Lss) => Made | string;

function whyNot({ row, attribute }: LssQuestion): string | undefined {
  if (isNever(at(row, "relevance"))) return "It is never shown.";
  return attribute("hidden") === "1"
    ? "It is hidden: what records know of a person comes with the roster."
    : undefined;
}

function wordsOf(question: LssQuestion, lss: Lss, code: string): Json {
  const { of } = question;
  const title = say(question.words, { lss, of });
  const description = say(question.help, { lss, of });
  if (title === undefined) note(of, "It has no words; its code stands in.");
  const mandatory = at(question.row, "mandatory").toUpperCase();
  if (mandatory === "S") note(of, "An answer was asked for, not required; it may be skipped.");
  return {
    title: title ?? code,
    ...(description === undefined ? {} : { description }),
    ...(mandatory === "Y" ? { isRequired: true } : {}),
  };
}

const single =
  (type: string): Maker =>
  (question, lss) => {
    const choices = optionsFrom(question.options, question, lss);
    if (choices.length === 0) return "It has no options.";
    return { type, choices, ...otherFrom(question, lss), ...randomOrder(question) };
  };

const several: Maker = (question, lss) => {
  const choices = optionsFrom(question.rows, question, lss);
  if (choices.length === 0) return "It has no options.";
  if (question.type === "P")
    note(question.of, "Words could be written beside each option; they are not asked for.");
  const [low, high] = [
    numberIn(question.attribute("min_answers")),
    numberIn(question.attribute("max_answers")),
  ];
  return {
    type: "checkbox",
    choices,
    ...otherFrom(question, lss),
    ...randomOrder(question),
    ...(low ? { minSelectedChoices: low } : {}),
    ...(high ? { maxSelectedChoices: high } : {}),
    asked: { kind: "several", rows: codesByPart(question.rows, choices) },
  };
};

const array: Maker = (question, lss) => {
  const columns = optionsFrom(question.options, question, lss);
  const rows = optionsFrom(question.rows, question, lss);
  if (columns.length === 0 || rows.length === 0) return "It has no rows or no options.";
  const codes = rowCodes(question);
  if (Object.keys(randomOrder(question)).length > 0)
    note(question.of, "Its rows stood in a random order; the order is fixed.");
  return {
    type: "matrix",
    columns,
    rows: rows.map(({ text }, place) => ({ value: codes[place]!, text })),
    ...(at(question.row, "mandatory").toUpperCase() === "Y" ? { eachRowRequired: true } : {}),
    asked: {
      kind: "matrix",
      rows: new Map(question.rows.map(({ code }, place) => [code, codes[place]!])),
    },
  };
};

const codesByPart = (parts: LssQuestion["rows"], choices: readonly { readonly value: Code }[]) =>
  new Map(parts.map(({ code }, place) => [code, choices[place]!.value]));

const randomOrder = ({ attribute }: LssQuestion): Json =>
  attribute("answer_order") === "random" || attribute("random_order") === "1"
    ? { choicesOrder: "random" }
    : {};

const written = (question: LssQuestion, type: "text" | "comment"): Made => {
  const { attribute, row } = question;
  if (attribute("numbers_only") === "1") return number(question);
  const longest = numberIn(attribute("maximum_chars"));
  const regex = /^\/(.*)\/$/s.exec(at(row, "preg"))?.[1];
  if (at(row, "preg") !== "" && regex === undefined)
    note(question.of, "Its pattern for the answer was left out.");
  return {
    type,
    ...(longest ? { maxLength: Math.min(longest, 20_000) } : {}),
    ...(regex === undefined ? {} : { validators: [{ type: "regex", regex }] }),
  };
};

const number = ({ attribute }: LssQuestion): Made => {
  const [min, max] = [
    numberIn(attribute("min_num_value_n")),
    numberIn(attribute("max_num_value_n")),
  ];
  return {
    type: "text",
    inputType: "number",
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(attribute("num_value_int_only") === "1" ? { step: 1 } : {}),
  };
};

const date: Maker = ({ of, attribute }) => {
  const ends = [attribute("date_min"), attribute("date_max")];
  if (ends.some((end) => end !== "")) note(of, "The first and last day it takes were left out.");
  const form = attribute("date_format");
  const isMonth = form !== "" && !/d/i.test(form);
  if (form !== "") note(of, `The date is asked for in one form for everybody, not as ${form}.`);
  return { type: "text", inputType: isMonth ? "month" : "date" };
};

const information: Maker = (question, lss) => {
  const words = say([...question.words], { lss, of: question.of });
  return words === undefined ? "It has no words." : { type: "html", html: mapText(words, asHtml) };
};

const makers: Readonly<Record<string, Maker>> = {
  L: single("radiogroup"),
  "!": single("dropdown"),
  M: several,
  P: several,
  F: array,
  Y: () => ({ type: "boolean", valueTrue: "Y", valueFalse: "N" }),
  N: number,
  S: (question) => written(question, "text"),
  T: (question) => written(question, "comment"),
  D: date,
  X: information,
  "5": () => ({ type: "rating", rateMin: 1, rateMax: 5 }),
};
