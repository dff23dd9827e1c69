/**
 * The joint tests under survey weights, against their definitions written out person by person with matrices
 * (ml-matrix): Rao & Scott 1984 for tables, Rao, Scott & Skinner 1998 for group means. The methods use closed forms
 * over cells instead.
 */
import * as fc from "fast-check";
import { Matrix, inverse } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { multiplePartialCorrelation } from "../../../analysis/adjusted/partial.ts";
import { cramersV } from "../../../analysis/methods/cramers-v.ts";
import { eta } from "../../../analysis/methods/eta.ts";
import type { Pairs } from "../../../analysis/methods/method.ts";
import { fUpper } from "../../../analysis/numeric/f.ts";
import {
  noncentralChiSquareLower,
  noncentralFLower,
} from "../../../analysis/numeric/noncentral.ts";
import { close } from "../../support/close.ts";
import { pairs, weighted, weightsFor } from "./people.ts";

/** Three groups with 4, 6 and 8 people at least, and something to compare them by. */
const crowd = (y: fc.Arbitrary<number>) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 2 }), y), { minLength: 12, maxLength: 30 })
    .map((some) => [...[0, 0, 1, 1, 2, 2].map((g, i): [number, number] => [g, i % 4]), ...some])
    .chain((some) => fc.tuple(fc.constant(pairs(some)), weightsFor(some.length)));

const shares = (codes: Float64Array, weight: Float64Array, total: number) => {
  const found = new Map<number, number>();
  codes.forEach((code, i) => found.set(code, (found.get(code) ?? 0) + weight[i]! / total));
  return found;
};
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const known = (people: Pairs, method: typeof eta | typeof cramersV) => {
  const estimate = method.estimate(people, 0.95);
  if (!estimate.ok || estimate.interval === null) throw new Error("expected an interval");
  return { ...estimate, interval: estimate.interval };
};

describe("Cramér's V under weights", () => {
  test("has the p of the second-order correction, and the interval of the mean design effect", () => {
    fc.assert(
      fc.property(crowd(fc.integer({ min: 0, max: 3 })), ([people, weight]) => {
        const total = sum(weight);
        const [p, q] = [shares(people.x, weight, total), shares(people.y, weight, total)];
        const cells = [...p].flatMap(([a, pa]) => [...q].map(([b, qb]) => ({ a, b, pa, qb })));
        // Contribution of a person to (p_ab - p_a q_b) / sqrt(p_a q_b).
        const contribution = new Matrix(
          Array.from(people.x, (x, i) =>
            cells.map(
              ({ a, b, pa, qb }) =>
                ((weight[i]! / total) *
                  ((Number(x === a) - pa) * (Number(people.y[i] === b) - qb))) /
                Math.sqrt(pa * qb),
            ),
          ),
        );
        const theta = cells.map(({ a, b, pa, qb }) => {
          const here = weight.filter((_, i) => people.x[i] === a && people.y[i] === b);
          return (sum(here) / total - pa * qb) / Math.sqrt(pa * qb);
        });
        const statistic = people.n * theta.reduce((all, one) => all + one * one, 0);
        const delta = contribution.transpose().mmul(contribution).mul(people.n);
        const [first, second] = [delta.trace(), delta.mmul(delta).trace()];
        const nu = first ** 2 / second;
        const exact = fUpper(statistic / first, nu, nu * (people.n - 1));
        const found = known(weighted(people, weight), cramersV);
        close(found.p, exact, 1e-8);

        const df = (p.size - 1) * (q.size - 1);
        const designEffect = first / df;
        const most = (people.n / designEffect) * (Math.min(p.size, q.size) - 1);
        for (const [limit, tail] of [
          [found.interval.low, 0.975],
          [found.interval.high, 0.025],
        ] as const)
          if (limit > 0 && limit < 1)
            close(
              noncentralChiSquareLower(statistic / designEffect, df, limit ** 2 * most),
              tail,
              1e-6,
            );
      }),
      { numRuns: 60 },
    );
  });
});

describe("eta under weights", () => {
  const height = fc.integer({ min: -30, max: 60 }).map((tenths) => tenths / 10);

  test("has the p of the quasi-score test of equal means, and the interval of the mean design effect", () => {
    fc.assert(
      fc.property(crowd(height), ([people, weight]) => {
        const { n } = people;
        const total = sum(weight);
        const s = [...shares(people.x, weight, total)].sort(([a], [b]) => a - b);
        const mean = sum(people.y.map((y, i) => y * weight[i]!)) / total;
        const contrast = (x: number) => s.map(([g, share]) => Number(x === g) - share);
        const scores = new Matrix(
          Array.from(people.x, (x, i) =>
            contrast(x).map((one) => weight[i]! * (people.y[i]! - mean) * one),
          ),
        );
        const reduced = scores.subMatrix(0, n - 1, 1, s.length - 1);
        const u = Matrix.rowVector(reduced.sum("column"));
        const v = reduced
          .transpose()
          .mmul(reduced)
          .mul(n / (n - 1));
        const statistic = u.mmul(inverse(v)).mmul(u.transpose()).get(0, 0);
        const q = s.length - 1;
        const exact = fUpper((statistic * (n - q)) / (q * (n - 1)), q, n - q);
        const found = known(weighted(people, weight), eta);
        close(found.p, exact, 1e-7);

        // Mean design effect of the contrasts, each over its share, against simple random sampling.
        const variance = sum(people.y.map((y, i) => weight[i]! * (y - mean) ** 2)) / total;
        const squares = scores.transpose().mmul(scores);
        const trace = s.reduce((all, [, share], g) => all + squares.get(g, g) / share, 0);
        const designEffect = (n * trace) / (q * total ** 2 * variance);
        const f = found.value ** 2 / q / ((1 - found.value ** 2) / (n - s.length)) / designEffect;
        for (const [limit, tail] of [
          [found.interval.low, 0.975],
          [found.interval.high, 0.025],
        ] as const) {
          const noncentrality = ((limit ** 2 / (1 - limit ** 2)) * n) / designEffect;
          if (limit > 0) close(noncentralFLower(f, [q, n - s.length], noncentrality), tail, 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is the multiple correlation with the groups as 0/1 columns, weighted or not", () => {
    fc.assert(
      fc.property(crowd(height), ([people, weight]) => {
        const block = [1, 2].map((g) => people.x.map((x) => Number(x === g)));
        for (const weights of [undefined, weight]) {
          const options = { covariates: [], confidence: 0.95, ...(weights && { weights }) };
          const { estimate } = multiplePartialCorrelation(block, people.y, options);
          const found = known(weights ? weighted(people, weights) : people, eta);
          if (!estimate.ok || estimate.interval === null) throw new Error("expected an interval");
          close(estimate.value, found.value, 1e-9, 1e-9);
          close(estimate.p, found.p, 1e-6);
          close(estimate.interval.low, found.interval.low, 1e-6, 1e-6);
          close(estimate.interval.high, found.interval.high, 1e-6, 1e-6);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("takes its groups from the side that holds them", () => {
    const people = pairs([
      [1, 5],
      [1, 6],
      [2, 9],
      [2, 8],
      [3, 1],
      [3, 2],
    ]);
    const turned = { ...people, x: people.y, y: people.x, groups: "y" as const };
    expect(eta.estimate(turned, 0.95)).toEqual(eta.estimate(people, 0.95));
  });
});
