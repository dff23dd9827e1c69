/**
 * What every line of the table of methods keeps. The numbers need no outside authority: each law compares a method
 * with itself on people described in another way.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Estimate } from "../../../analysis/association.ts";
import { methods, type MethodId } from "../../../analysis/methods/index.ts";
import type { Pairs } from "../../../analysis/methods/method.ts";
import { close } from "../../support/close.ts";
import { grouped, pairs, peopleFor, reordered, weighted, weightsFor } from "./people.ts";

/** Methods without a version for weights: they say so. */
const unweighted: ReadonlySet<MethodId> = new Set<MethodId>([
  "omega-squared",
  "epsilon-squared",
  "polychoric",
  "tetrachoric",
  "polyserial",
  "biserial",
  "distance-correlation",
  "xi",
]);

/** Methods whose correction for chance looks at the number of people: twice the people is not the same as weight 2. */
const countsPeople: ReadonlySet<MethodId> = new Set<MethodId>(["cramers-v", "hedges-g"]);

/** People with a random order and random weights. */
const crowd = (method: (typeof methods)[number]) =>
  peopleFor(method).chain((people) =>
    fc.record({
      people: fc.constant(people),
      weight: weightsFor(people.n),
      order: fc.shuffledSubarray([...people.x.keys()], { minLength: people.n }),
    }),
  );

describe.each(methods.map((method) => [method.id, method] as const))("%s", (id, method) => {
  const estimate = (people: Pairs): Estimate => method.estimate(people, 0.95);
  const weighable = !unweighted.has(id);
  const holds = (law: (one: { people: Pairs; weight: Float64Array; order: number[] }) => void) =>
    fc.assert(fc.property(crowd(method), law), { numRuns: 60 });

  test("stays in its range, its interval too, and p lies above 0 and at most at 1", () => {
    holds(({ people, weight }) => {
      for (const one of weighable ? [people, weighted(people, weight)] : [people]) {
        const { value, interval, p } = known(estimate(one));
        const [low, high] = method.range;
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        if (interval === null) continue;
        expect(interval.low).toBeGreaterThanOrEqual(low);
        expect(interval.high).toBeLessThanOrEqual(high);
        expect(interval.low).toBeLessThanOrEqual(interval.high);
      }
    });
  });

  test("does not depend on the order of rows", () => {
    holds(({ people, weight, order }) => {
      same(estimate(reordered(people, order)), estimate(people));
      if (!weighable) return;
      const withWeights = weighted(people, weight);
      same(estimate(reordered(withWeights, order)), estimate(withWeights));
    });
  });

  test("gives a table and its people the same estimate, interval and p", () => {
    holds(({ people, weight }) => {
      same(estimate(grouped(people)), estimate(people));
      if (!weighable) return;
      const withWeights = weighted(people, weight);
      same(estimate(grouped(withWeights)), estimate(withWeights));
    });
  });

  if (!weighable)
    test("says that it has no version for weights", () => {
      holds(({ people, weight }) => {
        expect(estimate(weighted(people, weight))).toEqual({
          ok: false,
          because: "no weighted version",
        });
      });
      expect(method.inference).toContain("o weighted version");
    });
  else {
    test("estimates with equal weights what it estimates without", () => {
      holds(({ people }) => {
        const ones = weighted(people, new Float64Array(people.n).fill(1));
        close(known(estimate(ones)).value, known(estimate(people)).value, 1e-9, 1e-12);
      });
    });

    test("does not care about the unit of the weights", () => {
      holds(({ people, weight }) => {
        const scaled = weight.map((w) => 1234.5 * w);
        same(estimate(weighted(people, scaled)), estimate(weighted(people, weight)));
      });
    });

    if (!countsPeople.has(id))
      test("counts a person of weight 2 like two people", () => {
        holds(({ people, weight }) => {
          const twice = weight.map((w) => (w > 1 ? 2 : 1));
          const doubled = [...people.x.keys()].flatMap((i) => (twice[i] === 2 ? [i, i] : [i]));
          const rows = pairs(doubled.map((i) => [people.x[i]!, people.y[i]!]));
          close(
            known(estimate(weighted(people, twice))).value,
            known(estimate(rows)).value,
            1e-9,
            1e-12,
          );
        });
      });
  }

  if (method.symmetric)
    test("is the same whichever of the two is the outcome", () => {
      holds(({ people, weight }) => {
        const turned: Pairs = { ...people, x: people.y, y: people.x, groups: "y" };
        same(estimate(turned), estimate(people));
        if (!weighable) return;
        same(estimate(weighted(turned, weight)), estimate(weighted(people, weight)));
      });
    });

  test("says so where a side does not vary, or there are too few people", () => {
    const constant = pairs([
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 4],
    ]);
    expect(estimate(constant)).toEqual({ ok: false, because: "no variation" });
    expect(estimate({ ...constant, x: constant.y, y: constant.x }).ok).toBe(false);
    expect(
      estimate(
        pairs([
          [0, 0],
          [1, 1],
        ]),
      ),
    ).toEqual({ ok: false, because: "too few pairs" });
  });

  test("says in words what it is", () => {
    expect(method.meaning.length).toBeGreaterThan(60);
    expect(method.inference).toMatch(/^[A-Zp].*\.$/);
    expect(method.hazard).toMatch(/^[A-Z].*\.$/);
    expect(method.reference).toMatch(/\b(18|19|20)\d\d\b/);
  });
});

function known(estimate: Estimate) {
  if (!estimate.ok) throw new Error(`expected an estimate, got "${estimate.because}"`);
  return estimate;
}

/** Equal but for rounding; a p near 0 relatively. */
function same(got: Estimate, expected: Estimate): void {
  const [a, b] = [known(got), known(expected)];
  close(a.value, b.value, 1e-9, 1e-12);
  close(a.p, b.p, 1e-6, 1e-300);
  expect(a.interval === null).toBe(b.interval === null);
  close(a.interval?.low ?? 0, b.interval?.low ?? 0, 1e-6, 1e-7);
  close(a.interval?.high ?? 0, b.interval?.high ?? 0, 1e-6, 1e-7);
}
