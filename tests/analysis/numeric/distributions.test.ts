/**
 * Why these numbers can be believed: the corpus holds values of R's distribution functions; what R rounds
 * was computed with 40 digits by the series in the definitions (mpmath); the laws need no outside number.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaLower, betaQuantile, betaUpper } from "../../../analysis/numeric/beta.ts";
import {
  chiSquareLower,
  chiSquareQuantile,
  chiSquareUpper,
} from "../../../analysis/numeric/chi-square.ts";
import { fLower, fQuantile, fUpper } from "../../../analysis/numeric/f.ts";
import { gammaLower, gammaUpper, logGamma } from "../../../analysis/numeric/gamma.ts";
import {
  noncentralChiSquareLower,
  noncentralFLower,
  noncentralityOfChiSquare,
  noncentralityOfF,
} from "../../../analysis/numeric/noncentral.ts";
import { normalLower, normalQuantile, normalUpper } from "../../../analysis/numeric/normal.ts";
import { tLower, tQuantile, tTwoSided, tUpper } from "../../../analysis/numeric/student-t.ts";
import { close } from "../../support/close.ts";

const df = fc.double({ min: 0.5, max: 5000, noNaN: true });
const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const positive = fc.double({ min: 1e-3, max: 200, noNaN: true });

describe("with forty digits", () => {
  test.each([
    [logGamma(1e-8), 18.42068073818021],
    [logGamma(1.4616), -0.12148629003589732],
    [logGamma(171.3), 708.1149470389969],
    [logGamma(3.2e9), 66836533259.58243],
    [gammaUpper(0.5, 700), 2.1010145162642176e-306],
    [gammaUpper(3e5, 301000), 0.03405143094446238],
    [gammaLower(25, 1.5), 3.8542651144079763e-22],
    [gammaLower(1e6, 995000), 2.749580359270071e-7],
    [betaLower(0.0001, 0.5, 0.5), 0.006366303831746141],
    [betaUpper(0.9, 2.5, 300), 3.3601465926854526e-297],
    [betaLower(0.3, 1000, 2000), 0.000040738279160507714],
    [fQuantile(0.001, 1, 60), 0.0000015839412288874909],
    [noncentralFLower(1.55, [2, 212], 0.3), 0.7370401040086023],
    [noncentralFLower(9.277, [5, 3], 40), 0.42324196768615613],
    [noncentralFLower(15.247, [5, 1500], 150), 0.000124567377498052],
    [noncentralChiSquareLower(1.5, 3, 60), 4.8520990098561184e-12],
    [noncentralChiSquareLower(0.1, 2, 200), 1.2056295911338163e-44],
    [noncentralChiSquareLower(900, 12, 700), 0.9995920745205303],
  ])("%d is %d", (got, exact) => close(got, exact, 2e-13));
});

describe("tails", () => {
  test("lower and upper tail of every distribution sum to 1", () => {
    fc.assert(
      fc.property(positive, df, df, (x, a, b) => {
        close(chiSquareLower(x, a) + chiSquareUpper(x, a), 1, 1e-14);
        close(fLower(x, a, b) + fUpper(x, a, b), 1, 1e-14);
        close(tLower(x, a) + tUpper(x, a), 1, 1e-14);
        close(normalLower(x / 10) + normalUpper(x / 10), 1, 1e-14);
      }),
    );
  });

  test("closed forms: t with 1 df is Cauchy, chi-square with 2 df exponential, F with 1 df t squared", () => {
    fc.assert(
      fc.property(positive, df, (x, d) => {
        close(tUpper(x, 1), Math.atan2(1, x) / Math.PI, 1e-13);
        close(chiSquareUpper(x, 2), Math.exp(-x / 2), 1e-13);
        close(fUpper(x * x, 1, d), tTwoSided(x, d), 1e-12);
        close(chiSquareUpper(x, 1), 2 * normalUpper(Math.sqrt(x)), 1e-12);
      }),
    );
  });

  test("the log gamma function obeys Γ(x + 1) = x Γ(x)", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const step = logGamma(x + 1) - logGamma(x);
        expect(Math.abs(step - Math.log(x))).toBeLessThan(1e-12 * (1 + Math.abs(logGamma(x))));
      }),
    );
  });

  test("the ends are exact", () => {
    expect([normalUpper(40), normalLower(-40), normalQuantile(0), normalQuantile(1)]).toEqual([
      0,
      0,
      -Infinity,
      Infinity,
    ]);
    expect([
      tTwoSided(Infinity, 3),
      tTwoSided(0, 3),
      fUpper(0, 2, 3),
      fLower(Infinity, 2, 3),
    ]).toEqual([0, 1, 1, 1]);
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3), tQuantile(0.5, 9)]).toEqual([
      0,
      Infinity,
      0,
    ]);
    expect([noncentralChiSquareLower(0, 3, 4), noncentralFLower(0, [2, 3], 4)]).toEqual([0, 0]);
  });
});

describe("quantiles undo the lower tail", () => {
  test("for every distribution and chance", () => {
    fc.assert(
      fc.property(inside, df, df, (p, a, b) => {
        close(normalLower(normalQuantile(p)), p, 1e-12);
        close(tLower(tQuantile(p, a), a), p, 1e-11);
        close(chiSquareLower(chiSquareQuantile(p, a), a), p, 1e-11);
        close(fLower(fQuantile(p, a, b), a, b), p, 1e-11);
      }),
    );
  });

  test("into tails of 1e-250", () => {
    for (const p of [1e-12, 1e-60, 1e-250]) {
      close(normalLower(normalQuantile(p)), p, 1e-11);
      close(tLower(tQuantile(p, 40), 40), p, 1e-11);
      close(chiSquareLower(chiSquareQuantile(p, 30), 30), p, 1e-11);
      close(betaLower(betaQuantile(p, 12, 5), 12, 5), p, 1e-11);
    }
  });
});

describe("noncentral distributions", () => {
  const noncentrality = fc.double({ min: 0.01, max: 300, noNaN: true });

  test("chi-square with 1 df is the square of a shifted normal variable", () => {
    fc.assert(
      fc.property(positive, noncentrality, (x, lambda) => {
        const [root, shift] = [Math.sqrt(x), Math.sqrt(lambda)];
        const exact = normalLower(root - shift) - normalLower(-root - shift);
        if (exact > 1e-3) close(noncentralChiSquareLower(x, 1, lambda), exact, 1e-11);
      }),
    );
  });

  test("without noncentrality they are the central ones", () => {
    fc.assert(
      fc.property(positive, df, df, (x, a, b) => {
        close(noncentralChiSquareLower(x, a, 0), chiSquareLower(x, a), 1e-14);
        close(noncentralFLower(x, [a, b], 0), fLower(x, a, b), 1e-14);
      }),
    );
  });

  test("the noncentrality found puts the statistic at the chance asked for, or is 0", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 400, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(0.005, 0.025, 0.5, 0.975),
        (x, k, p) => {
          const lambda = noncentralityOfChiSquare(x, k, p);
          if (lambda > 0) close(noncentralChiSquareLower(x, k, lambda), p, 1e-9);
          else expect(chiSquareLower(x, k)).toBeLessThanOrEqual(p);
          const second = noncentralityOfF(x / k, [k, 200], p);
          if (second > 0) close(noncentralFLower(x / k, [k, 200], second), p, 1e-9);
          else expect(fLower(x / k, k, 200)).toBeLessThanOrEqual(p);
        },
      ),
    );
  });
});

test("a quantile of t that does not exist is refused, not looked for without end", () => {
  for (const [p, df] of [
    [0.9, NaN],
    [0.9, 0],
    [NaN, 5],
    [1.1, 5],
  ] as const)
    expect(() => tQuantile(p, df)).toThrow(RangeError);
});
