import * as fc from "fast-check";
import { ExpressionRunner } from "survey-core";
import { describe, expect, test } from "vitest";
import { evaluate, holds, parseCondition } from "#surveys";

/** Milliseconds of processor time, which a busy machine does not lengthen. */
function spent(on: () => void): number {
  const before = process.cpuUsage();
  on();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const refusalOf = (text: string) => {
  const parsed = parseCondition(text);
  if (parsed.ok) throw new Error(`taken: ${text}`);
  return parsed;
};

describe("what SurveyJS guesses is refused, with what to write instead", () => {
  test.each([
    ["({a} = 1", 0, ")"],
    ["{a} contains", 12, undefined],
    ["{a} = Yes", 6, "{Yes} or 'Yes'"],
    ["{a} = null", 6, "{name} empty"],
    ["{a} = undefined", 6, "{name} empty"],
    ["{a} = 0x10", 6, undefined],
    ["{a} = 00.5", 6, "'00.5'"],
    ["{ a } = 1", 0, "{a}"],
    ["{#a} = 1", 0, undefined],
    ["{a[0]} = 1", 0, undefined],
    ["{$a.isVisible} = true", 0, undefined],
    ["{a} = 'x<>y'", 8, undefined],
    ["{equals} = 1", 1, undefined],
    ["currentDate() > {a}", 0, "today()"],
    ["dateDiff({a}, {b}) > 1", 0, "age({name})"],
    ["toString()", 0, undefined],
    ["iif({a})", 0, undefined],
    ["age({a}, 'months') > 3", 0, undefined],
    ["today(1) > {a}", 0, undefined],
  ])("%s", (text, at, suggestion) => {
    expect(new ExpressionRunner(text).canRun()).toBe(true);
    expect(refusalOf(text)).toMatchObject({ at });
    expect(refusalOf(text).suggestion).toBe(suggestion);
  });
});

describe("what SurveyJS refuses is refused, at its place", () => {
  test.each([
    ["", 0, undefined],
    ["not {a}", 0, "!(…) before the condition, or notempty after a name"],
    ["{a} = 1 not", 8, "!(…) before the condition, or notempty after a name"],
    ["{a} is 'x'", 4, "="],
    ["{a} in ['x']", 4, "anyof"],
    ["-{a}", 0, undefined],
    ["{a} = 1)", 7, undefined],
    ["{a} = 1 {b}", 8, undefined],
    ["{a} & {b}", 4, "and"],
    ["{a} = ‘x’", 6, "'"],
    ["{a} = 'x", 6, undefined],
    ["{a} = 'it\"s'", 9, '\\"'],
    ["{a", 0, "{name}"],
    ["{}", 0, "{name}"],
    ["{a} = {b} and", 13, undefined],
    ["{a} empty empty", 10, undefined],
    ["({a}) empty", 6, undefined],
    ["[1, 2", 0, "]"],
    ["[1,, 2]", 3, undefined],
    ["iif ({a}, 1, 2)", 0, "{iif} or 'iif'"],
    ["{a} = 5.", 7, undefined],
    ["{a} = 1e5", 7, undefined],
    ["{a} ≥ 3", 4, undefined],
    ["{a} === 1", 6, undefined],
  ])("%s", (text, at, suggestion) => {
    expect(new ExpressionRunner(text).canRun()).toBe(false);
    expect(refusalOf(text)).toMatchObject({ at });
    expect(refusalOf(text).suggestion).toBe(suggestion);
  });
});

test("a refusal says what it refuses", () => {
  expect(refusalOf("minInArray({a}, 'b')").text).toBe(
    'There is no function "minInArray"; there are iif, age, today and sum.',
  );
  expect(refusalOf("{a} = 'x' xor {b}").text).toBe(
    'An operator, such as = or and, is expected before "xor".',
  );
  expect(refusalOf("iif({a})").text).toBe("iif takes 2 to 3 values, not 1.");
});

test("a condition knows the items it looks at", () => {
  const text =
    "{a} = 1 and ({m.r} = 2 or {m.s} = 3) and {b-Comment} notempty and sum({a}, [{c}]) > 1";
  const parsed = parseCondition(text);
  expect(parsed).toMatchObject({ ok: true, condition: { text, items: ["a", "m", "b", "c"] } });
});

describe("a hostile text ends quickly", () => {
  const hostile: readonly (readonly [string, string])[] = [
    ["10,000 opening brackets", "(".repeat(10_000)],
    ["5,000 opening brackets", "(".repeat(5000)],
    ["1,000 brackets around 1", `${"(".repeat(1000)}1${")".repeat(1000)}`],
    ["1,000 lists", "[".repeat(1000) + "]".repeat(1000)],
    ["5,000 exclamation marks", "!".repeat(5000)],
    ["1,000 calls", "iif(".repeat(1000)],
    ["100 kB of text", `'${"a".repeat(100_000)}'`],
    ["100 kB of or", "1 or ".repeat(20_000)],
    ["a text that never ends", `'${"\\".repeat(4990)}`],
    ["a name that never ends", `{${"a".repeat(4990)}`],
    ["a lone surrogate", "\ud800"],
    ["a character of no width", "{a}\u200b= 1"],
    ["a zero byte", "{a} = \0"],
  ];
  test.each(hostile)("%s: refused", (_, text) => {
    expect(spent(() => expect(parseCondition(text).ok).toBe(false))).toBeLessThan(100);
  });

  test("the longest chains are read and evaluated", () => {
    const known = { today: "2026-11-21", answer: () => undefined };
    for (const [text, value] of [
      [`1${"+1".repeat(2499)}`, 2500],
      [`'${"é".repeat(4998)}'`, "é".repeat(4998)],
      [`${"{a}=1||".repeat(700)}2=2`, true],
    ] as const) {
      const read = (): void => {
        const parsed = parseCondition(text);
        if (!parsed.ok) throw new Error(parsed.text);
        expect(evaluate(parsed.condition.tree, known)).toBe(value);
      };
      expect(spent(read)).toBeLessThan(100);
    }
  });

  test("any text at all is read or refused inside itself", () => {
    const letters = fc.constantFrom(..."{}()[]'\"!=<>&|*+-%^,. \n\\aé1🎓\u0000\ud800".split(""));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: letters })), (text) => {
        const parsed = parseCondition(text);
        if (!parsed.ok) expect(parsed.at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe("names of objects are names of items", () => {
  const answers = new Map<string, unknown>(
    Object.entries({
      ["__proto__"]: "p",
      constructor: "c",
      toString: ["t"],
      "m.__proto__": 1,
      m: JSON.parse('{"__proto__": 1, "toString": 2, "length": 3}'),
    }),
  );
  answers.set("__proto__", "p");
  const known = { today: "2026-11-21", answer: (name: string) => answers.get(name) as string };
  test.each([
    ["{__proto__} = 'p'", true],
    ["{constructor} = 'c'", true],
    ["{toString} contains 't'", true],
    ["{m.__proto__} = 1", true],
    ["{m} = {m} and {m} notempty", true],
    ["{m} > 1 or {m} contains 'zzz' or sum({m}) <> 0", false],
    ["{hasOwnProperty} empty and {valueOf} empty", true],
  ])("%s", (text, expected) => {
    const parsed = parseCondition(text);
    if (!parsed.ok) throw new Error(parsed.text);
    expect(holds(parsed.condition, known)).toBe(expected);
  });
});
