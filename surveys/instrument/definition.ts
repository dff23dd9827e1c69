/**
 * What may stand in a definition: the part of SurveyJS JSON (3.1) that an answer page without scripts can honour. Only
 * this file and its neighbours that read and write definitions use the names of SurveyJS.
 */
import { z } from "zod";
import type { Text } from "../text.ts";

/** Longest text a person may write, and what is taken where the definition says nothing. */
export const longestText = { most: 20_000, text: 250, comment: 5_000 } as const;
/** The most points SurveyJS shows in one rating. */
export const mostRatingPoints = 20;

const expects = (what: string) => ({ error: `expects ${what}` });

const localeForm = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const locale = z.string().regex(localeForm, expects('a language such as "en" or "pt-BR"'));
export const text = z.custom<Text>(
  isText,
  expects('words, or words by language such as {"default": "Yes", "es": "Sí"}'),
);
const flag = z.boolean(expects("true or false"));
const number = z.number(expects("a number"));
const whole = z.int(expects("a whole number"));
const count = whole.min(0, expects("0 or more"));
const code = z.union([z.string(), number], expects("a code: a text or a number"));
const length = whole.min(1, expects("1 or more")).max(longestText.most, {
  error: `expects at most ${longestText.most}`,
});
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, expects(`one of ${values.map((value) => `"${value}"`).join(", ")}`));
const name = z.string(expects("a name"));
const condition = z.string(expects("a condition such as \"{employed} = 'yes'\""));

const codeOrOption = z.union(
  [code, z.strictObject({ value: code, text: text.optional() })],
  expects('an option: a code, or {"value": 1, "text": "Never"}'),
);

const words = { text: text.optional() };
const validator = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("numeric"),
    ...words,
    minValue: number.optional(),
    maxValue: number.optional(),
  }),
  z.strictObject({
    type: z.literal("text"),
    ...words,
    minLength: count.optional(),
    maxLength: count.optional(),
  }),
  z.strictObject({
    type: z.literal("answercount"),
    ...words,
    minCount: count.optional(),
    maxCount: count.optional(),
  }),
  z.strictObject({ type: z.literal("regex"), ...words, regex: z.string(expects("a pattern")) }),
  z.strictObject({ type: z.literal("email"), ...words }),
  z.strictObject({ type: z.literal("expression"), ...words, expression: condition }),
]);

const shown = { name, visibleIf: condition.optional() };
const asked = {
  ...shown,
  title: text,
  description: text.optional(),
  isRequired: flag.optional(),
  requiredIf: condition.optional(),
  validators: z.array(validator, expects("a list of validators")).optional(),
};
const options = z.array(codeOrOption, expects("a list of options")).min(1, {
  error: "expects one option at least",
});
const choosing = {
  ...asked,
  choices: options,
  choicesOrder: oneOf(["none", "random"]).optional(),
  showOtherItem: flag.optional(),
  otherText: text.optional(),
  otherPlaceholder: text.optional(),
  showNoneItem: flag.optional(),
  noneText: text.optional(),
  showRefuseItem: flag.optional(),
  refuseText: text.optional(),
  showDontKnowItem: flag.optional(),
  dontKnowText: text.optional(),
};

const question = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    ...asked,
    inputType: oneOf(["text", "number", "email", "date", "month", "tel", "url"]).optional(),
    min: z.union([number, z.string()], expects("a number or a date")).optional(),
    max: z.union([number, z.string()], expects("a number or a date")).optional(),
    step: z.literal(1, expects("1, for whole numbers")).optional(),
    maxLength: length.optional(),
    placeholder: text.optional(),
    defaultValue: code.optional(),
  }),
  z.strictObject({
    type: z.literal("comment"),
    ...asked,
    rows: whole.min(1, expects("1 to 30")).max(30, expects("1 to 30")).optional(),
    maxLength: length.optional(),
    defaultValue: z.string(expects("a text")).optional(),
  }),
  z.strictObject({ type: z.literal("radiogroup"), ...choosing, defaultValue: code.optional() }),
  z.strictObject({ type: z.literal("dropdown"), ...choosing, defaultValue: code.optional() }),
  z.strictObject({
    type: z.literal("checkbox"),
    ...choosing,
    minSelectedChoices: count.optional(),
    maxSelectedChoices: count.optional(),
    defaultValue: z.array(code, expects("a list of codes")).optional(),
  }),
  z.strictObject({
    type: z.literal("boolean"),
    ...asked,
    labelTrue: text.optional(),
    labelFalse: text.optional(),
    valueTrue: code.optional(),
    valueFalse: code.optional(),
    defaultValue: z.union([code, z.boolean()], expects("true, false or a code")).optional(),
  }),
  z.strictObject({
    type: z.literal("rating"),
    ...asked,
    rateMin: whole.optional(),
    rateMax: whole.optional(),
    rateStep: whole.min(1, expects("1 or more")).optional(),
    rateValues: options.optional(),
    minRateDescription: text.optional(),
    maxRateDescription: text.optional(),
    defaultValue: code.optional(),
  }),
  z.strictObject({
    type: z.literal("matrix"),
    ...asked,
    columns: options,
    rows: options,
    eachRowRequired: flag.optional(),
    defaultValue: z.record(z.string(), code, expects("a code for each row")).optional(),
  }),
  z.strictObject({ type: z.literal("html"), ...shown, html: text }),
]);

const page = z.strictObject({
  name,
  title: text.optional(),
  description: text.optional(),
  visibleIf: condition.optional(),
  elements: z.array(question, expects("a list of items")).min(1, {
    error: "expects one item at least",
  }),
});

export const definition = z.strictObject(
  {
    title: text,
    description: text.optional(),
    locale: locale.optional(),
    clearInvisibleValues: oneOf(["onHidden"]).optional(),
    pages: z.array(page, expects("a list of pages")).min(1, { error: "expects one page at least" }),
  },
  expects("an object with title and pages"),
);

export type Definition = z.infer<typeof definition>;
export type Page = z.infer<typeof page>;
export type Question = z.infer<typeof question>;
export type QuestionOf<T extends Question["type"]> = Extract<Question, { type: T }>;
export type ChoosingQuestion = QuestionOf<"radiogroup" | "dropdown" | "checkbox">;
export type WrittenOption = z.infer<typeof codeOrOption>;
export type WrittenValidator = z.infer<typeof validator>;

export function isText(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const words = Object.entries(value);
  return (
    words.length > 0 && words.every(([key, said]) => isLocale(key) && typeof said === "string")
  );
}

const isLocale = (key: string): boolean => key === "default" || localeForm.test(key);

const byType = (schemas: readonly { shape: { type: z.ZodLiteral } }[]) =>
  new Map(schemas.map(({ shape }) => [String(shape.type.value), Object.keys(shape)]));

/** What each kind of object may say, for suggestions. */
export const known = {
  survey: Object.keys(definition.shape),
  page: Object.keys(page.shape),
  questions: byType(question.options),
  validators: byType(validator.options),
  option: ["value", "text"],
} as const;
