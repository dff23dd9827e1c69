/** Every pair against the estimator of its levels, and the matrix people were made from; R is behind the estimators. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latentCorrelations } from "../../../analysis/latent/latent-correlations.ts";
import { polychoric } from "../../../analysis/latent/polychoric.ts";
import { polyserial } from "../../../analysis/latent/polyserial.ts";
import { smoothCorrelations } from "../../../analysis/latent/smooth.ts";
import { adjustedForEmptyCell } from "../../../analysis/latent/tetrachoric.ts";
import { crossTable } from "../../../analysis/methods/cross-table.ts";
import { correlate } from "../../../analysis/methods/pearson.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
import type { Column, Level } from "../../../analysis/table.ts";
import { close } from "../../support/close.ts";
import { oneFactorItems } from "../reliability/items.ts";
import { cutAt } from "./people.ts";

const column = (id: string, level: Level, values: Float64Array | Int8Array): Column => ({
  id,
  label: id,
  level,
  values,
});

/** Two numbers, two ordered answers, a yes or no, all with loading 1 and so correlated 0.5. */
function mixed(n: number, seed: number): Column[] {
  const [a, b, c, d, e] = oneFactorItems(n, [1, 1, 1, 1, 1], seed).map((item) =>
    item.map((value) => value / Math.SQRT2),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  return [
    column("salary", "interval", a),
    column("visits", "count", b),
    column("often", "ordinal", cutAt(c, [-1, 0, 0.8])),
    column("agree", "ordinal", Int8Array.from(cutAt(d, [-0.5, 0.5]))),
    column("took part", "binary", cutAt(e, [0.3])),
  ];
}

function found(columns: readonly Column[], weights?: Float64Array) {
  const answer = latentCorrelations(columns, weights && { weights });
  if (!answer.ok) throw new Error(`no matrix: ${answer.because}`);
  return answer;
}

describe("the matrix behind answers of mixed levels", () => {
  test("holds for each pair what the estimator of its levels says", () => {
    const columns = mixed(400, 3);
    const [x1, x2, y1, y2, b] = columns.map(({ values }) => Float64Array.from(values)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const { correlations, smoothed, adjusted } = found(columns);
    const rhoOf = (result: { ok: boolean; rho?: number }) => result.rho!;
    close(entry(correlations, 0, 1), correlate(x1, x2)!.r, 1e-14);
    close(entry(correlations, 2, 0), rhoOf(polyserial({ x: x1, y: y1, n: 400 })), 1e-9);
    close(entry(correlations, 4, 1), rhoOf(polyserial({ x: x2, y: b, n: 400 })), 1e-9);
    close(entry(correlations, 3, 2), rhoOf(polychoric(crossTable({ x: y1, y: y2, n: 400 }))), 1e-9);
    close(entry(correlations, 4, 3), rhoOf(polychoric(crossTable({ x: y2, y: b, n: 400 }))), 1e-9);
    expect([smoothed, adjusted]).toEqual([false, []]);
    for (let i = 0; i < 5; i++) expect(entry(correlations, i, i)).toBe(1);
  });

  test("comes near the correlation that all answers were made from", () => {
    const { correlations } = found(mixed(20_000, 1));
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < i; j++) close(entry(correlations, i, j), 0.5, 0, 0.03);
  });

  test("does not depend on the order of people, of columns, on units, or on who has the same answers", () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const columns = mixed(150, seed);
        const base = found(columns).correlations;
        const turned = columns
          .map((one) => ({ ...one, values: one.values.toReversed() }))
          .toReversed();
        const scaled = columns.map((one) =>
          one.level === "interval"
            ? { ...one, values: Float64Array.from(one.values, (value) => 1e4 + 500 * value) }
            : one,
        );
        for (let i = 0; i < 5; i++)
          for (let j = 0; j < i; j++) {
            const r = entry(base, i, j);
            close(entry(found(turned).correlations, 4 - i, 4 - j), r, 0, 1e-8);
            close(entry(found(scaled).correlations, i, j), r, 0, 1e-8);
          }
      }),
      { numRuns: 15 },
    );
  });

  test("counts coarse numbers by cells, and gives what person by person does", () => {
    const [salary, , often] = mixed(600, 5) as [Column, Column, Column];
    const coarse = Float64Array.from(salary.values, Math.round);
    const cells = found([{ ...salary, values: coarse }, often]).correlations;
    const one = polyserial({ x: coarse, y: Float64Array.from(often.values), n: 600 });
    close(entry(cells, 1, 0), one.ok ? one.rho : NaN, 1e-9);
  });

  test("takes weights as so many people, leaving out who has none", () => {
    const columns = mixed(200, 8);
    const weights = Float64Array.from({ length: 200 }, (_, i) => i % 3);
    const twice = columns.map((one) => ({
      ...one,
      values: Float64Array.from([...one.values].flatMap((v, i) => Array(weights[i]).fill(v))),
    }));
    const weighted = found(columns, weights).correlations.values;
    found(twice).correlations.values.forEach((r, at) => close(weighted[at]!, r, 0, 1e-8));
  });

  test("takes each pair on the people who have both", () => {
    const columns = mixed(300, 2);
    const holes = columns.map((one, k) => ({
      ...one,
      values: Float64Array.from(one.values, (value, i) => (i % 7 === k ? NaN : value)),
    }));
    const both = (i: number) => i % 7 !== 2 && i % 7 !== 3;
    const kept = columns.map((one) => ({
      ...one,
      values: Float64Array.from(one.values).filter((_, i) => both(i)),
    }));
    close(entry(found(holes).correlations, 3, 2), entry(found(kept).correlations, 3, 2), 1e-12);
  });
});

describe("what cannot be as it is", () => {
  test("a matrix that nobody could have is smoothed, and said to be", () => {
    // Three answers of which each pair is nearly the opposite of the other two, on different people.
    const pattern = (k: number) =>
      column(
        `answer ${k}`,
        "interval",
        Float64Array.from({ length: 90 }, (_, i) => {
          const third = Math.floor(i / 30);
          const sign = (third + 1) % 3 === k ? -1 : 1;
          return third === k ? NaN : sign * Math.sin(i) + 0.2 * Math.cos(5 * i + k);
        }),
      );
    const { correlations, smoothed, smallestEigenvalue } = found([0, 1, 2].map(pattern));
    expect(smallestEigenvalue).toBeLessThan(0);
    expect(smoothed).toBe(true);
    expect(smoothCorrelations(correlations).smallestEigenvalue).toBeGreaterThan(1e-8);
  });

  test("twins are so nearly impossible that they are smoothed, too", () => {
    const [salary, visits] = mixed(50, 1) as [Column, Column];
    const answer = found([salary, { ...salary, id: "twin" }, visits]);
    expect(answer.smoothed).toBe(true);
    close(answer.smallestEigenvalue, 0, 0, 1e-12);
    close(entry(answer.correlations, 0, 1), 1, 1e-5);
  });

  test("two yes or no answers with a cell of nobody get half a person there, by name", () => {
    const x = Float64Array.from({ length: 35 }, (_, i) => Number(i >= 15));
    const y = Float64Array.from({ length: 35 }, (_, i) => Number(i >= 10));
    const answer = found([column("x", "binary", x), column("y", "binary", y)]);
    expect(answer.adjusted).toEqual([[0, 1]]);
    const expected = adjustedForEmptyCell([10, 5, 0, 20])!.keepingMargins;
    close(entry(answer.correlations, 0, 1), expected.ok ? expected.rho : NaN, 1e-12);
  });

  test("columns without a correlation are named with the reason", () => {
    const [salary, visits, often] = mixed(30, 1) as [Column, Column, Column];
    const flat = column("flat", "ordinal", new Float64Array(30));
    const empty = column("empty", "interval", new Float64Array(30).fill(NaN));
    const major = column(
      "major",
      "nominal",
      Float64Array.from({ length: 30 }, (_, i) => i % 3),
    );
    const same = { ...often, id: "same" };
    expect(latentCorrelations([salary, visits, flat])).toEqual({
      ok: false,
      because: "no variation",
      columns: [0, 2],
    });
    expect(latentCorrelations([salary, empty])).toMatchObject({ because: "too few pairs" });
    expect(latentCorrelations([salary, major])).toMatchObject({
      because: "no order",
      columns: [1, 1],
    });
    expect(latentCorrelations([often, same])).toMatchObject({ because: "no interior maximum" });
    const two = { ...major, values: major.values.map((code) => Math.min(code, 1)) };
    expect(latentCorrelations([salary, two]).ok).toBe(true);
  });
});
