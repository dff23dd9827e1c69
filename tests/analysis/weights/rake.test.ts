/** What raking promises, on random samples; R's numbers stand in the corpus. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calibrate, calibrationResiduals } from "../../../analysis/weights/calibrate.ts";
import { meanOf, totalOf } from "../../../analysis/weights/design.ts";
import { rake, rakeTrimmed } from "../../../analysis/weights/rake.ts";
import type { PopulationMargin } from "../../../analysis/weights/raker.ts";
import { responseWeights } from "../../../analysis/weights/response-classes.ts";
import { close } from "../../support/close.ts";

const people = (...counts: number[]) => new Map(counts.entries());

/** Everybody at least once in each cell of 3 x 2, then at random: every margin can be met. */
const sample = fc
  .array(
    fc.record({
      major: fc.integer({ min: 0, max: 2 }),
      woman: fc.integer({ min: 0, max: 1 }),
      base: fc.double({ min: 0.2, max: 5, noNaN: true }),
    }),
    { minLength: 10, maxLength: 40 },
  )
  .map((drawn) => {
    const each = [0, 1, 2].flatMap((major) => [0, 1].map((woman) => ({ major, woman, base: 1 })));
    const rows = [...each, ...drawn];
    return {
      base: Float64Array.from(rows, ({ base }) => base),
      major: Float64Array.from(rows, ({ major }) => major),
      woman: Float64Array.from(rows, ({ woman }) => woman),
    };
  });

const margins = ({ major, woman }: { major: Float64Array; woman: Float64Array }) => [
  { name: "major", codes: major, people: people(200, 500, 300) },
  { name: "woman", codes: woman, people: people(450, 550) },
];

const weightIn = (weights: Float64Array, { codes }: PopulationMargin, code: number) =>
  weights.reduce((sum, w, i) => sum + (codes[i] === code ? w : 0), 0);

describe("raking", () => {
  test("meets every margin, keeps the odds ratios of the base weights, and done twice changes nothing", () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const known = margins(drawn);
        const raked = rake(drawn.base, known);
        if (!raked.ok) throw new Error(raked.message);
        for (const margin of known)
          for (const [code, count] of margin.people)
            close(weightIn(raked.weights, margin, code), count, 1e-7);
        const again = rake(raked.weights, known);
        if (!again.ok) throw new Error(again.message);
        expect(again.rounds).toBe(1);
        again.weights.forEach((w, i) => close(w, raked.weights[i]!, 1e-7));
        // The factor of a cell is a product of one number per category: rows 0..3 are two majors by two genders.
        const factor = (i: number) => raked.weights[i]! / drawn.base[i]!;
        close((factor(0) * factor(3)) / (factor(1) * factor(2)), 1, 1e-9);
      }),
    );
  });

  test("by one margin is post-stratification, exact after one round", () => {
    const codes = Float64Array.of(0, 0, 1, 1, 1);
    const raked = rake(Float64Array.of(1, 3, 1, 1, 2), [
      { name: "major", codes, people: people(100, 80) },
    ]);
    expect(raked).toMatchObject({ ok: true, rounds: 1 });
    expect(raked.ok && [...raked.weights]).toEqual([25, 75, 20, 20, 40]);
  });

  test("does not depend on the unit of the base weights", () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const [one, other] = [drawn.base, drawn.base.map((w) => 1000 * w)].map((base) =>
          rake(base, margins(drawn)),
        );
        if (!one!.ok || !other!.ok) throw new Error("expected weights");
        one!.weights.forEach((w, i) => close(other!.ok ? other!.weights[i]! : NaN, w, 1e-9));
      }),
    );
  });

  test("says which margin is in the way", () => {
    const base = new Float64Array(4).fill(1);
    const codes = Float64Array.of(0, 0, 1, 1);
    const labels = new Map([[2, "Arts"]]);
    const empty = rake(base, [{ name: "major", codes, people: people(10, 10, 5), labels }]);
    expect(empty).toMatchObject({ ok: false, because: "empty category", margin: "major" });
    expect(!empty.ok && empty.message).toContain(
      '"Arts" of "major", which the population has people in',
    );
    const unknown = rake(base, [{ name: "major", codes, people: people(10) }]);
    expect(unknown).toMatchObject({ because: "unknown category", margin: "major" });
    const sizes = rake(base, [
      { name: "major", codes, people: people(10, 10) },
      { name: "woman", codes: Float64Array.of(0, 1, 0, 1), people: people(10, 11) },
    ]);
    expect(sizes).toMatchObject({ because: "margins disagree", margin: "woman" });
    // Majors and women are the same people here, but the population has them in other numbers.
    const never = rake(base, [
      { name: "major", codes, people: people(10, 10) },
      { name: "woman", codes, people: people(12, 8) },
    ]);
    expect(never).toMatchObject({ ok: false, because: "does not settle", margin: "major" });
  });

  test("does not let people without weight fill a category, nor take a weight below 0", () => {
    const known = [{ name: "major", codes: Float64Array.of(0, 0, 1), people: people(10, 5) }];
    const found = rake(Float64Array.of(1, 1, 0), known);
    expect(found).toMatchObject({ ok: false, because: "empty category" });
    expect(() => rake(Float64Array.of(1, -1, 1), known)).toThrow(RangeError);
  });

  test("a category that the population lacks gets no weight", () => {
    const codes = Float64Array.of(0, 0, 1);
    const raked = rake(new Float64Array(3).fill(1), [
      { name: "major", codes, people: people(10, 0) },
    ]);
    expect(raked.ok && [...raked.weights]).toEqual([5, 5, 0]);
  });
});

describe("trimming", () => {
  test("leaves no weight above the cap, keeps the margins and gains effective people", () => {
    const base = new Float64Array(34).fill(1).with(30, 40);
    const codes = base.map((_, i) => i % 2);
    const known = [{ name: "woman", codes, people: people(600, 400) }];
    const raked = rakeTrimmed(base, known, { times: 5 });
    if (!raked.ok) throw new Error(raked.message);
    expect(raked.largest).toBeLessThanOrEqual(5 * (1 + 1e-7));
    expect(raked.effectiveN.after).toBeGreaterThan(2 * raked.effectiveN.before);
    close(weightIn(raked.weights, known[0]!, 0), 600, 1e-7);
    const untouched = rakeTrimmed(new Float64Array(34).fill(1), known, { times: 5 });
    expect(untouched.ok && untouched.effectiveN.before === untouched.effectiveN.after).toBe(true);
  });

  test("leaves the margins met where they do not allow the cap, and says how far above it is left", () => {
    const base = new Float64Array(21).fill(1);
    const codes = base.map((_, i) => Number(i === 0));
    const known = [{ name: "first", codes, people: people(100, 100) }];
    const raked = rakeTrimmed(base, known, { times: 5 });
    if (!raked.ok) throw new Error(raked.message);
    for (const code of [0, 1]) close(weightIn(raked.weights, known[0]!, code), 100, 1e-7);
    close(raked.largest, 20, 1e-12);
    expect(raked.misfit).toBeLessThan(1e-8);
  });

  test("is not done where a cut would leave a margin behind", () => {
    // Whoever is both is alone in it: cut to the cap, no weights meet both margins.
    const cells = [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const;
    const codesOf = (at: 0 | 1) => Float64Array.from(cells, (cell) => cell[at]);
    const known = [
      { name: "one", codes: codesOf(0), people: people(90, 10) },
      { name: "other", codes: codesOf(1), people: people(80, 20) },
    ];
    const base = Float64Array.of(1, 1, 1);
    const plain = rake(base, known);
    const trimmed = rakeTrimmed(base, known, { times: 1.5 });
    if (!plain.ok || !trimmed.ok) throw new Error("expected weights");
    trimmed.weights.forEach((w, i) => close(w, plain.weights[i]!, 1e-7));
    [80, 10, 10].forEach((w, i) => close(trimmed.weights[i]!, w, 1e-6));
  });

  test("goes on until none is above, one after the other", () => {
    const base = new Float64Array(40).fill(1);
    for (let i = 0; i < 8; i++) base[i] = 4 * 1.5 ** i;
    const codes = base.map((_, i) => i % 2);
    const known = [{ name: "woman", codes, people: people(500, 500) }];
    const raked = rakeTrimmed(base, known, { times: 2 });
    if (!raked.ok) throw new Error(raked.message);
    close(raked.largest, 2, 1e-7);
    for (const code of [0, 1]) close(weightIn(raked.weights, known[0]!, code), 500, 1e-7);
  });

  test("requires a cap of at least the median", () => {
    const cut = (times: number) => rakeTrimmed(new Float64Array(2).fill(1), [], { times });
    expect(() => cut(0.99)).toThrow(RangeError);
    expect(() => cut(NaN)).toThrow(RangeError);
  });

  test("to the median makes all alike where nothing stands against it", () => {
    const base = Float64Array.of(1, 2, 3, 4, 5);
    const codes = new Float64Array(5);
    const raked = rakeTrimmed(base, [{ name: "all", codes, people: people(50) }], { times: 1 });
    if (!raked.ok) throw new Error(raked.message);
    expect(raked.largest).toBeLessThan(1 + 1e-6);
  });
});

describe("linear calibration", () => {
  test("meets every total with weights near the base ones", () => {
    fc.assert(
      fc.property(sample, ({ base, major, woman }) => {
        const known = [
          { values: woman, total: 550 },
          { values: major, total: 1100 },
          { values: woman.map((one) => 1 - one), total: 450 },
        ];
        const weights = calibrate(base, 1000, known);
        close(
          weights.reduce((sum, w) => sum + w, 0),
          1000,
          1e-9,
        );
        for (const { values, total } of known)
          close(
            weights.reduce((sum, w, i) => sum + w * values[i]!, 0),
            total,
            1e-9,
          );
        if (Math.min(...weights) <= 0) return;
        const same = calibrate(weights, 1000, known);
        same.forEach((w, i) => close(w, weights[i]!, 1e-9, 1e-9));
      }),
    );
  });
});

describe("the error after calibration", () => {
  test("is none where the margins know the answer, and unchanged where they know nothing", () => {
    const group = Float64Array.of(0, 0, 0, 1, 1, 1);
    const weights = Float64Array.of(1, 2, 1, 3, 1, 2);
    const all = weights.reduce((sum, w) => sum + w, 0);
    const se = (y: Float64Array) => {
      const { value } = meanOf(y, { weights });
      const influence = y.map((one) => (one - value) / all);
      const left = calibrationResiduals(influence, [group], weights);
      return totalOf(
        left.map((one, i) => one * weights[i]!),
        { weights },
      ).se;
    };
    expect(se(group.map((one) => 5 + 2 * one))).toBeLessThan(1e-12);
    // Both groups have a weighted mean of 3.
    const y = Float64Array.of(1, 3, 5, 2, 6, 3);
    close(se(y), meanOf(y, { weights }).se, 1e-12);
  });
});

describe("response classes", () => {
  test("let those who answered speak for their class, and say whom nobody speaks for", () => {
    const answered = Float64Array.of(1, 0, 1, 0, 1, 0);
    const classes = Float64Array.of(7, 7, 7, 8, 9, 8);
    const found = responseWeights(answered, classes);
    expect([...found.weights]).toEqual([1.5, 0, 1.5, 0, 1, 0]);
    expect(found.classes.map(({ code, people: n }) => [code, n])).toEqual([
      [7, 3],
      [8, 2],
      [9, 1],
    ]);
    expect(found.unrepresented).toBe(2);
  });
});
