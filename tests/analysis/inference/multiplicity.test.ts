import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  hochberg,
  holm,
} from "../../../analysis/inference/multiplicity.ts";

const corrections = { bonferroni, holm, hochberg, benjaminiHochberg, benjaminiYekutieli };
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
const slack = 1e-12;

/** Every value of `a` at least that of `b`, but for rounding. */
const atLeast = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, i) => value >= b[i]! * (1 - slack));

describe.each(Object.entries(corrections))("%s", (_, adjust) => {
  it("never makes a p smaller, nor larger than 1", () => {
    fc.assert(
      fc.property(pValues, (p) => atLeast(adjust(p), p) && adjust(p).every((value) => value <= 1)),
    );
  });

  it("keeps the order of the p values", () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const adjusted = adjust(p);
        return p.every((a, i) => p.every((b, j) => a > b || adjusted[i]! <= adjusted[j]!));
      }),
    );
  });

  it("does not depend on the order in which they are given", () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const turned = adjust(p.toReversed()).toReversed();
        expect(turned).toEqual(adjust(p));
      }),
    );
  });

  it("leaves a single p as it is, and an empty family empty", () => {
    expect(adjust([0.03])).toEqual([0.03]);
    expect(adjust([])).toEqual([]);
  });

  it("refuses what is no probability", () => {
    expect(() => adjust([0.2, NaN])).toThrow(RangeError);
    expect(() => adjust([1.2])).toThrow(RangeError);
  });
});

describe("the corrections among themselves", () => {
  it("are ordered: Bonferroni, Holm, Hochberg, Benjamini-Hochberg", () => {
    fc.assert(
      fc.property(
        pValues,
        (p) =>
          atLeast(bonferroni(p), holm(p)) &&
          atLeast(holm(p), hochberg(p)) &&
          atLeast(hochberg(p), benjaminiHochberg(p)) &&
          atLeast(benjaminiYekutieli(p), benjaminiHochberg(p)),
      ),
    );
  });

  it("give the worked example of Benjamini and Hochberg (1995, section 3.2)", () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    // The paper rejects four hypotheses at 0.05, Bonferroni and Hochberg three.
    expect(benjaminiHochberg(p).filter((q) => q <= 0.05)).toHaveLength(4);
    expect(hochberg(p).filter((q) => q <= 0.05)).toHaveLength(3);
    expect(bonferroni(p).filter((q) => q <= 0.05)).toHaveLength(3);
  });
});
