/** Cells survive a strict reader unchanged, and none of them is a formula to a spreadsheet. */
import { assert, double, oneof, property, string, constantFrom, array } from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvCell, csvRow, withoutFormulas } from "../../../src/reports/csv.ts";

const nasty = string({
  unit: constantFrom(..."=+-@,\"'\r\n\t ;0123ae.\u2028＝＋－＠é"),
  maxLength: 12,
});

test("a row reads back as it was, but for apostrophes before formulas", () => {
  assert(
    property(array(nasty, { minLength: 2, maxLength: 5 }), (cells) => {
      const [read] = Papa.parse<string[]>(csvRow(cells), { newline: "\n", delimiter: "," }).data;
      expect(read).toEqual(cells.map(withoutFormulas));
    }),
  );
});

test("no line of a text cell begins like a formula, unless the cell is a number", () => {
  assert(
    property(nasty, (text) => {
      const safe = withoutFormulas(text);
      if (safe === text && Number.isFinite(Number(text)) && text.trim() !== "") return;
      for (const line of safe.split(/[\r\n\u2028]/))
        expect(line).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }),
  );
});

test.each(["-3", "+4.5", "-1e-7", "-.5"])("%s is a number and stays one", (text) => {
  expect(csvCell(text)).toBe(text);
});

test.each([
  ["=1+1", "'=1+1"],
  [' =HYPERLINK("x")', `"' =HYPERLINK(""x"")"`],
  ["safe\n@SUM(A1)", `"safe\n'@SUM(A1)"`],
  ["-3 points", "'-3 points"],
])("%j is written %j", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test("every number reads back to the same number", () => {
  assert(
    property(oneof(double({ noNaN: true, noDefaultInfinity: true })), (value) => {
      expect(Number(csvCell(value)) + 0).toBe(value + 0);
    }),
  );
});
