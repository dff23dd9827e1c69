import { describe, expect, test } from "vitest";
import { ours, shownHere, shownThere, theirs, type Values } from "./peer.ts";

/** What a condition means, point by point: said here, asked of survey-core, asked of ourselves. */
const probes: readonly (readonly [law: string, text: string, values: Values, holds: boolean])[] = [
  ["a text equals itself whatever its case", "{a} = 'YES'", { a: "yes" }, true],
  ["outer blanks of a text do not count", "{a} = 'yes'", { a: "  yes " }, true],
  ["inner blanks of a text count", "{a} = 'a b'", { a: "a  b" }, false],
  ["not answered equals the empty text", "{a} = ''", {}, true],
  ["an empty text equals the empty text", "{a} = ''", { a: "" }, true],
  ["blanks are not the empty text for empty", "{a} empty", { a: "  " }, false],
  ["a text of digits equals its number", "{a} = 5", { a: "5" }, true],
  ["a number equals a text of its digits", "{a} = '5'", { a: 5 }, true],
  ["a text with a leading zero is a code, yet equals its number", "{a} = 5", { a: "05" }, true],
  ["a comma is a decimal point", "{a} > 1.4", { a: "1,5" }, true],
  ["the text true equals true", "{a} = true", { a: "true" }, true],
  ["true equals the text true", "{a} = 'True'", { a: true }, true],
  ["false is an answer", "{a} empty", { a: false }, false],
  ["zero is an answer", "{a} notempty", { a: 0 }, true],
  ["an empty list is no answer", "{a} empty", { a: [] }, true],
  ["a matrix without rows is no answer", "{a} empty", { a: {} }, true],
  ["not answered differs from every value", "{a} <> 'x'", {}, true],
  ["not answered is not less", "{a} < 5", {}, false],
  ["not answered is not at least", "{a} >= 0", {}, false],
  ["two that are not answered are equal", "{a} = {b}", {}, true],
  ["lists are equal in any order", "{a} = ['x', 'y']", { a: ["y", "x"] }, true],
  ["lists of other lengths differ", "{a} = ['x']", { a: ["y", "x"] }, false],
  [
    "matrices are equal row by row",
    "{a} = {b}",
    { a: { r: 1, s: "X" }, b: { s: "x", r: 1 } },
    true,
  ],
  ["matrices with other rows differ", "{a} = {b}", { a: { r: 1 }, b: { r: 1, s: 2 } }, false],
  ["empty rows of other names differ", "{a} = {b}", { a: { r: "" }, b: { s: "" } }, false],
  ["nothing and a list is the list", "{b} and {a}", { a: ["x"] }, false],
  ["a list contains one of its values", "{a} contains 'x'", { a: ["y", "x"] }, true],
  ["a list contains several only if all", "{a} contains ['x', 'z']", { a: ["y", "x"] }, false],
  ["a text contains its parts whatever the case", "{a} contains 'EL'", { a: "hello" }, true],
  ["*= is contains", "{a} *= 'ell'", { a: "hello" }, true],
  ["not answered does not contain", "{a} notcontains 'x'", {}, true],
  ["an empty list does not contain", "{a} notcontains 'x'", { a: [] }, true],
  ["any of a list is enough", "{a} anyof ['x', 'z']", { a: ["y", "x"] }, true],
  ["one code may be any of a list", "{a} anyof ['x', 'z']", { a: "z" }, true],
  ["all of a list are needed", "{a} allof ['x', 'z']", { a: ["x", "y"] }, false],
  ["zero is not all of its text", "{a} allof ['0']", { a: 0 }, false],
  ["none of a list", "{a} noneof ['p', 'q']", { a: ["x", "y"] }, true],
  ["not answered is none of a list", "{a} noneof ['p']", {}, true],
  ["and binds tighter than or", "{a} = 1 or {b} = 1 and {c} = 1", { a: 1 }, true],
  ["brackets bind tightest", "({a} = 1 or {b} = 1) and {c} = 1", { a: 1 }, false],
  ["contains binds tighter than plus", "1 + {a} contains 2", { a: [2] }, false],
  ["powers go from the left", "2 ^ 3 ^ 2 = 64", {}, true],
  ["minus goes from the left", "10 - 3 - 2 = 5", {}, true],
  ["dates compare as text", "{a} > '2019-12-31'", { a: "2020-01-01" }, true],
  ["a month is before its days", "{a} < '2019-06-01'", { a: "2019-06" }, true],
  ["texts are ordered with regard to case", "{a} < 'a'", { a: "B" }, true],
  ["a bare answer that is a text does not hold", "{a}", { a: "yes" }, false],
  ["a bare answer of true holds", "{a}", { a: true }, true],
  ["a bare 1 does not hold", "{a}", { a: 1 }, false],
  ["the bare text true is true", "{a}", { a: "true" }, true],
  ["1 and true is true", "{a} and true", { a: 1 }, true],
  ["true and 1 is 1", "true and {a}", { a: 1 }, false],
  ["! turns an answer around", "!{a}", { a: "yes" }, false],
  ["! binds tighter than =", "!{a} = 'no'", { a: "yes" }, false],
  ["! of what is not answered holds", "!{a}", {}, true],
  ["a row of a matrix is an answer", "{m.r1} = 'agree'", { m: { r1: "agree" } }, true],
  ["a row without answer is empty", "{m.r2} empty", { m: { r1: "agree" } }, true],
  ["the words beside other are an answer", "{a-Comment} notempty", { "a-Comment": "x" }, true],
  ["iif chooses", "iif({a} > 3, 'x', 'y') = 'x'", { a: 4 }, true],
  ["sum takes lists apart and skips gaps", "sum({a}, {b}, {c}) = 6", { a: 1, c: [2, 3] }, true],
  ["0.1 and 0.2 are 0.3", "{a} + {b} = 0.3", { a: 0.1, b: 0.2 }, true],
  ["0.3 less 0.1 is 0.2", "{a} - {b} = 0.2", { a: 0.3, b: 0.1 }, true],
  [
    "a text of 16 digits is a code, not a number",
    "{a} + 1 = '12345678901234561'",
    { a: "1234567890123456" },
    true,
  ],
  ["not answered adds nothing", "{a} + 2 = 2", {}, true],
  ["divided by zero is no answer", "{a} / 0 = ''", { a: 1 }, true],
  ["texts are joined", "{a} + 'b' = 'ab'", { a: "a" }, true],
  ["age counts full years", "age({a}) = 26", { a: "1999-11-22" }, true],
  ["age grows on the birthday", "age({a}) = 27", { a: "1999-11-21" }, true],
  ["age of nothing is not less", "age({a}) < 18", {}, false],
  ["today is after yesterday", "{a} < today()", { a: "2026-11-20" }, true],
  ["today is today", "{a} = today()", { a: "2026-11-21" }, true],
  ["this month began before today", "{a} < today()", { a: "2026-11" }, true],
  ["a word is no day", "today() < {a}", { a: "tomorrow" }, false],
  ["words of operators may be in capitals", "{a} NOTEMPTY AND {a} EQUAL 1", { a: 1 }, true],
  ["signs stand for words", "{a} == 1 && ({b} != 2 || {c} => 3)", { a: 1, b: 2, c: 3 }, true],
];

describe("conditions mean what they mean in SurveyJS", () => {
  test.each(probes)("%s: %s", (_, text, values, holds) => {
    expect(shownThere(text, values)).toBe(holds);
    expect(shownHere(text, values)).toBe(holds);
    expect(ours(text, values)).toEqual(theirs(text, values));
  });
});

test("on its first day a month has begun", () => {
  for (const text of ["{a} >= today()", "today() = {a}", "age({a}) = 0"]) {
    const values = { a: "2026-11" };
    expect(theirs(text, values, "2026-11-01")).toBe(true);
    expect(ours(text, values, "2026-11-01")).toBe(true);
  }
});

test("at least 31 points are probed, each by its own condition", () => {
  expect(new Set(probes.map(([law]) => law)).size).toBe(probes.length);
  expect(probes.length).toBeGreaterThanOrEqual(31);
});
