import { assert, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { bootstrap, joined, oneByOne } from "../../../analysis/inference/bootstrap.ts";
import { replicatedCorrelations } from "../../../analysis/kernel/replicated-correlations.ts";
import { correlate } from "../../../analysis/methods/pearson.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { pairsOf } from "../../../analysis/pairs.ts";
import type { Column } from "../../../analysis/table.ts";

interface People {
  readonly predictors: readonly Column[];
  readonly outcome: Column;
}

/** Items only: bytes, which are multiplied as whole numbers. */
function answers(rows: number, seed: number): People {
  const { uniform } = stream(seed);
  const traits = Float64Array.from({ length: rows }, uniform);
  const [outcome, ...predictors] = [5, 2, 7, 200, 1].map((most, at): Column => {
    const values = Int8Array.from(traits, (trait) =>
      uniform() < 0.1 ? -128 : Math.floor(most * 0.5 * (trait + uniform())) - Math.floor(most / 2),
    );
    return { id: `${at}`, label: "", level: "ordinal", values };
  });
  return { predictors, outcome: outcome! };
}

/** Items and a score, each with holes, that go with an outcome that has holes too. */
function people(rows: number, seed: number): People {
  const { uniform } = stream(seed);
  const traits = Float64Array.from({ length: rows }, uniform);
  const column = (id: string, values: Column["values"]): Column => ({
    id,
    label: id,
    level: "interval",
    values,
  });
  const item = () => traits.map((trait) => Math.floor(5 * (trait + uniform())));
  const holed = (values: Float64Array) => values.map((value) => (uniform() < 0.1 ? NaN : value));
  return {
    predictors: [
      column(
        "item",
        Int8Array.from(holed(item()), (value) => (value >= 0 ? value : -128)),
      ),
      column("score", holed(traits.map((trait) => 1e5 + trait + uniform()))),
      column("noise", holed(traits.map(() => uniform()))),
      column(
        "constant",
        traits.map(() => 7),
      ),
      column("complete", item()),
    ],
    outcome: column("outcome", holed(traits.map((trait) => 3 * trait + uniform()))),
  };
}

/** The people of the pair with their counts as weights. */
function direct(x: Column, y: Column, weights: Float64Array): number {
  const pairs = pairsOf(x, y, { weights });
  return correlate(pairs.x, pairs.y, pairs.weight)?.r ?? 0;
}

test("each replicate is the weighted correlation of those who were drawn", () => {
  assert(
    property(
      integer({ min: 20, max: 300 }),
      integer({ min: 0, max: 99 }),
      constantFrom(undefined, "weighted"),
      constantFrom(people, answers),
      (rows, seed, weighted, made) => {
        const { predictors, outcome } = made(rows, seed);
        const weights = Float64Array.from({ length: rows }, (_, row) => (row % 7) / 4);
        const resampling = { replicates: 9, seed, address: 3 };
        const found = replicatedCorrelations(predictors, outcome, {
          ...resampling,
          ...(weighted && { weights, resample: oneByOne(rows, { weighted: true }) }),
        });
        const expected = bootstrap(
          (counts) => {
            const mass = weighted ? counts.map((count, row) => count * weights[row]!) : counts;
            return Float64Array.from(predictors, (x) => direct(x, outcome, mass));
          },
          {
            ...resampling,
            people: rows,
            resample: oneByOne(rows, { weighted: weighted !== undefined }),
          },
        );
        expect([found.count, found.width]).toEqual([9, predictors.length]);
        found.values.forEach((r, at) =>
          expect(Math.abs(r - expected.values[at]!)).toBeLessThan(1e-12),
        );
      },
    ),
    { numRuns: 30 },
  );
});

test.each([people, answers])(
  "portions join to the bytes of the whole, with or without WebAssembly",
  (made) => {
    const { predictors, outcome } = made(700, 5);
    const of = (from: number, to: number, machine: "WebAssembly" | "JavaScript") =>
      replicatedCorrelations(predictors, outcome, { replicates: { from, to }, seed: 1, machine });
    const whole = of(0, 300, "WebAssembly");
    expect(joined([of(0, 101, "WebAssembly"), of(101, 300, "WebAssembly")])).toEqual(whole);
    expect(of(0, 300, "JavaScript")).toEqual(whole);
  },
);
