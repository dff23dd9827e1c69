/** Beside the corpus (R's mvtnorm): integrals with thirty digits where the two formulas meet, and laws. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bivariateNormalLower } from "../../../analysis/numeric/bivariate-normal.ts";
import { normalLower } from "../../../analysis/numeric/normal.ts";
import { close } from "../../support/close.ts";

const z = fc.double({ min: -5, max: 5, noNaN: true });
const rho = fc.double({ min: -1, max: 1, noNaN: true });

describe("with thirty digits", () => {
  test.each([
    [0.3, -0.5, -0.93, 0.026016402931680113],
    [0.3, 0.3, 0.925, 0.558642941022859],
    [-1, 1, -0.93, 0.03611681086390464],
    [2.5, 2.4, 0.999, 0.9917985574512485],
    [-3, -2.5, 0.96, 0.0013120599456628776],
  ])("%d, %d at %d", (h, k, r, exact) => close(bivariateNormalLower(h, k, r), exact, 0, 1e-15));
});

describe("laws", () => {
  test("at the origin it is a quarter and asin rho / 2 pi (Sheppard 1899)", () => {
    fc.assert(
      fc.property(rho, (r) =>
        close(bivariateNormalLower(0, 0, r), 0.25 + Math.asin(r) / (2 * Math.PI), 0, 1e-14),
      ),
    );
  });

  test("the two may change places, and turning one around leaves the rest of the margin", () => {
    fc.assert(
      fc.property(z, z, rho, (h, k, r) => {
        const p = bivariateNormalLower(h, k, r);
        close(bivariateNormalLower(k, h, r), p, 0, 1e-14);
        close(bivariateNormalLower(h, -k, -r), normalLower(h) - p, 0, 1e-14);
      }),
    );
  });

  test("it rises with the correlation, from one bound to the other", () => {
    fc.assert(
      fc.property(z, z, rho, rho, (h, k, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const rise = bivariateNormalLower(h, k, high) - bivariateNormalLower(h, k, low);
        expect(rise).toBeGreaterThan(-1e-14);
        const [ph, pk] = [normalLower(h), normalLower(k)];
        close(bivariateNormalLower(h, k, 0), ph * pk, 0, 1e-15);
        close(bivariateNormalLower(h, k, 1), Math.min(ph, pk), 0, 1e-15);
        close(bivariateNormalLower(h, k, -1), Math.max(0, ph + pk - 1), 0, 1e-15);
      }),
    );
  });

  test("far out only the margins are left", () => {
    expect(bivariateNormalLower(-Infinity, 1, 0.5)).toBe(0);
    expect(bivariateNormalLower(Infinity, 1, 0.5)).toBe(normalLower(1));
    expect(bivariateNormalLower(1, Infinity, 0.99)).toBe(normalLower(1));
  });
});
