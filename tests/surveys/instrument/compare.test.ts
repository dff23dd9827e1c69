import { describe, expect, test } from "vitest";
import { compareVersions, differenceKinds, reusedCodes } from "#surveys";
import { everyKind, everyKindCodebook } from "./every-kind.ts";
import { choice, options, pages, plainCodebook, read, survey, title, type Json } from "./made.ts";

const labelled = (labels: Readonly<Record<string, string>>): Json[] =>
  Object.entries(labels).map(([value, label]) => ({ value, text: { default: label, es: label } }));
const version = (labels: Readonly<Record<string, string>>) =>
  read(survey(choice("a", { choices: labelled(labels) })));

test("a version is like itself", () => {
  const one = read(everyKind, everyKindCodebook);
  const other = read(structuredClone(everyKind), structuredClone(everyKindCodebook));
  expect(compareVersions(one, other)).toEqual([]);
});

interface Change {
  readonly what: string;
  readonly from: Json;
  readonly to: Json;
  /** "kind name", with ! where it breaks. */
  readonly found: readonly string[];
}
const one = (what: string, from: Json, to: Json, ...found: string[]): Change => ({
  what,
  from: { definition: survey(choice("first"), from) },
  to: { definition: survey(choice("first"), to) },
  found,
});
const coded = (what: string, from: Json, to: Json, ...found: string[]): Change => ({
  what,
  from: { codebook: plainCodebook(from) },
  to: { codebook: plainCodebook(to) },
  found,
});
const number = (more: Json = {}): Json => ({
  type: "text",
  inputType: "number",
  name: "a",
  title,
  ...more,
});
const text = (more: Json = {}): Json => ({ type: "text", name: "a", title, ...more });
const boxes = (more: Json = {}): Json => ({
  ...choice("a", { choices: options(1, 2, 3) }),
  type: "checkbox",
  ...more,
});
const rating = (high: number): Json => ({ type: "rating", name: "a", title, rateMax: high });
const matrix = (rows: string[], more: Json = {}): Json => ({
  type: "matrix",
  name: "a",
  title,
  rows: options(...rows),
  columns: options(1, 2, 3),
  ...more,
});
const check = (...validators: Json[]): Json => text({ validators });
const notes = (more: Json) => ({ items: { a: { label: "A", ...more } } });
const scale = (more: Json = {}) => ({
  scales: [{ id: "s", label: "S", items: ["r"], low: 1, high: 5, top: 100, needed: 1, ...more }],
});

const changes: readonly Change[] = [
  // What older answers do not notice.
  one(
    "a title",
    choice("a"),
    choice("a", { title: { default: "Now?", es: "¿Ahora?" } }),
    "words a",
  ),
  one(
    "a translation",
    choice("a"),
    choice("a", { title: { ...title, fr: "Quoi ?" } }),
    "languages ",
    "words a",
  ),
  one(
    "a translation of an option",
    choice("a", { choices: [{ value: 1, text: { default: "A", es: "B" } }] }),
    choice("a", { choices: [{ value: 1, text: { default: "A", es: "C" } }] }),
    "words a",
  ),
  one(
    "a language that is gone",
    choice("a", { description: { default: "A", fr: "B" } }),
    choice("a", { description: { default: "A" } }),
    "languages ",
    "words a",
  ),
  one(
    "a new option at the end",
    choice("a", { choices: options(1, 2) }),
    choice("a", { choices: options(1, 2, 3) }),
    "new option a",
  ),
  one(
    'a new option before "other"',
    choice("a", { choices: options(1, 2), showOtherItem: true, otherText: title }),
    choice("a", { choices: options(1, 2, 3), showOtherItem: true, otherText: title }),
    "new option a",
  ),
  one(
    "a way to refuse",
    choice("a"),
    choice("a", { showRefuseItem: true, refuseText: title }),
    "new option a",
  ),
  one(
    "options in another order",
    choice("a", { choices: options(1, 2) }),
    choice("a", { choices: options(2, 1) }),
    "moved option a",
  ),
  one("a random order", choice("a"), choice("a", { choicesOrder: "random" }), "moved option a"),
  one("a higher limit", number({ max: 10 }), number({ max: 20 }), "loosened limit a"),
  one("a lower lowest", number({ min: 10 }), number({ min: 5 }), "loosened limit a"),
  one("no limit", number({ max: 10 }), number(), "loosened limit a"),
  one("more characters", text({ maxLength: 10 }), text({ maxLength: 20 }), "loosened limit a"),
  one(
    "more answers",
    boxes({ maxSelectedChoices: 1 }),
    boxes({ maxSelectedChoices: 2 }),
    "loosened limit a",
  ),
  one("a check that is gone", check({ type: "regex", regex: "^a$" }), check(), "loosened limit a"),
  one("an optional item", choice("a", { isRequired: true }), choice("a"), "changed requirement a"),
  one(
    "required under a condition only",
    choice("a", { isRequired: true }),
    choice("a", { requiredIf: "{first} = 'yes'" }),
    "changed requirement a",
  ),
  one("a new row", matrix(["a"]), matrix(["a", "b"]), "new option a"),

  // What breaks.
  one("another kind", choice("a"), text(), "changed kind a!"),
  one(
    "an option that is gone",
    choice("a", { choices: options(1, 2, 3) }),
    choice("a", { choices: options(1, 3) }),
    "removed option a!",
  ),
  one(
    "a new option between others",
    choice("a", { choices: options(1, 3) }),
    choice("a", { choices: options(1, 2, 3) }),
    "new option a!",
  ),
  one("a longer scale", rating(5), rating(7), "new option a!", "new option a!"),
  one("a shorter scale", rating(5), rating(4), "removed option a!"),
  one(
    "another code for the same words",
    choice("a", { choices: labelled({ full: "Full time" }) }),
    choice("a", { choices: labelled({ ft: "full time" }) }),
    "changed code a!",
  ),
  one(
    "other codes for yes and no",
    { type: "boolean", name: "a", title },
    { type: "boolean", name: "a", title, valueTrue: 1, valueFalse: 0 },
    "changed code a!",
    "changed code a!",
  ),
  one("a lower limit", number({ max: 20 }), number({ max: 10 }), "narrowed limit a!"),
  one("a new limit", number(), number({ min: 3 }), "narrowed limit a!"),
  one("whole numbers only", number(), number({ step: 1 }), "narrowed limit a!"),
  one(
    "months for days",
    { ...text(), inputType: "date" },
    { ...text(), inputType: "month" },
    "narrowed limit a!",
  ),
  one(
    "a new check",
    check(),
    check({ type: "expression", expression: "{a} <> 'x'" }),
    "narrowed limit a!",
  ),
  one(
    "another pattern",
    check({ type: "regex", regex: "^a$" }),
    check({ type: "regex", regex: "^b$" }),
    "loosened limit a",
    "narrowed limit a!",
  ),
  one(
    "a stricter validator",
    check({ type: "text", maxLength: 9 }),
    check({ type: "text", maxLength: 8 }),
    "narrowed limit a!",
  ),
  one("required", choice("a"), choice("a", { isRequired: true }), "changed requirement a!"),
  one(
    "required under a new condition",
    choice("a"),
    choice("a", { requiredIf: "{first} = 'yes'" }),
    "changed requirement a!",
  ),
  one(
    "each row required",
    matrix(["a"]),
    matrix(["a"], { eachRowRequired: true }),
    "changed requirement a!",
  ),
  one(
    "a new row where each is required",
    matrix(["a"], { eachRowRequired: true }),
    matrix(["a", "b"], { eachRowRequired: true }),
    "new option a!",
  ),
  one("a row that is gone", matrix(["a", "b"]), matrix(["b"]), "removed option a!"),
  one(
    "a condition",
    choice("a"),
    choice("a", { visibleIf: "{first} = 'yes'" }),
    "changed condition a!",
  ),
  one(
    "another condition",
    choice("a", { visibleIf: "{first} = 'no'" }),
    choice("a", { visibleIf: "{first} = 'yes'" }),
    "changed condition a!",
  ),
  one("another default", choice("a"), choice("a", { defaultValue: "yes" }), "changed default a!"),
  {
    what: "an item that is gone",
    from: { definition: survey(choice("a"), choice("b")) },
    to: { definition: survey(choice("b")) },
    found: ["removed item a!"],
  },
  {
    what: "a new item",
    from: { definition: survey(choice("b")) },
    to: { definition: survey(choice("a"), choice("b")) },
    found: ["new item a"],
  },
  {
    what: "a new required item",
    from: { definition: survey(choice("b")) },
    to: { definition: survey(choice("b"), choice("a", { isRequired: true })) },
    found: ["new item a!"],
  },
  {
    what: "words between",
    from: { definition: survey(choice("b"), { type: "html", name: "h", html: "Hi" }) },
    to: { definition: survey(choice("b")) },
    found: ["words h"],
  },
  {
    what: "an item in another section",
    from: {
      definition: pages(
        { name: "p", elements: [choice("a"), choice("b")] },
        { name: "q", elements: [choice("c")] },
      ),
    },
    to: {
      definition: pages(
        { name: "p", elements: [choice("a")] },
        { name: "q", elements: [choice("b"), choice("c")] },
      ),
    },
    found: ["moved item b"],
  },
  {
    what: "the condition of a section",
    from: {
      definition: pages(
        { name: "p", elements: [choice("a")] },
        { name: "q", elements: [choice("b")] },
      ),
    },
    to: {
      definition: pages(
        { name: "p", elements: [choice("a")] },
        { name: "q", title, visibleIf: "{a} = 'yes'", elements: [choice("b")] },
      ),
    },
    found: ["words q", "changed condition q!"],
  },
  {
    what: "the title of the whole",
    from: { definition: survey(choice("a")) },
    to: { definition: { ...survey(choice("a")), title: "T" } },
    found: ["words "],
  },

  // The codebook.
  coded("a new consent", {}, { consent: { version: "2", text: "Other words." } }, "consent "),
  coded(
    "another consent under the same version",
    {},
    { consent: { version: "1", text: { default: "Other words.", es: "Otras." } } },
    "consent !",
  ),
  coded("a label for charts", notes({}), notes({ label: "B" }), "changed notes a"),
  coded(
    "a code that is missing now",
    notes({}),
    notes({ missing: { yes: "not applicable" } }),
    "changed notes a!",
  ),
  coded(
    "another direction",
    notes({ direction: "higher is more" }),
    notes({ direction: "higher is less" }),
    "changed notes a!",
  ),
  coded("another unit", notes({ unit: "USD" }), notes({ unit: "EUR" }), "changed notes a!"),
  coded("a new scale", {}, scale(), "changed scale s"),
  coded("a scale that is gone", scale(), {}, "changed scale s!"),
  coded(
    "a scale that turns an item round",
    scale(),
    scale({ reversed: ["r"] }),
    "changed scale s!",
  ),
  coded("a scale under another label", scale(), scale({ label: "T" })),
  coded(
    "modules",
    {},
    {
      modules: {
        each: 1,
        of: [
          { id: "x", sections: ["p"] },
          { id: "y", sections: ["q"] },
        ],
      },
    },
    "changed modules !",
  ),
];

const base = pages(
  { name: "p", elements: [choice("a")] },
  { name: "q", elements: [{ type: "rating", name: "r", title }] },
);

test.each([...changes])("$what", ({ from, to, found }) => {
  const before = read(from["definition"] ?? base, from["codebook"]);
  const after = read(to["definition"] ?? base, to["codebook"]);
  const differences = compareVersions(before, after);
  const short = differences.map(({ kind, name, safe }) => `${kind} ${name}${safe ? "" : "!"}`);
  expect(short).toEqual(found);
  for (const { text: sentence, kind } of differences) {
    expect(sentence).toMatch(/^["A-Z].*[.]$/u);
    expect(differenceKinds).toContain(kind);
  }
});

describe("codes keep their meaning", () => {
  const before = version({ "1": "Employed", "2": "Studying", "3": "Neither" });
  const kinds = (labels: Readonly<Record<string, string>>) =>
    compareVersions(before, version(labels)).map(({ kind, safe }) => `${kind}${safe ? "" : "!"}`);

  test("a label that is put better is safe, to be looked at", () => {
    expect(kinds({ "1": "In paid work", "2": "Studying", "3": "Neither" })).toEqual([
      "changed label",
    ]);
    expect(kinds({ "1": " employed ", "2": "Studying", "3": "Neither" })).toEqual(["words"]);
  });

  test("codes that change places break", () => {
    expect(kinds({ "1": "Studying", "2": "Employed", "3": "Neither" })).toEqual([
      "reused code!",
      "reused code!",
    ]);
  });

  test("a code that takes over the words of one that is gone breaks", () => {
    expect(kinds({ "1": "Studying", "3": "Neither" })).toContain("reused code!");
  });

  test("a code that was gone may come back as what it was, and as nothing else", () => {
    const without = version({ "1": "Employed", "3": "Neither" });
    const back = version({ "1": "Employed", "2": "studying", "3": "Neither" });
    const other = version({ "1": "Employed", "2": "Retired", "3": "Neither" });
    expect(reusedCodes([before, without], back)).toEqual([]);
    expect(reusedCodes([before, without], other)).toEqual([
      {
        kind: "reused code",
        name: "a",
        safe: false,
        text: 'The code "2" of "a" was "Studying" in an earlier version and would become "Retired"; give it another code.',
      },
    ]);
    expect(reusedCodes([before], other)).toEqual([]);
    expect(reusedCodes([], other)).toEqual([]);
  });

  test("an item that was gone comes back with its codes, and so do rows", () => {
    const gone = read(survey(choice("b")));
    expect(reusedCodes([before, gone], version({ "1": "Retired" }))).toHaveLength(1);
    const rows = (label: string) =>
      read(survey(matrix(["x"], { rows: [{ value: "x", text: { default: label, es: label } }] })));
    expect(reusedCodes([rows("Writing"), gone], rows("Speaking"))).toMatchObject([
      { text: expect.stringContaining('"a, rows"') },
    ]);
    expect(reusedCodes([rows("Writing"), gone], rows("Writing"))).toEqual([]);
  });
});
