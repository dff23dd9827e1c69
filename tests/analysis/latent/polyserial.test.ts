/** Laws, and people whose correlation is known because they were made from it; R's values are in tests/reference. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polyserialJointly } from "../../../analysis/latent/polyserial-joint.ts";
import { polyserial } from "../../../analysis/latent/polyserial.ts";
import { correlate } from "../../../analysis/methods/pearson.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import type { Pairs } from "../../../analysis/methods/method.ts";
import { close } from "../../support/close.ts";
import { cutAt, normalPairs } from "./people.ts";

function estimate(pairs: Pairs) {
  const found = polyserial(pairs);
  if (!found.ok) throw new Error(`no estimate: ${found.because}`);
  return found;
}

function study(seed: number, { n = 400, rho = 0.5, cuts = [-0.7, 0.3, 1] } = {}): Pairs {
  const { x, y } = normalPairs(n, rho, seed);
  return { x, y: cutAt(y, cuts), n };
}

describe("polyserial", () => {
  test.each([-0.8, -0.3, 0, 0.6, 0.95])("finds %d again in many people", (rho) => {
    const pairs = study(1, { n: 20_000, rho });
    close(estimate(pairs).rho, rho, 0, 0.02);
    close(polyserialJointly(pairs)!, rho, 0, 0.02);
  });

  test("is Pearson's r in the limit of fine categories", () => {
    const { x, y, n } = normalPairs(800, 0.4, 2);
    const fine = Array.from({ length: 79 }, (_, i) => normalQuantile((i + 1) / 80));
    close(estimate({ x, y: cutAt(y, fine), n }).rho, correlate(x, y)!.r, 0, 0.02);
  });

  test("does not depend on the unit of x, nor on the codes of y beyond their order", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (seed, unit) => {
          const pairs = study(seed, { n: 120 });
          const { rho } = estimate(pairs);
          const moved = { ...pairs, x: pairs.x.map((value) => 3 + unit * value) };
          close(estimate(moved).rho, rho, 0, 1e-8);
          const recoded = { ...pairs, y: pairs.y.map((code) => code ** 2 + 7) };
          close(estimate(recoded).rho, rho, 0, 1e-8);
          const reversed = { ...pairs, x: pairs.x.map((value) => -value) };
          close(estimate(reversed).rho, -rho, 0, 1e-8);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("counts cells and weights as people", () => {
    const pairs = study(4, { n: 150 });
    const { rho, adHoc } = estimate(pairs);
    const count = Float64Array.from({ length: pairs.n }, (_, i) => 1 + (i % 3));
    const repeated = (column: Float64Array) =>
      Float64Array.from(
        [...column].flatMap((value, i) => Array.from({ length: count[i]! }, () => value)),
      );
    const people = { x: repeated(pairs.x), y: repeated(pairs.y) };
    const n = people.x.length;
    close(estimate({ ...pairs, count, n }).rho, estimate({ ...people, n }).rho, 0, 1e-9);
    const weight = new Float64Array(pairs.n).fill(0.2);
    close(estimate({ ...pairs, weight }).rho, rho, 0, 1e-9);
    close(estimate({ ...pairs, weight }).adHoc, adHoc, 0, 1e-12);
  });

  test("jointly is near, and what a larger divisor makes of x makes rho larger", () => {
    const pairs = study(5);
    const joint = polyserialJointly(pairs)!;
    close(joint, estimate(pairs).rho, 0, 0.01);
    const smaller = polyserialJointly(pairs, pairs.n - 1)!;
    expect(smaller).toBeGreaterThan(joint);
    close(smaller, joint, 0, 1e-3);
  });

  test("says where there is none", () => {
    const y = Float64Array.of(0, 0, 0, 1, 1, 1);
    const x = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect(polyserial({ x, y, n: 6 })).toEqual({ ok: false, because: "no interior maximum" });
    const same = new Float64Array(6).fill(2);
    expect(polyserial({ x: same, y, n: 6 })).toEqual({ ok: false, because: "no variation" });
    expect(polyserial({ x, y: same, n: 6 })).toEqual({ ok: false, because: "no variation" });
    expect(polyserialJointly({ x, y: same, n: 6 })).toBeUndefined();
  });
});
