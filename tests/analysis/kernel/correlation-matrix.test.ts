import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import {
  correlationMatrix,
  type MatrixOptions,
} from "../../../analysis/kernel/correlation-matrix.ts";
import { correlationAt, joinParts } from "../../../analysis/kernel/correlation-table.ts";
import { correlate } from "../../../analysis/methods/pearson.ts";
import { rankPairs } from "../../../analysis/methods/spearman.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { pairsOf } from "../../../analysis/pairs.ts";
import { missingCode, type Column, type Values } from "../../../analysis/table.ts";

interface Kind {
  readonly make: (rows: number) => Values;
  /** From a uniform number and a trait. */
  readonly number: (own: number, trait: number) => number;
  readonly missing: number;
}

const whole = (most: number) => (own: number, trait: number) =>
  Math.floor(most * (0.5 * own + 0.5 * trait));
const kinds: Readonly<Record<string, Kind>> = {
  item: { make: (rows) => new Int8Array(rows), number: whole(5), missing: 0.1 },
  "wide item": { make: (rows) => new Int8Array(rows), number: whole(100), missing: 0.2 },
  "many values": { make: (rows) => new Int16Array(rows), number: whole(900), missing: 0.1 },
  salary: { make: (rows) => new Int32Array(rows), number: whole(90_000), missing: 0.7 },
  score: {
    make: (rows) => new Float64Array(rows),
    number: (a, b) => 1e6 + a + b / 3,
    missing: 0.05,
  },
  complete: { make: (rows) => new Float64Array(rows), number: (a, b) => a - b, missing: 0 },
  huge: { make: (rows) => new Float64Array(rows), number: (a, b) => 1e180 * (a + b), missing: 0.1 },
  "few values": { make: (rows) => new Float64Array(rows), number: whole(3), missing: 0.3 },
  constant: { make: (rows) => new Float64Array(rows), number: () => 0.1, missing: 0.1 },
  nobody: { make: (rows) => new Int8Array(rows), number: () => 0, missing: 1 },
};

/** Columns of the named kinds with a trait in common, 700 people, of whom some lack several answers together. */
function columnsOf(names: readonly string[], seed: number, rows = 700): Column[] {
  const { uniform } = stream(seed);
  const traits = Array.from({ length: rows }, uniform);
  return names.map((name, at) => {
    const { make, number, missing } = kinds[name]!;
    const values = make(rows);
    traits.forEach((trait, row) => {
      const gone = uniform() < missing || (row % 3 === 0 && row > rows / 2 && at % 2 === 1);
      values[row] = gone ? missingCode(values, "skipped") : number(uniform(), trait);
    });
    return { id: `${name} ${at}`, label: name, level: "interval", values };
  });
}

/** The same by visiting the people of the pair. */
function naive([x, y]: readonly [Column, Column], { method, weights }: MatrixOptions) {
  const pairs = pairsOf(x, y, { ...(weights && { weights }) });
  if (pairs.n < 3) return { n: pairs.n, r: undefined };
  // Squares of numbers that large are no numbers.
  const small = (values: Float64Array) =>
    values.some((value) => value > 1e100) ? values.map((value) => value * 1e-180) : values;
  const { x: a, y: b } =
    method === "spearman" ? rankPairs(pairs) : { x: small(pairs.x), y: small(pairs.y) };
  return { n: pairs.n, r: correlate(a, b, pairs.weight)?.r };
}

const matrices = record({
  names: array(constantFrom(...Object.keys(kinds)), { minLength: 1, maxLength: 9 }),
  seed: integer({ min: 0, max: 99 }),
  method: constantFrom("pearson" as const, "spearman" as const),
  weighted: constantFrom(true, false),
});
const weightsOf = (rows: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => (row % 11 === 0 ? 0 : 0.25 + (row % 7)));

test("every pair is what its people give when they are visited one by one", () => {
  assert(
    property(matrices, ({ names, seed, method, weighted }) => {
      const columns = columnsOf(names, seed);
      const options = { method, ...(weighted && { weights: weightsOf(700) }) };
      const table = correlationMatrix(columns, options);
      columns.forEach((x, i) =>
        columns.slice(0, i + 1).forEach((y, j) => {
          const found = correlationAt(table, i, j);
          const { n, r } = naive([x, y], options);
          expect(found.n).toBe(n);
          if (found.ok) expect(Math.abs(found.r - r!)).toBeLessThan(1e-12);
          else
            expect([r, found.because]).toEqual([
              undefined,
              n < 3 ? "too few pairs" : "no variation",
            ]);
        }),
      );
    }),
    { numRuns: 60 },
  );
});

test("without WebAssembly, and in parts, the bytes are the same", () => {
  assert(
    property(matrices, integer({ min: 2, max: 4 }), ({ names, seed, method, weighted }, of) => {
      const columns = columnsOf(names, seed, 300);
      const options = { method, ...(weighted && { weights: weightsOf(300) }) };
      const whole = correlationMatrix(columns, options);
      expect(correlationMatrix(columns, { ...options, machine: "JavaScript" })).toEqual(whole);
      const parts = Array.from({ length: of }, (_, index) =>
        correlationMatrix(columns, { ...options, part: { index, of } }),
      );
      expect(joinParts(parts)).toEqual(whole);
      const pairs = parts.map(({ states }) => states.filter((state) => state > 0).length);
      expect(pairs.reduce((sum, own) => sum + own, 0)).toBe(whole.states.length);
    }),
    { numRuns: 40 },
  );
});

test("where few people of a pair vary, no digits are lost to all the others", () => {
  const { uniform } = stream(9);
  const rows = 5000;
  const far = Float64Array.from({ length: rows }, (_, row) =>
    row < 20 ? uniform() : 1e7 * uniform(),
  );
  const rare = Float64Array.from({ length: rows }, (_, row) => (row < 20 ? uniform() : NaN));
  const columns = [far, rare].map((values, at): Column => ({
    id: `${at}`,
    label: "",
    level: "interval",
    values,
  }));
  const found = correlationAt(correlationMatrix(columns), 0, 1);
  const direct = correlate(far.subarray(0, 20), rare.subarray(0, 20))!.r;
  expect(found.ok && Math.abs(found.r - direct)).toBeLessThan(1e-12);
});

test("columns of different lengths, and parts that are none, are refused", () => {
  const [long, short] = [columnsOf(["item"], 1, 9)[0]!, columnsOf(["item"], 1, 8)[0]!];
  expect(() => correlationMatrix([long, short])).toThrow("of one length, got 9 and 8");
  expect(() => correlationMatrix([long], { weights: new Float64Array(3) })).toThrow("got 9 and 3");
  expect(() => correlationMatrix([long], { part: { index: 2, of: 2 } })).toThrow("below 2, got 2");
});
