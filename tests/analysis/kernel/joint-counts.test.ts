import { array, assert, constantFrom, integer, oneof, option, property } from "fast-check";
import { expect, test } from "vitest";
import { discrete } from "../../../analysis/kernel/discrete.ts";
import { jointCounts } from "../../../analysis/kernel/joint-counts.ts";
import { jointTables } from "../../../analysis/kernel/joint-tables.ts";
import type { Machine } from "../../../analysis/kernel/kernels.ts";
import type { Pairs } from "../../../analysis/methods/method.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { pairsOf } from "../../../analysis/pairs.ts";
import { missingCode, type Column } from "../../../analysis/table.ts";

const people = 60;
/** With holes, without, and without variation. */
const item = oneof(
  array(option(integer({ min: -3, max: 4 })), { minLength: people, maxLength: people }),
  array(integer({ min: 0, max: 2 }), { minLength: people, maxLength: people }),
  array(integer({ min: 1, max: 1 }), { minLength: people, maxLength: people }),
);
/** With the numbers moved: to the lowest and to the highest bytes that are no codes for "missing". */
const asInt8 = (cells: (number | null)[], id: string, move = 0): Column => {
  const values = new Int8Array(cells.length);
  const missing = missingCode(values, move === 0 ? "skipped" : "not joined");
  cells.forEach((cell, row) => (values[row] = cell === null ? missing : cell + move));
  return { id, label: id, level: "ordinal", values };
};
const asFloat64 = (cells: (number | null)[], id: string): Column => ({
  id,
  label: id,
  level: "interval",
  values: Float64Array.from(cells, (cell) => cell ?? NaN),
});

/** Cells in one order, people with the same values added up. */
function tally(pairs: Pairs): [string, number, number, number][] {
  const cells = new Map<string, [number, number, number]>();
  pairs.x.forEach((x, i) => {
    const [n, w, w2] = cells.get(`${x},${pairs.y[i]}`) ?? [0, 0, 0];
    cells.set(`${x},${pairs.y[i]}`, [
      n + (pairs.count?.[i] ?? 1),
      w + (pairs.weight?.[i] ?? 0),
      w2 + (pairs.weightSquared?.[i] ?? 0),
    ]);
  });
  return [...cells].map(([key, sums]) => [key, ...sums] as [string, number, number, number]).sort();
}

test("the packed tables hold the same cells as counting each pair person by person", () => {
  assert(
    property(
      array(item, { minLength: 1, maxLength: 5 }),
      array(item, { minLength: 1, maxLength: 4 }),
      option(array(integer({ min: 0, max: 8 }), { minLength: people, maxLength: people }), {
        nil: undefined,
      }),
      constantFrom("WebAssembly", "JavaScript"),
      constantFrom(-109, 0, 123),
      (itemsX, itemsY, quarters, machine, move) => {
        const xs = itemsX.map((cells, i) => (i % 2 ? asFloat64 : asInt8)(cells, `x${i}`));
        const ys = itemsY.map((cells, i) => asInt8(cells, `y${i}`, move));
        const weights = quarters && Float64Array.from(quarters, (quarter) => quarter / 4);
        let seen = 0;
        jointCounts(
          xs.map((x) => discrete(x)!),
          ys.map((y) => discrete(y)!),
          {
            ...(weights && { weights }),
            machine,
            take(x, y, pairs) {
              const direct = pairsOf(xs[x]!, ys[y]!, { weights });
              expect(pairs.n).toBe(direct.n);
              expect(tally(pairs)).toEqual(tally(direct));
              seen++;
            },
          },
        );
        expect(seen).toBe(xs.length * ys.length);
      },
    ),
  );
});

test("both machines give the same sums of weights to the last digit, whoever does which part", () => {
  const { uniform } = stream(1);
  const items = Array.from({ length: 12 }, (_, i) =>
    discrete({
      id: `${i}`,
      label: "",
      level: "ordinal",
      values: Int8Array.from({ length: 500 }, () =>
        uniform() < 0.1 ? -128 : 60 + Math.floor(uniform() * (2 + i * 2)),
      ),
    })!,
  );
  const pairs = Float64Array.from({ length: 1000 }, uniform);
  const counted = (machine: Machine, of: number) => {
    const tables = new Map<string, number[]>();
    for (let index = 0; index < of; index++)
      jointTables(items, "each other", {
        machine,
        pairs,
        part: { index, of },
        take(x, y, { people, sums }) {
          const cells = items[x]!.values.length * items[y]!.values.length;
          tables.set(`${x} ${y}`, [...people.subarray(0, cells), ...sums.subarray(0, 2 * cells)]);
        },
      });
    return new Map([...tables].toSorted());
  };
  const whole = counted("WebAssembly", 1);
  expect(whole.size).toBe(78);
  expect(counted("JavaScript", 1)).toEqual(whole);
  expect(counted("WebAssembly", 3)).toEqual(whole);
});

test("a column with more than sixty values is left to the person-by-person way", () => {
  const many = Float64Array.from({ length: 200 }, (_, i) => i / 3);
  expect(discrete({ id: "gpa", label: "GPA", level: "interval", values: many })).toBeUndefined();
});

test("who is handed a table may ask for others before using it", () => {
  const { uniform } = stream(4);
  const items = Array.from({ length: 5 }, (_, i) =>
    discrete(
      asInt8(
        Array.from({ length: people }, () => Math.floor(uniform() * 4)),
        `${i}`,
      ),
    )!,
  );
  const [first, second] = items;
  let expected: number[] = [];
  jointTables([first!], [second!], { take: (_x, _y, table) => (expected = [...table.people]) });
  jointTables([first!], [second!], {
    take(_x, _y, table) {
      jointTables(items.slice(2), "each other", { take() {} });
      expect([...table.people]).toEqual(expected);
    },
  });
  expect(expected.reduce((sum, own) => sum + own, 0)).toBe(people);
});
