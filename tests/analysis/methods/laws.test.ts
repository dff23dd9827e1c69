/**
 * What a measure of association must not notice, and what it must: units, origins, reversed items, recoded answers. The
 * laws compare a method with itself on the same people written down in another way, over the whole table of methods.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { methods, type MethodId } from "../../../analysis/methods/index.ts";
import type { Method, Pairs } from "../../../analysis/methods/method.ts";
import { close } from "../../support/close.ts";
import { peopleFor, weighted, weightsFor } from "./people.ts";

const every = methods.map((method) => [method.id, method] as const);

/** Methods that see only the order of both sides, or only which values are the same. */
const ofOrder: ReadonlySet<MethodId> = new Set<MethodId>([
  "spearman",
  "kendall",
  "tau-c",
  "gamma",
  "somers-d",
  "rank-biserial",
  "phi",
  "risk-difference",
  "risk-ratio",
  "odds-ratio",
  "cramers-v",
  "kruskal",
  "polychoric",
  "tetrachoric",
  "xi",
]);

/** 1 for anything with itself; tau-c and xi reach less, and latent correlations have no estimate there. */
const perfect: ReadonlySet<MethodId> = new Set<MethodId>([
  "pearson",
  "spearman",
  "kendall",
  "gamma",
  "somers-d",
  "phi",
  "risk-difference",
  "cramers-v",
  "distance-correlation",
]);

const known = (method: Method, people: Pairs): number => {
  const estimate = method.estimate(people, 0.95);
  if (!estimate.ok) throw new Error(`expected an estimate, got "${estimate.because}"`);
  return estimate.value;
};

/** With weights too, where the method has a version for them. */
function holds(
  method: (typeof methods)[number],
  law: (people: Pairs, value: number) => void,
): void {
  const both = peopleFor(method).chain((people) =>
    fc.record({ people: fc.constant(people), weight: weightsFor(people.n) }),
  );
  fc.assert(
    fc.property(both, ({ people, weight }) => {
      law(people, known(method, people));
      const withWeights = weighted(people, weight);
      const estimate = method.estimate(withWeights, 0.95);
      if (estimate.ok) law(withWeights, estimate.value);
      else expect(estimate.because).toBe("no weighted version");
    }),
    { numRuns: 40 },
  );
}

describe.each(every)("%s", (id, method) => {
  const inUnitOf = (scale: number) => (id === "mean-difference" ? scale : 1);

  test("does not notice units and origins", () => {
    holds(method, (people, value) => {
      const moved = {
        ...people,
        x: people.x.map((x) => 2.5 * x - 7),
        y: people.y.map((y) => 0.3 * y + 11),
      };
      close(known(method, moved), value * inUnitOf(0.3), 1e-8, 1e-10);
    });
  });

  test("loses no digits far from 0", () => {
    holds(method, (people, value) => {
      const far = { ...people, x: people.x.map((x) => x + 1e8), y: people.y.map((y) => y + 1e8) };
      close(known(method, far), value, 0, 1e-7 * Math.max(1, Math.abs(value)));
    });
  });

  test("turns its direction round where the predictor is reversed, and has none to turn otherwise", () => {
    holds(method, (people, value) => {
      const turned = known(method, { ...people, x: people.x.map((x) => 9 - x) });
      const expected = !method.directed ? value : method.nothing === 1 ? 1 / value : -value;
      close(turned, expected, 1e-7, 1e-8);
    });
  });

  if (method.directed && id !== "risk-ratio")
    test("turns its direction round where the outcome is reversed", () => {
      holds(method, (people, value) => {
        const turned = known(method, { ...people, y: people.y.map((y) => 9 - y) });
        close(turned, method.nothing === 1 ? 1 / value : -value, 1e-7, 1e-8);
      });
    });

  if (ofOrder.has(id))
    test("sees only the order of the values", () => {
      holds(method, (people, value) => {
        const bend = (one: Float64Array) => one.map((v) => Math.exp(v / 10) + (v > 2 ? 5 : 0));
        close(
          known(method, { ...people, x: bend(people.x), y: bend(people.y) }),
          value,
          1e-8,
          1e-9,
        );
      });
    });

  if (perfect.has(id))
    test("is 1 for anything with itself", () => {
      holds(method, (people) => {
        close(known(method, { ...people, y: people.x }), 1, 1e-12);
      });
    });

  if (method.accepts("nominal", "ordinal"))
    test("takes the codes of unordered categories for names", () => {
      holds(method, (people, value) => {
        const renamed = people.x.map((code) => (7 * (code + 2)) % 11);
        close(known(method, { ...people, x: renamed }), value, 1e-9, 1e-10);
      });
    });
});
