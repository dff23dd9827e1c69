import { expect, test } from "vitest";
import { instruments } from "../../../surveys/instruments/index.ts";
import { everyKind, everyKindCodebook } from "./every-kind.ts";
import { choice, pages, read, survey, title } from "./made.ts";

const whole = read(everyKind, everyKindCodebook);
const item = (name: string) => whole.items.get(name);

test("the definition comes out as it went in", () => {
  expect(whole.definition).toBe(everyKind);
});

test("items stand in their order, under their kinds", () => {
  expect([...whole.items].map(([name, { kind }]) => `${name}: ${kind}`)).toEqual([
    "hello: information",
    "employed: single choice",
    "field: dropdown",
    "found: multiple choice",
    "match: yes/no",
    "paid: yes/no",
    "satisfied: rating",
    "again: rating",
    "skills: matrix",
    "salary: number",
    "since: date",
    "born: date",
    "mail: text",
    "phone: text",
    "page: text",
    "postcode: text",
    "last: comment",
  ]);
  expect(whole.sections.map(({ name, items }) => [name, items.length])).toEqual([
    ["work", 4],
    ["more", 13],
  ]);
});

test("what a definition says of an item is said in our words", () => {
  expect(item("employed")).toMatchObject({
    required: true,
    defaultAnswer: "full",
    options: [{ code: "full" }, { code: "part" }, { code: "no" }],
    other: { label: { default: "Something else" }, placeholder: { default: "What?" } },
    refused: { label: { default: "Prefer not to say" } },
  });
  expect(item("field")).toMatchObject({
    visibleIf: { text: "{employed} anyof ['full', 'part']", items: ["employed"] },
    requiredIf: { items: ["employed"] },
    required: false,
  });
  expect(item("found")).toMatchObject({
    randomOrder: true,
    atLeast: 1,
    atMost: 2,
    validators: [{ kind: "count", low: 1, high: 2, text: { default: "One or two" } }],
  });
  expect(item("match")).toMatchObject({ yesCode: true, noCode: false });
  expect(item("paid")).toMatchObject({ yesCode: "1", noCode: "0" });
  expect(item("skills")).toMatchObject({
    rows: [{ name: "writing" }, { name: "numbers" }],
    eachRowRequired: true,
  });
  expect(item("salary")).toMatchObject({
    low: 0,
    high: 1_000_000,
    whole: true,
    validators: [
      { kind: "numeric", low: 0, high: 900_000 },
      { kind: "condition", holds: { items: ["salary"] } },
    ],
  });
  expect(item("since")).toMatchObject({ to: "month", low: "1990-01", high: "2030-12" });
  expect(item("born")).toMatchObject({ to: "day", low: "1930-01-01" });
  expect(item("postcode")).toMatchObject({
    input: "text",
    longest: 250,
    validators: [
      { kind: "pattern", pattern: "^[A-Z]{2}\\d{3,5}$" },
      { kind: "length", low: 5, high: 7 },
    ],
  });
  expect(item("last")).toMatchObject({ lines: 6, longest: 2000 });
});

test("words between questions become plain paragraphs", () => {
  expect(item("hello")).toMatchObject({
    text: { default: "Hello.\n\nSome words first:\n\n• one" },
  });
  const said = (html: string) => read(survey({ type: "html", name: "h", html })).items.get("h");
  expect(said("a<br/>b &amp; c &lt;d&gt;")).toMatchObject({ text: "a\nb & c <d>" });
  expect(said("5 < 6 and 7 > 3")).toMatchObject({ text: "5 < 6 and 7 > 3" });
});

test("a rating without ends has one to five", () => {
  const rating = read(survey({ type: "rating", name: "r", title })).items.get("r");
  expect(rating).toMatchObject({
    options: [1, 2, 3, 4, 5].map((code) => ({ code, label: String(code) })),
  });
});

test("languages: the first is that of the definition, the others as words have them", () => {
  expect(whole.locales).toEqual(["en", "es"]);
  expect(read(survey(choice("a", { title: "Same", choices: ["a", "b"] }))).locales).toEqual([
    "en",
    "es",
  ]);
  const german = { ...survey({ type: "comment", name: "c", title: { de: "Was?", fr: "Quoi ?" } }) };
  expect(read({ ...german, title: "T", locale: "de" }).locales).toEqual(["de", "fr", "es"]);
});

test("a condition may look at an item of its own section that stands before it", () => {
  const { items } = read(
    pages({ name: "p", elements: [choice("a"), choice("b", { visibleIf: "{a} = 'yes'" })] }),
  );
  expect(items.get("b")?.visibleIf?.items).toEqual(["a"]);
});

test("the instruments that come with the program are read", () => {
  expect(instruments.length).toBeGreaterThan(2);
  for (const { file } of instruments)
    expect(read(file.definition, file.codebook).items.size).toBeGreaterThan(10);
});
