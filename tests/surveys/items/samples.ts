/** One item of each kind and more, with answers that it holds. */
import type { Answer, Item, ItemKindId } from "#surveys";

const asked = { title: "", required: false, validators: [] } as const;
const special = {
  other: { label: "Something else" },
  none: { label: "None of these" },
  refused: { label: "I would rather not say" },
  unsure: { label: "I don't know" },
} as const;
const options = [
  { code: 1, label: { default: "Never", es: "Nunca" } },
  { code: 2, label: { default: "Often", es: "A menudo" } },
  { code: "x", label: "Always" },
  { code: "__proto__", label: "A trap" },
] as const;

export interface Sample {
  readonly item: Item;
  /** Values it can hold, the words of each in English, and what has no place in it. */
  readonly holds: readonly (readonly [Answer, string])[];
  readonly refuses: readonly unknown[];
}

const never = [undefined, null, NaN, {}, [], () => 1, Symbol("x"), new Map()];

export const samples: readonly Sample[] = [
  {
    item: { ...asked, ...special, kind: "single choice", name: "how", options, randomOrder: false },
    holds: [
      [1, "Never"],
      ["x", "Always"],
      ["__proto__", "A trap"],
      ["other", "Something else"],
      ["dontknow", "I don't know"],
    ],
    refuses: [...never, "1", 3, [1], { how: 1 }, true, "constructor", "Other"],
  },
  {
    item: { ...asked, kind: "dropdown", name: "list", options, randomOrder: true },
    holds: [
      [2, "Often"],
      ["__proto__", "A trap"],
    ],
    refuses: [...never, "other", "none", "2", 0, ["x"]],
  },
  {
    item: {
      ...asked,
      ...special,
      kind: "multiple choice",
      name: "many",
      options,
      randomOrder: true,
    },
    holds: [
      [[1], "Never"],
      [[1, "x", "other"], "Never, Always, Something else"],
      [["none"], "None of these"],
    ],
    refuses: [
      ...never,
      1,
      "x",
      [1, 1],
      [1, "none"],
      ["refused", "dontknow"],
      [3],
      [[1]],
      [null],
      ["1"],
    ],
  },
  {
    item: {
      ...asked,
      kind: "rating",
      name: "points",
      options: [0, 1, 2].map((code) => ({ code, label: String(code) })),
    },
    holds: [
      [0, "0"],
      [2, "2"],
    ],
    refuses: [...never, 3, "2", -1, [2], 0.5],
  },
  {
    item: {
      ...asked,
      kind: "matrix",
      name: "grid",
      rows: [
        { name: "a", title: { default: "Writing", es: "Escribir" } },
        { name: "__proto__", title: "Speaking" },
      ],
      options,
      eachRowRequired: false,
    },
    holds: [
      [{ a: 1 }, "Writing: Never"],
      [JSON.parse('{"__proto__":2,"a":"x"}') as Answer, "Writing: Always; Speaking: Often"],
    ],
    refuses: [
      ...never,
      1,
      [1],
      { a: 3 },
      { a: [1] },
      { b: 1 },
      { a: 1, constructor: 1 },
      { a: "1" },
    ],
  },
  {
    item: { ...asked, kind: "yes/no", name: "agree", yesCode: true, noCode: false },
    holds: [
      [true, "Yes"],
      [false, "No"],
    ],
    refuses: [...never, "true", 0, 1, [true]],
  },
  {
    item: { ...asked, kind: "yes/no", name: "moved", yes: "I did", yesCode: "y", noCode: 0 },
    holds: [
      ["y", "I did"],
      [0, "No"],
    ],
    refuses: [...never, true, false, "yes"],
  },
  {
    item: { ...asked, kind: "number", name: "salary", low: 0, high: 1e6, whole: false },
    holds: [
      [0, "0"],
      [52000.5, "52000.5"],
      [-3, "-3"],
    ],
    refuses: [...never, "5", Infinity, 2 ** 60, [5], true],
  },
  {
    item: { ...asked, kind: "number", name: "children", whole: true },
    holds: [[2, "2"]],
    refuses: [...never, "2"],
  },
  {
    item: { ...asked, kind: "date", name: "left", to: "month", low: "2000-01" },
    holds: [
      ["2019-06", "June 2019"],
      ["1999-12", "December 1999"],
    ],
    refuses: [...never, "2019-13", "2019-00", "2019-6", "2019-06-30", "June 2019", 2019, "0019-06"],
  },
  {
    item: { ...asked, kind: "date", name: "began", to: "day" },
    holds: [
      ["2020-02-29", "February 29, 2020"],
      ["2000-02-29", "February 29, 2000"],
    ],
    refuses: [...never, "2019-02-29", "1900-02-29", "2019-04-31", "2019-06", "2019-06-00"],
  },
  {
    item: { ...asked, kind: "text", name: "job", input: "text", longest: 20 },
    holds: [
      ["Nurse", "Nurse"],
      ["__proto__", "__proto__"],
    ],
    refuses: [...never, "", "  ", 5, "a\u0000b", "a\nb", "\ud800", "x".repeat(10_001), ["a"]],
  },
  {
    item: { ...asked, kind: "text", name: "mail", input: "email", longest: 100 },
    holds: [["ana@example.org", "ana@example.org"]],
    refuses: [...never, 1],
  },
  {
    item: { ...asked, kind: "text", name: "page", input: "url", longest: 100 },
    holds: [["example.org/me", "example.org/me"]],
    refuses: [...never, 1],
  },
  {
    item: { ...asked, kind: "text", name: "phone", input: "tel", longest: 100 },
    holds: [["+1 555 0100", "+1 555 0100"]],
    refuses: [...never, 1],
  },
  {
    item: { ...asked, kind: "comment", name: "story", longest: 40, lines: 5 },
    holds: [["First.\nThen\tthat. 🎓", "First.\nThen\tthat. 🎓"]],
    refuses: [...never, "", " \n ", "\u0007", "\udc00x", "x".repeat(10_001), 1],
  },
  {
    item: { ...asked, kind: "information", name: "note", text: "Nearly there." },
    holds: [],
    refuses: [...never, "x", 1, true],
  },
];

export const kinds: readonly ItemKindId[] = samples.map(({ item }) => item.kind);

/** The first sample item of a kind, or the one of a name. */
export const sample = (name: string): Sample =>
  samples.find(({ item }) => item.name === name || item.kind === name)!;
