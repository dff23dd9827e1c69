/** How variables are made ready: scales by level and shape, small categories, steps that people really have. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memberOf } from "../../../analysis/ranking/member.ts";
import { inUnit, scaleOf, unitOf } from "../../../analysis/ranking/scale.ts";
import { type Column, type Level, missingCode } from "../../../analysis/table.ts";

const column = (level: Level, values: readonly number[]): Column => ({
  id: "v",
  label: "V",
  level,
  values: Float64Array.from(values),
});
const everybody = ({ values }: Column) => Int32Array.from(values.keys());
const ready = (level: Level, values: readonly number[]) => {
  const own = column(level, values);
  return memberOf(own, everybody(own));
};
const repeat = (value: number, times: number) => Array<number>(times).fill(value);

describe("a variable enters", () => {
  test("a salary with a long upper tail as its logarithm, said in percent", () => {
    const salaries = Array.from({ length: 200 }, (_, i) => Math.round(30_000 * Math.exp(i / 40)));
    const { preparation, columns, step } = ready("interval", salaries);
    expect(preparation.scale).toBe("log");
    expect(columns[0]![5]).toBe(Math.log(salaries[5]!));
    expect(step!.onScale).toBeCloseTo(Math.log(step!.to / step!.from), 14);
    expect(unitOf("log")).toBe("percent");
    expect(inUnit("percent", Math.log(1.25))).toBeCloseTo(25, 12);
  });

  test("a tail with a zero or below in it, or a tail downwards, as it is", () => {
    const tail = Array.from({ length: 200 }, (_, i) => Math.exp(i / 40));
    expect(scaleOf(column("interval", tail))).toBe("log");
    expect(scaleOf(column("interval", [0, ...tail]))).toBe("as it is");
    expect(
      scaleOf(
        column(
          "interval",
          tail.map((one) => 200 - one),
        ),
      ),
    ).toBe("as it is");
    expect(scaleOf(column("ordinal", tail))).toBe("as it is");
  });

  test("a tail as it is where a logarithm would only turn it round", () => {
    const tail = [...repeat(5, 40), ...repeat(10, 40), ...repeat(40, 15)];
    expect(scaleOf(column("interval", tail))).toBe("log");
    expect(scaleOf(column("interval", [...tail, ...repeat(1e-9, 5)]))).toBe("as it is");
  });

  test("a tail as its logarithm though some did not answer: a code for that is no value below 0", () => {
    const tail = Int32Array.from({ length: 200 }, (_, i) => Math.round(100 * Math.exp(i / 40)));
    tail[7] = missingCode(tail, "refused");
    expect(scaleOf({ ...column("interval", []), values: tail })).toBe("log");
    tail[8] = -5;
    expect(scaleOf({ ...column("interval", []), values: tail })).toBe("as it is");
  });

  test("two categories as 0 and 1, whatever their codes", () => {
    const { columns, step, preparation } = ready("binary", [1, 2, 2, 1, 2]);
    expect(preparation.scale).toBe("0 and 1");
    expect([...columns[0]!]).toEqual([0, 1, 1, 0, 1]);
    expect(step).toEqual({ from: 1, to: 2, onScale: 1 });
    expect(inUnit(unitOf("0 and 1"), 0.041)).toBeCloseTo(4.1, 12);
  });

  test("a count as log(1 + count)", () => {
    const { columns, preparation } = ready("count", [0, 1, 3, 7]);
    expect(preparation.scale).toBe("log(1 + count)");
    expect([...columns[0]!]).toEqual([0, Math.log(2), Math.log(4), Math.log(8)]);
  });

  test("unordered categories as columns, the tiny ones together", () => {
    const codes = [...repeat(1, 40), ...repeat(2, 30), ...repeat(3, 6), ...repeat(4, 5)];
    const { columns, preparation, step } = ready("nominal", codes);
    expect(preparation.merged).toEqual([3, 4]);
    expect(columns.map((one) => one.reduce((sum, each) => sum + each, 0))).toEqual([30, 11]);
    expect(step).toBeNull();
    // Nine people are too few even together: the largest category takes them in.
    const fewer = ready("nominal", codes.slice(0, -2));
    expect(fewer.preparation.merged).toEqual([1, 3, 4]);
    expect(fewer.columns.map((one) => one.reduce((sum, each) => sum + each, 0))).toEqual([30]);
  });

  test("not at all where everybody is alike, or nobody is there", () => {
    for (const level of ["nominal", "binary", "ordinal", "count", "interval"] as const) {
      expect(ready(level, repeat(3, 50)).columns).toEqual([]);
      expect(ready(level, []).columns).toEqual([]);
    }
  });
});

describe("a step", () => {
  const stepIn = (values: readonly number[]) => {
    const { from, to } = ready("ordinal", values).step!;
    return [from, to];
  };

  test("goes from the lower to the upper quartile, values that people have", () => {
    expect(stepIn([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([3, 7]);
  });

  test("goes up from what most have to the middle of those beyond, else up to it from below", () => {
    expect(stepIn([...repeat(0, 90), 1, 2, 3, 8])).toEqual([0, 2]);
    expect(stepIn([...repeat(4, 90), 1, 2, 3])).toEqual([2, 4]);
  });

  test("always lies between two values somebody has, the lower first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2 }), (values) => {
        const { step } = ready("ordinal", values);
        const alike = new Set(values).size === 1;
        expect(step === null).toBe(alike);
        if (step === null) return;
        expect(step.from).toBeLessThan(step.to);
        expect(values).toContain(step.from);
        expect(values).toContain(step.to);
      }),
    );
  });
});
