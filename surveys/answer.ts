/** What a person answered: codes, never labels. */

/** The code of an option, a number, a text, or yes and no. */
export type Code = string | number | boolean;

/** One code; several (multiple choice); or one per row of a matrix. */
export type Answer = Code | readonly Code[] | Readonly<Record<string, Code>>;

/**
 * Answers by the name of the item; the words written beside "other" by the name and "-Comment". Absent: not answered.
 * A Map, because names come from outside and "__proto__" is one.
 */
export type Answers = ReadonlyMap<string, Answer>;

/** Where the words beside "other" are kept. */
export const commentOf = (item: string): string => `${item}-Comment`;

/** What stands for the options that every choice may have; the same as in SurveyJS. */
export const specialCodes = {
  other: "other",
  none: "none",
  refused: "refused",
  unsure: "dontknow",
} as const;

/** Whether two answers are the same; the order of chosen codes and of rows does not count. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  if (isList(a) || isList(b))
    return isList(a) && isList(b) && a.length === b.length && a.every((code) => b.includes(code));
  const rows = Object.keys(a);
  return (
    rows.length === Object.keys(b).length &&
    rows.every((row) => Object.hasOwn(b, row) && a[row] === b[row])
  );
}

/** Whether an answer is several codes. */
export const isList = (answer: Answer): answer is readonly Code[] => Array.isArray(answer);

/** Answers as the text of a JSON object; the same answers give the same text. */
export function answersToJson(answers: Answers): string {
  const names = [...answers.keys()].sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${inOrder(answers.get(name)!)}`).join(",")}}`;
}

/** A matrix in the order of its names, so that the order of its rows on the page does not make another text. */
function inOrder(answer: Answer): string {
  if (typeof answer !== "object" || isList(answer)) return JSON.stringify(answer);
  const rows = Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${rows.map(([row, code]) => `${JSON.stringify(row)}:${JSON.stringify(code)}`).join(",")}}`;
}

/** Answers from the text of a JSON object; what is no answer, such as null, is left out. */
export function answersFromJson(text: string): ReadonlyMap<string, Answer> {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value))
    throw new RangeError(`answersFromJson requires an object, got ${text.slice(0, 40)}`);
  const answers = new Map<string, Answer>();
  for (const [name, answer] of Object.entries(value))
    if (isAnswer(answer)) answers.set(name, answer);
  return answers;
}

/** Whether a value has the form of an answer; whether an item has its codes, the item says. */
export const isAnswer = (value: unknown): value is Answer =>
  isCode(value) ||
  (Array.isArray(value)
    ? value.every(isCode)
    : isRecord(value) && Object.values(value).every(isCode));

export const isCode = (value: unknown): value is Code =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value));

/** An object with names and values, and nothing else: no list, no null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
