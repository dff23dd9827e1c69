import { describe, expect, test } from "vitest";
import {
  asNumbers,
  columnOf,
  missingCode,
  missingLimit,
  missingReasons,
  numberAt,
  reasonAt,
  type Column,
  type Values,
} from "../../analysis/table.ts";

const column = (values: Values, reasons?: Uint8Array): Column => ({
  id: "x",
  label: "X",
  level: "interval",
  values,
  ...(reasons && { reasons }),
});

describe.each([
  ["a byte", new Int8Array(8), -128],
  ["two bytes", new Int16Array(8), -32_768],
  ["four bytes", new Int32Array(8), -2_147_483_648],
] as const)("answers of %s", (_, values, lowest) => {
  const codes = missingReasons.map((reason) => missingCode(values, reason));

  test("the lowest sixteen numbers are no numbers, one for each reason", () => {
    expect(codes).toEqual(missingReasons.map((_reason, at) => lowest + at));
    expect(missingLimit(values)).toBe(lowest + 15);
  });

  test("a number is missing up to the limit, and from there on a number", () => {
    const own = column(
      values.map((_value, row) => codes[row] ?? [lowest + 15, lowest + 16][row - 6]!),
    );
    expect(Array.from(own.values, (_value, row) => numberAt(own, row))).toEqual([
      ...codes.map(() => NaN),
      NaN,
      lowest + 16,
    ]);
    expect(Array.from(asNumbers(own))).toEqual([...codes.map(() => NaN), NaN, lowest + 16]);
    expect(codes.map((_code, row) => reasonAt(own, row))).toEqual([...missingReasons]);
    expect(reasonAt(own, 7)).toBeUndefined();
  });
});

describe("numbers of any size", () => {
  const values = Float64Array.of(-1e300, NaN, NaN, NaN, 0);

  test("have their reasons beside them; a missing one without is skipped", () => {
    const own = column(values, Uint8Array.of(0, 3, 6, 0, 0));
    expect(Array.from(values, (_value, row) => reasonAt(own, row))).toEqual([
      undefined,
      "refused",
      "not joined",
      "skipped",
      undefined,
    ]);
    expect(reasonAt(column(values), 1)).toBe("skipped");
  });

  test("are all numbers, however small, and are not copied", () => {
    expect(missingLimit(values)).toBe(-Infinity);
    expect(missingCode(values, "refused")).toBeNaN();
    expect(numberAt(column(values), 0)).toBe(-1e300);
    expect(asNumbers(column(values))).toBe(values);
  });
});

test("a column that is not there is named", () => {
  const table = { rows: 5, columns: new Map([["x", column(new Float64Array(5))]]) };
  expect(columnOf(table, "x").id).toBe("x");
  expect(() => columnOf(table, "y")).toThrow(new RangeError('table requires a column "y"'));
});
