import * as fc from "fast-check";
import { expect, test } from "vitest";
import { reasonAt, type Column } from "#analysis";
import { engagementIndicators, scales, scoreScale, type Scale } from "#surveys";

const skipped = -128;
const notApplicable = -127;
const columns = (scale: Scale, ...people: number[][]): Column[] =>
  scale.items.map((id, item) => ({
    id,
    label: id,
    level: "ordinal",
    values: Int8Array.from(people, (answers) => answers[item]!),
  }));
const scale = (id: string): Scale => engagementIndicators.find((each) => each.id === id)!;
const scores = (of: Scale, needed: number, ...people: number[][]) =>
  Array.from(scoreScale(of, columns(of, ...people), needed).values);

test("higher-order learning by hand", () => {
  // 1 2 3 4 -> 0 20 40 60, mean 30. 4 4 4 3 -> 60 60 60 40, mean 55. 2 2 3 2 -> 20 20 40 20, mean 25.
  expect(scores(scale("HO"), 4, [1, 2, 3, 4], [4, 4, 4, 3], [2, 2, 3, 2])).toEqual([30, 55, 25]);
});

test("learning strategies by hand: three items do not divide evenly", () => {
  // 2 3 3 -> 20 40 40, mean 100 / 3. 1 1 2 -> 0 0 20, mean 20 / 3.
  expect(scores(scale("LS"), 3, [2, 3, 3], [1, 1, 2])).toEqual([100 / 3, 20 / 3]);
});

test("quality of interactions by hand: seven points", () => {
  // 7 6 5 4 3 -> 60 50 40 30 20, mean 40. 1 1 1 1 2 -> 0 0 0 0 10, mean 2.
  expect(scores(scale("QI"), 5, [7, 6, 5, 4, 3], [1, 1, 1, 1, 2])).toEqual([40, 2]);
});

test("a scale from 0 to 10 by hand", () => {
  // 0 10 5 -> 0 100 50, mean 50.
  const of = { ...scale("LS"), low: 0, high: 10, top: 100 };
  expect(scores(of, 3, [0, 10, 5])).toEqual([50]);
});

test("missing items by hand: who has too few answers has no score and a reason", () => {
  // 4 answers of 5 needed. 7 7 7 7 _ -> 60. 7 7 7 _ _ -> none. Nothing at all -> the reason of the first item.
  const items = columns(
    scale("QI"),
    [7, 7, 7, 7, notApplicable],
    [7, 7, 7, skipped, notApplicable],
    [notApplicable, skipped, skipped, skipped, skipped],
  );
  const { values, reasons } = scoreScale(scale("QI"), items, 4);
  expect(Array.from(values)).toEqual([60, NaN, NaN]);
  const column: Column = { id: "QI", label: "QI", level: "interval", values, reasons };
  expect([0, 1, 2].map((person) => reasonAt(column, person))).toEqual([
    undefined,
    "skipped",
    "not applicable",
  ]);
});

test("a scale needs items and a rule", () => {
  expect(() => scoreScale(scale("HO"), [], 1)).toThrow(RangeError);
  expect(() => scoreScale(scale("HO"), columns(scale("HO"), [1, 1, 1, 1]), 0)).toThrow(RangeError);
});

const answer = (of: Scale) =>
  fc.oneof(fc.integer({ min: of.low, max: of.high }), fc.constant(skipped));
const people = (of: Scale) =>
  fc.array(fc.array(answer(of), { minLength: of.items.length, maxLength: of.items.length }), {
    minLength: 1,
  });

test.each(scales.map((each) => [each.id, each] as const))(
  "%s keeps the laws of a scale",
  (_, of) => {
    const k = of.items.length;
    expect(scores(of, k, Array<number>(k).fill(of.low), Array<number>(k).fill(of.high))).toEqual([
      0,
      of.top,
    ]);
    fc.assert(
      fc.property(people(of), fc.integer({ min: 1, max: k }), (answers, needed) => {
        const found = scores(of, needed, ...answers);
        for (const [person, score] of found.entries()) {
          const given = answers[person]!.filter((value) => value !== skipped);
          expect(Number.isNaN(score)).toBe(given.length < needed);
          if (!Number.isNaN(score)) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(of.top);
            // Reversing every item reverses the scale.
            const reversed = answers[person]!.map((value) =>
              value === skipped ? value : of.low + of.high - value,
            );
            expect(scores(of, needed, reversed)[0]).toBeCloseTo(of.top - score, 10);
          }
        }
        // The order of the items does not matter.
        const backwards = scoreScale(of, columns(of, ...answers).toReversed(), needed).values;
        expect(Array.from(backwards)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  },
);

test("the ten indicators have 47 items, none in two", () => {
  const items = engagementIndicators.flatMap((each) => each.items);
  expect(engagementIndicators).toHaveLength(10);
  expect(items).toHaveLength(47);
  expect(new Set(items).size).toBe(47);
});
