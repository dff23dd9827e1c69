/** Where we mean to judge otherwise than survey-core. Whatever is in no row of this table must be the same. */
import type { Answer, Item } from "#surveys";

export interface Difference {
  readonly what: string;
  readonly why: string;
  /** Who finds the answer amiss. */
  readonly stricter: "we" | "survey-core";
  explains(item: Item, answer: Answer | undefined): boolean;
  /** Answers to one of the definitions, of which the one named is found amiss by one side only. */
  readonly example: {
    readonly to: string;
    readonly answers: Readonly<Record<string, Answer>>;
    readonly about: string;
  };
}

export const differences: readonly Difference[] = [
  {
    what: "too few ticked, where nothing was ticked",
    why: "whatever is not required may be left blank",
    stricter: "survey-core",
    explains: (item, answer) =>
      item.kind === "multiple choice" && item.atLeast !== undefined && answer === undefined,
    example: { to: "choices", answers: { status: "study" }, about: "did" },
  },
  {
    what: "more ticked than maxSelectedChoices",
    why: "survey-core leaves it to the page, and a page without scripts cannot hold anyone back",
    stricter: "we",
    explains: (item, answer) =>
      item.kind === "multiple choice" &&
      Array.isArray(answer) &&
      answer.length > (item.atMost ?? Infinity),
    example: { to: "choices", answers: { did: ["a", "b", "c", "d"] }, about: "did" },
  },
  {
    what: "longer than maxLength",
    why: "survey-core leaves it to the page",
    stricter: "we",
    explains: (item, answer) =>
      "longest" in item && typeof answer === "string" && [...answer].length > item.longest,
    example: { to: "texts", answers: { word: "thirteen long" }, about: "word" },
  },
  {
    what: "not a link, where inputType is url",
    why: "survey-core leaves it to the browser",
    stricter: "we",
    explains: (item, answer) =>
      item.kind === "text" && item.input === "url" && !URL.canParse(String(answer)),
    example: { to: "texts", answers: { word: "zzz", page: "no link" }, about: "page" },
  },
  {
    what: "two emoji are two characters",
    why: "survey-core counts halves of them, so that people and limits disagree",
    stricter: "we",
    explains: (item, answer) =>
      typeof answer === "string" &&
      item.validators.some(
        ({ kind, ...limits }) =>
          kind === "length" &&
          "low" in limits &&
          [...answer].length < limits.low! &&
          answer.length >= limits.low!,
      ),
    example: { to: "texts", answers: { word: "ok", story: "🎓🎓" }, about: "story" },
  },
];
