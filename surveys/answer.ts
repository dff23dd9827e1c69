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
