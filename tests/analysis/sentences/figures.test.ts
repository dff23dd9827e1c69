import { assert, double, property } from "fast-check";
import { expect, test } from "vitest";
import {
  ordinalRange,
  pInWords,
  plain,
  roundedTo,
  shareInWords,
  sizeOf,
} from "../../../analysis/sentences/figures.ts";

test("ordinals and p values read as people write them", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map((rank) => ordinalRange(rank, rank))).toEqual(
    "1st 2nd 3rd 4th 11th 12th 13th 21st 112th".split(" "),
  );
  expect(ordinalRange(1, 3)).toBe("1st–3rd");
  expect([0.0004, 0.0321, 1].map(pInWords)).toEqual(["< .001", "= .032", "= 1.000"]);
});

test("an estimate and its interval end at the second significant digit of the larger", () => {
  expect([4.12, 0.5, -6].map(roundedTo(4.12))).toEqual(["4.1", "0.5", "−6.0"]);
  expect([0.0312, -0.0004].map(roundedTo(0.0312))).toEqual(["0.031", "0.000"]);
  expect([1234, 349, -12345].map(roundedTo(1234))).toEqual(["1,200", "300", "−12,300"]);
  expect([12.3, 8.5].map(roundedTo(12.3))).toEqual(["12", "9"]);
  expect(roundedTo(0)(0)).toBe("0");
});

test("the size of an estimate is its own or half its interval's, whichever is more", () => {
  expect(sizeOf(-3, { low: -4, high: -2 })).toBe(3);
  expect(sizeOf(0.1, { low: -0.5, high: 0.7 })).toBeCloseTo(0.6, 12);
});

test("values of a codebook keep what tells them apart", () => {
  expect([2, 2.5, 46.666666, 45_000, -0.001].map(plain)).toEqual([
    "2",
    "2.5",
    "46.7",
    "45,000",
    "0",
  ]);
  expect([0.19, 0.004, 0, 1].map(shareInWords)).toEqual([
    "19\u00a0%",
    "<\u00a01\u00a0%",
    "0\u00a0%",
    "100\u00a0%",
  ]);
});

test("whatever is rounded reads back within half a unit of the last digit, and no zero has a sign", () => {
  const read = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));
  assert(
    property(
      double({ min: -1e6, max: 1e6, noNaN: true }),
      double({ min: 1e-6, max: 1e6, noNaN: true }),
      (value, size) => {
        const text = roundedTo(size)(value);
        expect(text).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/);
        if (read(text) === 0) expect(text).not.toContain("−");
        const place = 10 ** (Math.floor(Math.log10(size)) - 1);
        expect(Math.abs(read(text) - value)).toBeLessThanOrEqual(place * 0.500001);
      },
    ),
  );
});
