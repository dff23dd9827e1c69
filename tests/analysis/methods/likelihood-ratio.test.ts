/**
 * Why the p of the latent correlations can be believed: with two answers on both sides the model fits any table, so its
 * likelihood ratio is G² of independence; with a number on one side the ratio is written out here person by person.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { methodOf, type MethodId } from "../../../analysis/methods/index.ts";
import type { Pairs } from "../../../analysis/methods/method.ts";
import { polyserial } from "../../../analysis/latent/polyserial.ts";
import { chiSquareUpper } from "../../../analysis/numeric/chi-square.ts";
import { normalLower } from "../../../analysis/numeric/normal.ts";
import { close } from "../../support/close.ts";
import { grouped, pairs, peopleFor } from "./people.ts";

const known = (id: MethodId, people: Pairs) => {
  const estimate = methodOf(id).estimate(people, 0.95);
  if (!estimate.ok) throw new Error(estimate.because);
  return estimate;
};

const count = (of: Iterable<unknown>): readonly number[] =>
  Array.from(Map.groupBy(of, (one) => one).values(), ({ length }) => length);

/** 2 Σ people ln(people / expected), from counts of cells and of both sides. */
function independence({ x, y, n }: Pairs): number {
  const entropy = (counts: readonly number[]) =>
    counts.reduce((sum, people) => sum + people * Math.log(people / n), 0);
  const both = Array.from(x, (one, i) => `${one} ${y[i]}`);
  return 2 * (entropy(count(both)) - entropy(count(x)) - entropy(count(y)));
}

test.each(["tetrachoric", "polychoric"] as const)("%s of two by two: G² of independence", (id) => {
  fc.assert(
    fc.property(peopleFor({ id: "tetrachoric" }), (people) => {
      close(known(id, people).p, chiSquareUpper(Math.max(0, independence(people)), 1), 1e-6);
    }),
  );
});

describe("a number and an answer", () => {
  /** ln of the chance of each answer beside the number, less that of the answer alone. */
  function ratio({ x, y, n }: Pairs): number {
    const model = polyserial({ x, y, n });
    if (!model.ok) throw new Error(model.because);
    const mean = x.reduce((sum, one) => sum + one, 0) / n;
    const sd = Math.sqrt(x.reduce((sum, one) => sum + (one - mean) ** 2, 0) / n);
    const answers = [...new Set(y)].sort((a, b) => a - b);
    const below = (answer: number, z: number) => {
      if (answer < 0) return 0;
      if (answer === answers.length - 1) return 1;
      const { rho, thresholds } = model;
      return normalLower((thresholds[answer]! - rho * z) / Math.sqrt(1 - rho * rho));
    };
    return Array.from(x).reduce((sum, one, i) => {
      const answer = answers.indexOf(y[i]!);
      const z = (one - mean) / sd;
      const alone = y.filter((other) => other === y[i]).length / n;
      return sum + 2 * Math.log((below(answer, z) - below(answer - 1, z)) / alone);
    }, 0);
  }

  /** Related, so that the ratio is more than rounding. */
  const related = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -30, max: 30 })), {
      minLength: 20,
      maxLength: 60,
    })
    .map((people) =>
      people.map(([answer, noise]): [number, number] => [noise + 8 * answer, answer]),
    )
    .map((people) => pairs([...people, [2, 0], [-4, 3]]));

  test("has the p of the likelihood ratio, in cells or person by person", () => {
    fc.assert(
      fc.property(related, ({ x, y, n }) => {
        const [people, exact] = [{ x: y, y: x, n, groups: "x" as const }, ratio({ x, y, n })];
        const p = chiSquareUpper(Math.max(0, exact), 1);
        close(known("polyserial", people).p, p, 1e-6);
        close(known("polyserial", grouped(people)).p, p, 1e-6);
        close(known("polyserial", { x, y, n, groups: "y" }).p, p, 1e-6);
      }),
      { numRuns: 40 },
    );
  });
});

test.each<[MethodId, readonly (readonly [number, number])[]]>([
  [
    "polychoric",
    [
      [0, 1],
      [1, 1],
      [1, 0],
    ],
  ],
  [
    "polyserial",
    [
      [0, 2],
      [1, 1],
      [0, 4],
    ],
  ],
])("%s: three people are enough to try, two are not", (id, people) => {
  const because = (some: readonly (readonly [number, number])[]) => {
    const estimate = methodOf(id).estimate(pairs(some), 0.95);
    return estimate.ok ? "enough" : estimate.because;
  };
  expect(because(people)).not.toBe("too few pairs");
  expect(because(people.slice(1))).toBe("too few pairs");
});
