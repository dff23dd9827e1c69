/** Against Genz's distribution, corner by corner; the two share no formula below 0.925. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  densityAt,
  distributionAt,
  moveDistribution,
  overCells,
} from "../../../analysis/latent/corners.ts";
import { bivariateNormalLower } from "../../../analysis/numeric/bivariate-normal.ts";
import { close } from "../../support/close.ts";
import { cuts } from "./people.ts";

const thresholds = fc
  .tuple(cuts(6), cuts(6))
  .map(([x, y]) => ({ x: Float64Array.from(x), y: Float64Array.from(y) }));
const rho = fc.double({ min: -0.9999, max: 0.9999, noNaN: true });

test("from anywhere to anywhere it arrives at the distribution, to fourteen digits", () => {
  fc.assert(
    fc.property(thresholds, rho, rho, rho, (at, one, two, three) => {
      const corners = distributionAt(at, one);
      moveDistribution(corners, at, [one, two]);
      moveDistribution(corners, at, [two, three]);
      at.x.forEach((h, i) =>
        at.y.forEach((k, j) =>
          close(
            corners[(i + 1) * (at.y.length + 2) + j + 1]!,
            bivariateNormalLower(h, k, three),
            0,
            1e-14,
          ),
        ),
      );
    }),
  );
});

test("the cells are all of it, and what one gains with rho the others lose", () => {
  fc.assert(
    fc.property(thresholds, rho, (at, r) => {
      const columns = at.y.length + 1;
      const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
      close(sum(overCells(distributionAt(at, r), columns)), 1, 0, 1e-13);
      const { density } = densityAt(at, r);
      close(sum(overCells(density, columns)), 0, 0, 1e-12 * density.length * sum(density));
    }),
  );
});

test("the density is the slope of the distribution, and has the slope it says", () => {
  fc.assert(
    fc.property(thresholds, fc.double({ min: -0.9, max: 0.9, noNaN: true }), (at, r) => {
      const h = 1e-5;
      const [below, above] = [r - h, r + h];
      const { density, slope } = densityAt(at, r);
      const differences = (one: Float64Array, other: Float64Array) =>
        one.map((value, corner) => (value - other[corner]!) / (2 * h));
      const inner = (corner: number) => density[corner]! > 0;
      differences(distributionAt(at, above), distributionAt(at, below)).forEach((by, corner) => {
        if (inner(corner)) close(density[corner]!, by, 1e-5, 1e-8);
      });
      differences(densityAt(at, above).density, densityAt(at, below).density).forEach(
        (by, corner) => close(slope[corner]!, by, 1e-4, 1e-6),
      );
      expect(density.filter((_, corner) => inner(corner))).toHaveLength(at.x.length * at.y.length);
    }),
  );
});
