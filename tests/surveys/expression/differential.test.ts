import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCondition } from "#surveys";
import { ours, theirs, today, type Values } from "./peer.ts";
import { condition, values } from "./written.ts";

test("any condition comes to the same in SurveyJS and here, whatever was answered", () => {
  fc.assert(
    fc.property(condition, values, (text, answers) => {
      expect(ours(text, answers)).toEqual(theirs(text, answers));
    }),
    { numRuns: 20_000 },
  );
});

/** Words and signs in any order: mostly nonsense, sometimes a condition that nobody would think of. */
const soup = fc
  .array(
    fc.constantFrom(
      ..."{a} {b} 'x' \"y\" 1 2.5 -3 true ( ) [ ] , ! and or = <> < >= + - * / % ^ *= contains anyof empty notempty iif( sum( today() age( negate less power".split(
        " ",
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(" "));

test("whatever is taken here, SurveyJS takes too, and means the same", () => {
  let taken = 0;
  fc.assert(
    fc.property(soup, (text) => {
      if (!parseCondition(text).ok) return;
      taken++;
      for (const values of [{}, { a: 2.5, b: "x" }, { a: ["x", "y"], b: true }])
        if (!meantToDiffer(text)) expect(ours(text, values)).toEqual(theirs(text, values));
    }),
    { numRuns: 50_000 },
  );
  expect(taken).toBeGreaterThan(1000);
});

/** Of the table below, what soup is full of: calculating with lists and with days, age of what is no day. */
const meantToDiffer = (text: string): boolean => /[+*/%^-]|power|sum|age|today/.test(text);

/** What is meant to differ, each with an example. Nothing else may: the conditions above are written without these. */
const differences: readonly (readonly [
  what: string,
  why: string,
  text: string,
  values: Values,
  ours: unknown,
])[] = [
  ["numbers are decimal", "a code may begin with 0x", "sum({a})", { a: "0x10" }, 0],
  ["lists are not calculated with", "[5] + 1 is a slip", "{a} + 1", { a: [5] }, undefined],
  ["texts add nothing to a sum", "a sum is a number", "sum({a}, 1)", { a: "abc" }, 1],
  ["matrices add nothing to a sum", "a sum is a number", "sum({a}, 1)", { a: { r: 2 } }, 1],
  ["a number is no day", "2019 is no millisecond", "{a} < today()", { a: 2019 }, false],
  ["only ISO days are days", "3/4 is March or April", "{a} < today()", { a: "3/4/2020" }, false],
  ["a number has no age", "1990 is no millisecond", "age({a})", { a: 1990 }, undefined],
  ["no 31 February", "a slip is not 3 March", "age({a})", { a: "2000-02-31" }, undefined],
  ["today is a text", "there is no moment, only a day", "today() + ''", {}, today],
  ["undefined is a word", "a person may write it", "{a} = ''", { a: "undefined" }, false],
  ["names have their case", "reading refuses {A} for a", "{A} = 1", { a: 1 }, false],
];

describe("what is meant to differ differs as told", () => {
  test.each(differences)("%s, since %s", (_what, _why, text, values, value) => {
    expect(theirs(text, values)).not.toEqual(value);
    expect(ours(text, values)).toEqual(value);
  });
});
