import * as fc from "fast-check";
import { expect, test } from "vitest";
import { climb, type Hill } from "../../../analysis/numeric/climb.ts";
import { close } from "../../support/close.ts";

/** n x - exp(x) in each parameter: the top is ln n, and the information there n. */
const counts = (n: readonly number[]): Hill => ({
  height: (at) => at.reduce((sum, x, i) => sum + n[i]! * x - Math.exp(x), 0),
  step: (at) => at.map((x, i) => n[i]! / Math.exp(x) - 1),
});

test("arrives at the top, though full steps from below lead far beyond it", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 }), (n) => {
      const start = new Float64Array(n.length).fill(-2);
      const [step, hill] = [counts(n).step(start), counts(n)];
      const beyond = start.map((x, i) => x + step[i]!);
      if (n[0]! > 5) expect(hill.height(beyond)).toBeLessThan(hill.height(start));
      climb(start, hill)!.forEach((x, i) => close(x, Math.log(n[i]!), 0, 1e-8));
    }),
  );
});

test("does not step where the parameters are impossible", () => {
  const inside = (x: number) => (x > 0 && x < 1 ? 3 * Math.log(x) + Math.log(1 - x) : -Infinity);
  const hill: Hill = {
    height: ([x]) => inside(x!),
    // The information at the top, from everywhere: far too little at the start.
    step: (at) => at.map((x) => (3 / x - 1 / (1 - x)) / (64 / 3)),
  };
  close(climb(Float64Array.of(0.01), hill)![0]!, 0.75, 0, 1e-8);
});

test("says so where there is no top", () => {
  expect(climb(Float64Array.of(0), { height: ([x]) => x!, step: () => Float64Array.of(1) })).toBe(
    undefined,
  );
  expect(climb(Float64Array.of(0), { height: ([x]) => -x!, step: () => Float64Array.of(1) })).toBe(
    undefined,
  );
});
