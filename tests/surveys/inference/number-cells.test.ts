import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isDressedNumber, numberIn } from "#surveys";

test("a cell is a number only as Number reads it", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)),
      (cell) => {
        const value = numberIn(cell);
        if (value !== undefined) expect(value).toBe(Number(cell));
      },
    ),
  );
});

test("every finite decimal notation is read", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
      (value) => {
        expect(numberIn(String(value))).toBe(value + 0);
      },
    ),
  );
});

test.each([
  "",
  " ",
  "NaN",
  "Infinity",
  "0x1F",
  "1e999",
  "1_000",
  "12abc",
  "--1",
  ".",
  "1.2.3",
  "9007199254740993",
])("%j is no number", (cell) => expect(numberIn(cell)).toBeUndefined());

test.each(["$52,000", "52,000", "1 200", "3,5", "45 %", "€ 40.000", "(1,200)", "52k"])(
  "%j is a number to a person",
  (cell) => expect(isDressedNumber(cell)).toBe(true),
);

test.each(["52000", "-3.5", "12345678901234567890", "abc", "1-2", "2021-01-01", ""])(
  "%j is not a number in disguise",
  (cell) => expect(isDressedNumber(cell)).toBe(false),
);
