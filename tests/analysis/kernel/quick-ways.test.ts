/**
 * That the quick ways are taken, and right by themselves: behind each stands a slower one with the same answer, so a
 * broken quick way would be found by nobody but a clock.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centredColumns } from "../../../analysis/kernel/centred.ts";
import { discrete, mostValues, narrow } from "../../../analysis/kernel/discrete.ts";
import { grouped, mostCells } from "../../../analysis/kernel/groups.ts";
import { holedMoments, type PairMoments } from "../../../analysis/kernel/holed-moments.ts";
import { giveBack, kernelsWith, offsets, type Machine } from "../../../analysis/kernel/kernels.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { missingCode, type Column, type Values } from "../../../analysis/table.ts";
import { close } from "../../support/close.ts";

const column = (values: Values): Column => ({ id: "x", label: "x", level: "interval", values });

describe("kernels", () => {
  test("are compiled, unless plain ones are asked for", () => {
    expect("grow" in kernelsWith(64).memory).toBe(true);
    expect("grow" in kernelsWith(64, "JavaScript").memory).toBe(false);
  });

  test("that are given back come again, with nothing in them", () => {
    const bytes = 3 * 65_536 + 5;
    const first = kernelsWith(bytes);
    expect(first.memory.buffer.byteLength).toBeGreaterThanOrEqual(bytes);
    new Uint8Array(first.memory.buffer).fill(7);
    giveBack(first);
    const second = kernelsWith(bytes - 100);
    expect(second).toBe(first);
    expect(new Uint8Array(second.memory.buffer, 0, bytes - 100).some((byte) => byte !== 0)).toBe(
      false,
    );
    expect(kernelsWith(64)).not.toBe(second);
  });

  test("that would keep a lot of memory are not kept", () => {
    const large = kernelsWith(2 ** 26 + 1);
    giveBack(large);
    expect(kernelsWith(64)).not.toBe(large);
  });

  test("find each region at the start of a cache line", () => {
    expect(offsets({ one: 1, none: 0, two: 65, three: 64 })).toEqual({
      at: { one: 0, none: 64, two: 64, three: 192 },
      bytes: 256,
    });
  });
});

describe("a column with few values", () => {
  const bytes = (...values: number[]) => discrete(column(Int8Array.from(values)))!;
  const none = missingCode(new Int8Array(), "skipped");

  test("of bytes is left as it is, and looked up by the first of sixteen where they are near", () => {
    expect(bytes(3, -2, 5, 3)).toMatchObject({ low: -2, complete: true });
    expect([...bytes(3, -2, 5, 3).values]).toEqual([-2, -1, 0, 1, 2, 3, 4, 5]);
    expect(bytes(0, narrow - 1).low).toBe(0);
    expect(bytes(0, narrow).low).toBeUndefined();
    expect([...bytes(0, narrow, 40).values]).toEqual([0, narrow, 40]);
    expect(bytes(1, none)).toMatchObject({ complete: false });
    const { codeOf } = bytes(1, 2, none);
    expect([codeOf[1], codeOf[2], codeOf[none & 255], codeOf[3]]).toEqual([0, 1, 2, 2]);
  });

  test("of numbers is coded in their order", () => {
    const found = discrete(column(Float64Array.of(2.5, NaN, -1, 2.5)))!;
    expect([...found.values]).toEqual([-1, 2.5]);
    expect([...found.bytes]).toEqual([1, 2, 0, 1]);
    expect(found).toMatchObject({ complete: false, low: 0 });
    const words = Int32Array.of(70_000, missingCode(new Int32Array(), "refused"), 5);
    expect([...discrete(column(words))!.bytes]).toEqual([1, 2, 0]);
    const many = (count: number) =>
      discrete(column(Float64Array.from({ length: count }, (_, i) => i / 2)));
    expect(many(narrow - 1)).toMatchObject({ low: 0, complete: true });
    expect(many(narrow)!.low).toBeUndefined();
  });

  test("has sixty at most", () => {
    const numbers = (count: number) => Float64Array.from({ length: count }, (_, i) => i / 2);
    const spread = (count: number) => Int8Array.from({ length: count }, (_, i) => 2 * i - 60);
    for (const make of [numbers, spread]) {
      expect(discrete(column(make(mostValues)))!.values).toHaveLength(mostValues);
      expect(discrete(column(make(mostValues + 1)))).toBeUndefined();
    }
  });

  test("shares a group with others as long as there is room, with a place for missing where some are", () => {
    const of = (values: number, isComplete = true) =>
      bytes(...Array.from({ length: values }, (_, i) => i), ...(isComplete ? [] : [none]));
    const radices = (...items: ReturnType<typeof of>[]) =>
      grouped(items).map(({ digits, cells }) => [cells, ...digits.map(({ item }) => item)]);
    expect(radices(of(4), of(4), of(4))).toEqual([[mostCells, 0, 1, 2]]);
    expect(radices(of(4), of(4), of(4, false))).toEqual([
      [16, 0, 1],
      [5, 2],
    ]);
    expect(radices(of(8), of(9), of(8))).toEqual([
      [64, 0, 2],
      [9, 1],
    ]);
  });
});

describe("a column of numbers", () => {
  test("is centred, on a scale by which the farthest lies from 1 to 2", () => {
    const number = fc.double({ noNaN: true, min: -4e307, max: 4e307 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 40 }), (values) => {
        const { centre, scale } = centredColumns([column(Float64Array.from(values))])[0]!;
        expect(Number.isInteger(Math.log2(scale))).toBe(true);
        const reach = Math.max(...values.map((value) => Math.abs(value - centre)));
        if (reach < 1e-300) return;
        expect(reach * scale).toBeGreaterThanOrEqual(1);
        expect(reach * scale).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("whose sum is too large for a number has its centre in the middle", () => {
    const [far] = centredColumns([column(Float64Array.of(1.6e308, 1.2e308, 1.7e308))]);
    close(far!.centre, 1.45e308, 1e-12);
  });

  test("of one value has no scale", () => {
    const [alike] = centredColumns([column(Float64Array.of(5, 5, NaN))]);
    expect(alike).toMatchObject({ centre: 5, scale: 1 });
  });
});

describe("moments of pairs with holes", () => {
  const { uniform } = stream(77);
  const rows = 700;
  const columns = Array.from({ length: 10 }, (_, at) =>
    column(Float64Array.from({ length: rows }, () => (uniform() < 0.02 * at ? NaN : uniform()))),
  );
  const weights = Float64Array.from({ length: rows }, (_, i) => (i % 9 === 0 ? 0 : uniform()));
  const most = 6;

  /** By definition, person by person, on the centred and scaled numbers. */
  function moments(i: number, j: number, weighed: boolean): PairMoments {
    const [x, y] = centredColumns([columns[i]!, columns[j]!]);
    const sums = { n: 0, mass: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0, allXX: 0, allYY: 0 };
    for (let row = 0; row < rows; row++) {
      const weight = weighed ? weights[row]! : 1;
      const a = (x!.values[row]! - x!.centre) * x!.scale;
      const b = (y!.values[row]! - y!.centre) * y!.scale;
      if (!Number.isNaN(a)) sums.allXX += weight * a * a;
      if (!Number.isNaN(b)) sums.allYY += weight * b * b;
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      sums.n += Number(weight > 0);
      sums.mass += weight;
      sums.x += weight * a;
      sums.y += weight * b;
      sums.xx += weight * a * a;
      sums.yy += weight * b * b;
      sums.xy += weight * a * b;
    }
    return sums;
  }

  test.each<[Machine, boolean]>([
    ["WebAssembly", false],
    ["WebAssembly", true],
    ["JavaScript", false],
    ["JavaScript", true],
  ])("are those of the people who have both: %s, weighted %s", (machine, weighed) => {
    const seen = new Set<string>();
    const lines = centredColumns(columns, machine);
    for (const index of [0, 1, 2])
      holedMoments(lines, most, {
        machine,
        part: { index, of: 3 },
        ...(weighed && { weights }),
        take(i, j, found) {
          seen.add(`${i} ${j}`);
          const expected = moments(i, j, weighed);
          for (const name of Object.keys(expected) as (keyof PairMoments)[])
            close(found[name], expected[name], 1e-11, 1e-10);
        },
      });
    expect(seen.size).toBe((most * (most + 1)) / 2 + most * (columns.length - most));
  });
});
