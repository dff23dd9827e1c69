import { describe, expect, test } from "vitest";
import { codesOf, drawModules, optionOrder, type Item } from "#surveys";

const item = (
  name: string,
  codes: readonly number[],
): Extract<Item, { kind: "single choice" }> => ({
  kind: "single choice",
  name,
  title: "",
  required: false,
  validators: [],
  randomOrder: true,
  options: codes.map((code) => ({ code, label: String(code) })),
  other: { label: "Other" },
  none: { label: "None" },
});
const seeds = Array.from({ length: 24_000 }, (_, seed) => seed * 7919);

/** Chi-square of counts that should all be alike. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}
function counted(keys: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()];
}

describe("the order of options", () => {
  const four = item("four", [1, 2, 3, 4]);

  test("has each option once, and those that stand apart at the end", () => {
    for (const seed of seeds.slice(0, 500)) {
      const order = optionOrder(four, seed);
      expect(order.toSorted()).toEqual(codesOf(four).toSorted());
      expect(order.slice(4)).toEqual(["other", "none"]);
    }
  });

  test("is the same for the same person, and another for another item", () => {
    const orders = (name: string) =>
      seeds.slice(0, 100).map((seed) => optionOrder(item(name, [1, 2, 3, 4]), seed));
    expect(orders("four")).toEqual(orders("four"));
    expect(orders("four")).not.toEqual(orders("five"));
  });

  test("any order is as likely as any other", () => {
    const orders = counted(seeds.map((seed) => optionOrder(four, seed).join()));
    expect(orders).toHaveLength(24);
    // 23 degrees of freedom: 49.7 is exceeded once in a thousand times. The seeds are fixed, so is the verdict.
    expect(chiSquare(orders)).toBeLessThan(49.7);
  });

  test("the orders of two items have nothing to do with each other", () => {
    const [a, b] = [item("a", [1, 2, 3]), item("b", [1, 2, 3])];
    const pairs = counted(
      seeds.map((seed) => `${optionOrder(a, seed)[0]}${optionOrder(b, seed)[0]}`),
    );
    expect(pairs).toHaveLength(9);
    // 8 degrees of freedom.
    expect(chiSquare(pairs)).toBeLessThan(26.1);
  });
});

describe("the modules of a person", () => {
  const modules = {
    each: 2,
    of: ["a", "b", "c", "d"].map((id) => ({ id, sections: [id] })),
  };

  test("every pair of them is as likely as any other", () => {
    const drawn = seeds.map((seed) => drawModules(modules, seed));
    expect(drawn.every((ids) => ids.size === 2)).toBe(true);
    const pairs = counted(drawn.map((ids) => [...ids].toSorted().join()));
    expect(pairs).toHaveLength(6);
    // 5 degrees of freedom.
    expect(chiSquare(pairs)).toBeLessThan(20.6);
  });

  test("are the same for the same person, and none where there are none", () => {
    expect(drawModules(modules, 5)).toEqual(drawModules(modules, 5));
    expect(drawModules(undefined, 5).size).toBe(0);
  });
});
