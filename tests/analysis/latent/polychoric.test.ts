/** Tables whose correlation is known because they were made from it, and laws; R's values are in tests/reference. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polychoricInference } from "../../../analysis/latent/polychoric-inference.ts";
import { polychoricJointly } from "../../../analysis/latent/polychoric-joint.ts";
import { polychoric } from "../../../analysis/latent/polychoric.ts";
import { adjustedForEmptyCell, digby, fourCells } from "../../../analysis/latent/tetrachoric.ts";
import { crossTable, type CrossTable } from "../../../analysis/methods/cross-table.ts";
import { close } from "../../support/close.ts";
import { cutAt, cuts, expectedTable, normalPairs, tableOf } from "./people.ts";

const rho = fc.double({ min: -0.95, max: 0.95, noNaN: true });
const margins = fc.tuple(cuts(6), cuts(6));
/** Counts of a table with somebody in every cell. */
const counts = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.integer({ min: 1, max: 40 }), {
        minLength: rows * columns,
        maxLength: rows * columns,
      })
      .map((cells) => ({ cells, rows, columns })),
  );

/** A table of the model; a cell with next to no mass knows its own only to a few digits, so such tables are left out. */
function modelTable(r: number, at: readonly number[][]): CrossTable {
  const table = expectedTable(r, at);
  fc.pre(table.cells.every((people) => people > 1e-5 * table.total));
  return table;
}

function estimate(table: CrossTable) {
  const found = polychoric(table);
  if (!found.ok) throw new Error(`no estimate: ${found.because}`);
  return found;
}

describe("the estimate", () => {
  test("is the rho that the table was made from, and its cuts", () => {
    fc.assert(
      fc.property(rho, margins, (r, [x, y]) => {
        const found = estimate(modelTable(r, [x, y]));
        close(found.rho, r, 0, 1e-9);
        x.forEach((cut, i) => close(found.thresholds.x[i]!, cut, 0, 1e-9));
        y.forEach((cut, j) => close(found.thresholds.y[j]!, cut, 0, 1e-9));
      }),
    );
  });

  test("of two answers cut in the middle is sin(2π (p - 1/4)) (Sheppard 1899)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 199 }), (same) => {
        const found = estimate(tableOf([same, 200 - same, 200 - same, same], 2));
        close(found.rho, Math.sin(2 * Math.PI * (same / 400 - 0.25)), 0, 1e-9);
      }),
    );
  });

  test("is where no step either way is more likely", () => {
    fc.assert(
      fc.property(counts, ({ cells, columns }) => {
        const table = tableOf(cells, columns);
        const { rho: r, thresholds } = estimate(table);
        const at = (moved: number) =>
          polychoricInference(table, { rho: moved, thresholds }, 0.95).logLikelihood;
        for (const step of [-1e-3, 1e-3]) expect(at(r + step)).toBeLessThan(at(r));
        // Near 1 the likelihood bends within any longer step.
        close((at(r + 1e-5) - at(r - 1e-5)) / 2e-5, 0, 0, 1e-3);
      }),
    );
  });

  test("changes sign with a reversed answer and not with swapped ones", () => {
    fc.assert(
      fc.property(counts, ({ cells, rows, columns }) => {
        const found = estimate(tableOf(cells, columns)).rho;
        const at = (i: number, j: number) => cells[i * columns + j]!;
        const reversed = cells.map((_, cell) =>
          at(Math.floor(cell / columns), columns - 1 - (cell % columns)),
        );
        const swapped = cells.map((_, cell) => at(cell % rows, Math.floor(cell / rows)));
        close(estimate(tableOf(reversed, columns)).rho, -found, 0, 1e-9);
        close(estimate(tableOf(swapped, rows)).rho, found, 0, 1e-9);
      }),
    );
  });

  test("counts weights as people: equal ones change nothing, doubled people neither", () => {
    const { x, y, n } = normalPairs(300, 0.4, 1);
    const pairs = { x: cutAt(x, [-1, 0, 1]), y: cutAt(y, [-0.5, 0.5]), n };
    const { rho: plain } = estimate(crossTable(pairs));
    for (const weight of [0.3, 1, 7]) {
      const table = crossTable({ ...pairs, weight: new Float64Array(n).fill(weight) });
      close(estimate(table).rho, plain, 0, 1e-9);
    }
    const twice = { count: new Float64Array(n).fill(2), n: 2 * n };
    close(estimate(crossTable({ ...pairs, ...twice })).rho, plain, 0, 1e-9);
  });
});

describe("no estimate", () => {
  test("where an answer does not vary", () => {
    expect(polychoric(tableOf([3, 4, 5], 3))).toEqual({ ok: false, because: "no variation" });
  });

  test.each([
    [[5, 0, 3, 9], 1],
    [[5, 2, 0, 9], 1],
    [[0, 2, 4, 9], -1],
    [[5, 2, 4, 0], -1],
    [[5, 0, 0, 9], 1],
    [[0, 5, 9, 0], -1],
  ])("in the two by two table %j: the edge is %d", (cells, edge) => {
    expect(polychoric(tableOf(cells, 2))).toMatchObject({
      ok: false,
      because: "no interior maximum",
      edge,
    });
  });

  test("where all are on one diagonal", () => {
    const staircase = [8, 0, 0, 0, 9, 0, 0, 0, 7];
    expect(polychoric(tableOf(staircase, 3))).toMatchObject({ ok: false, edge: 1 });
    const falling = [0, 0, 8, 0, 9, 0, 7, 0, 0];
    expect(polychoric(tableOf(falling, 3))).toMatchObject({ ok: false, edge: -1 });
  });
});

describe("the inference", () => {
  test("counts the cells with nobody in them", () => {
    const empty = (cells: readonly number[]) => {
      const table = tableOf(cells, 3);
      return polychoricInference(table, estimate(table), 0.95).emptyCells;
    };
    expect(empty([8, 3, 1, 2, 9, 3, 1, 4, 7])).toBe(0);
    expect(empty([8, 3, 0, 2, 9, 3, 0, 4, 7])).toBe(2);
  });

  test("fits a table of the model exactly, whatever its rho", () => {
    fc.assert(
      fc.property(rho, fc.tuple(cuts(4), cuts(4)), (r, at) => {
        const table = modelTable(r, at);
        const { fit } = polychoricInference(table, estimate(table), 0.95);
        expect(fit === null).toBe(table.rows === 2 && table.columns === 2);
        if (fit !== null) close(fit.statistic, 0, 0, 1e-6);
      }),
    );
  });

  test("has an error as large as the estimates of repeated studies differ", () => {
    const found = Array.from({ length: 300 }, (_, seed) => {
      const { x, y, n } = normalPairs(400, 0.5, seed);
      const table = crossTable({ x: cutAt(x, [-0.8, 0.2, 1]), y: cutAt(y, [-0.3, 0.9]), n });
      const { rho: r, thresholds } = estimate(table);
      return { r, ...polychoricInference(table, { rho: r, thresholds }, 0.95) };
    });
    const mean = (of: (one: (typeof found)[number]) => number) =>
      found.reduce((sum, one) => sum + of(one), 0) / found.length;
    const centre = mean(({ r }) => r);
    const spread = Math.sqrt(mean(({ r }) => (r - centre) ** 2));
    // The standard deviation of 300 is good to 4 percent.
    close(mean(({ se }) => se) / spread, 1, 0, 0.13);
    close(centre, 0.5, 0, 0.011);
    const covered = mean(({ interval }) => Number(interval.low < 0.5 && interval.high > 0.5));
    expect(covered).toBeGreaterThan(0.91);
    expect(covered).toBeLessThan(0.985);
    expect(mean((one) => Number(one.seRhoOnly < one.se))).toBe(1);
    // Of a model that holds any p is as likely as another: mean 0.5, known to 0.017.
    close(
      mean(({ fit }) => fit!.p),
      0.5,
      0,
      0.055,
    );
  });

  test("halves the error with four times the people", () => {
    const at = [
      [-0.5, 0.4],
      [0, 1],
    ];
    const [one, four] = [1000, 4000].map((people) => {
      const table = expectedTable(0.3, at, people);
      return polychoricInference(table, estimate(table), 0.95).se;
    });
    close(four!, one! / 2, 1e-8);
  });

  test("refuses weights, whose error is not this one", () => {
    const weight = Float64Array.of(1, 2, 1, 2);
    const x = Float64Array.of(0, 0, 1, 1);
    const table = crossTable({ x, y: Float64Array.of(0, 1, 0, 1), weight, n: 4 });
    const model = { rho: 0, thresholds: { x: Float64Array.of(0), y: Float64Array.of(0) } };
    expect(() => polychoricInference(table, model, 0.95)).toThrow(RangeError);
  });
});

describe("rho and cuts together", () => {
  test("are at least as likely as in two steps, and not far from them", () => {
    fc.assert(
      fc.property(counts, ({ cells, columns }) => {
        const table = tableOf(cells, columns);
        const two = estimate(table);
        const joint = polychoricJointly(table, two)!;
        const of = (model: typeof joint) => polychoricInference(table, model, 0.95);
        expect(of(joint).logLikelihood).toBeGreaterThanOrEqual(of(two).logLikelihood - 1e-8);
        expect(Math.abs(joint.rho - two.rho)).toBeLessThan(of(two).se);
      }),
    );
  });

  test("are both the same where the model fits exactly, as it does two by two", () => {
    fc.assert(
      fc.property(rho, cuts(1), cuts(1), (r, x, y) => {
        const table = modelTable(r, [x, y]);
        close(polychoricJointly(table, estimate(table))!.rho, r, 0, 1e-7);
      }),
    );
  });
});

describe("two by two with an empty cell", () => {
  test("half a person moved keeps the cuts, half a person added does not", () => {
    const { keepingMargins, addingHalf } = adjustedForEmptyCell([10, 5, 0, 20])!;
    const before = polychoric(fourCells([10, 5, 0, 20]));
    if (!keepingMargins.ok || !addingHalf.ok || before.ok || before.because === "no variation")
      throw new Error("expected two estimates for a table that has none");
    expect(keepingMargins.thresholds).toEqual(before.thresholds);
    expect(addingHalf.thresholds).not.toEqual(before.thresholds);
    for (const { rho: r } of [keepingMargins, addingHalf]) {
      expect(r).toBeGreaterThan(0.9);
      expect(r).toBeLessThan(1);
    }
  });

  test("is all that is adjusted", () => {
    expect(adjustedForEmptyCell([10, 5, 1, 20])).toBeNull();
    expect(adjustedForEmptyCell([10, 0, 0, 20])).toBeNull();
  });

  test("Digby's approximation has the sign of the association and ends at the edges", () => {
    expect(digby([10, 5, 0, 20])).toBe(1);
    expect(digby([0, 5, 5, 20])).toBe(-1);
    expect(digby([10, 5, 4, 2])).toBe(0);
    close(digby([44, 6, 8, 42]), polychoricOf([44, 6, 8, 42]), 0, 0.03);
  });
});

const polychoricOf = (cells: readonly [number, number, number, number]): number =>
  estimate(fourCells(cells)).rho;
