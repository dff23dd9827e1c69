import * as fc from "fast-check";
import { expect, test } from "vitest";
import { answersFromJson, answersToJson, isAnswer, sameAnswer, type Answer } from "#surveys";

const code = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const name = fc.oneof(fc.constantFrom("__proto__", "constructor", "2", "10", ""), fc.string());
const answer: fc.Arbitrary<Answer> = fc.oneof(code, fc.array(code), fc.dictionary(name, code));
const answers = fc.array(fc.tuple(name, answer)).map((entries) => new Map(entries));

test("answers go to JSON and come back, whatever their names", () => {
  fc.assert(
    fc.property(answers, (of) => {
      const back = answersFromJson(answersToJson(of));
      expect(new Set(back.keys())).toEqual(new Set(of.keys()));
      for (const [name, value] of of) expect(sameAnswer(back.get(name), value)).toBe(true);
    }),
  );
});

test("the same answers give the same text, in whatever order they came", () => {
  fc.assert(
    fc.property(answers, (of) => {
      const turned = [...of]
        .toReversed()
        .map(([name, value]): [string, Answer] => [
          name,
          typeof value === "object" && !Array.isArray(value)
            ? (Object.fromEntries(Object.entries(value).toReversed()) as Answer)
            : value,
        ]);
      expect(answersToJson(new Map(turned))).toBe(answersToJson(of));
    }),
  );
});

test("what is no answer is left out, what is no object refused", () => {
  const text = '{"a":null,"b":{"x":{}},"c":[[1]],"d":1,"e":[null],"f":[],"g":{"x":null}}';
  expect([...answersFromJson(text)]).toEqual([
    ["d", 1],
    ["f", []],
  ]);
  for (const wrong of ["[]", "null", "1", '"a"'])
    expect(() => answersFromJson(wrong)).toThrow("answersFromJson requires an object");
});

test("whatever JSON holds is an answer or is none", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify({ a: value });
      expect(answersFromJson(text).has("a")).toBe(isAnswer(value));
    }),
  );
});

test("lists are the same in any order, matrices in any order of rows, and nothing else is alike", () => {
  expect(sameAnswer([1, 2], [2, 1])).toBe(true);
  expect(sameAnswer({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  for (const [a, b] of [
    [1, "1"],
    [[1], 1],
    [[1], [1, 2]],
    [[1, 2, 2]],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [[], {}],
    [{ constructor: 1 }, {}],
  ] as [Answer, Answer][]) {
    expect(sameAnswer(a, b)).toBe(false);
    expect(sameAnswer(b, a)).toBe(false);
  }
  expect(sameAnswer(undefined, undefined)).toBe(true);
  expect(sameAnswer(undefined, "")).toBe(false);
});
