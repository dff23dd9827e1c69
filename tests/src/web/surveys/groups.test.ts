import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InvitedState } from "../../../../src/db/wave-figures.ts";
import {
  columnsOf,
  progressBy,
  releaseKinds,
  releaseSections,
} from "../../../../src/web/surveys/groups.ts";

const people = (year: string, invited: number, complete = 0): InvitedState[] =>
  Array.from({ length: invited }, (_, i) => ({
    facts: JSON.stringify({ year }),
    started: i < complete,
    complete: i < complete,
  }));

describe("progress by a column of the roster", () => {
  test("counts each group, in the order of its name", () => {
    const states = [...people("2021", 30, 12), ...people("2019", 20, 5)];
    expect(progressBy(states, "year")).toEqual([
      { group: "2019", invited: 20, started: 5, complete: 5 },
      { group: "2021", invited: 30, started: 12, complete: 12 },
    ]);
  });

  test("one small group takes the next smallest with it: else the total would tell", () => {
    const states = [...people("a", 3, 3), ...people("b", 15), ...people("c", 40)];
    const shown = progressBy(states, "year").map(({ group, invited }) => [group, invited]);
    expect(shown).toEqual([
      ["a", null],
      ["b", null],
      ["c", 40],
    ]);
  });

  test("never shows a group of fewer than ten, nor what it did", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(25), { maxLength: 6 }), (sizes) => {
        const states = sizes.flatMap((size, i) => people(String(i), size, size));
        for (const row of progressBy(states, "year")) {
          expect(row.invited ?? 10).toBeGreaterThanOrEqual(10);
          if (row.invited === null) expect([row.started, row.complete]).toEqual([null, null]);
        }
      }),
    );
  });

  test("people without the column are a group of their own, and __proto__ is a name", () => {
    const states = [...people("x", 12), { facts: "{}", started: false, complete: false }];
    expect(progressBy(states, "year").map(({ group }) => group)).toEqual(["", "x"]);
    expect(progressBy(states, "__proto__").map(({ group }) => group)).toEqual([""]);
    expect(columnsOf(['{"__proto__":"a","b":"c"}', '{"d":"e"}'])).toEqual(["__proto__", "b", "d"]);
  });
});

test("devices and languages of few people are hidden", () => {
  const kinds = [
    { kind: "phone", started: 50, complete: 30 },
    { kind: "tablet", started: 2, complete: 1 },
    { kind: "desktop", started: 20, complete: 20 },
  ];
  expect(releaseKinds(kinds).map(({ started }) => started)).toEqual([50, null, null]);
});

test("sections stand in the order of the instrument, those of older versions at the end", () => {
  const rows = ["gone", "b", "", "a"].map((section) => ({ section, reached: 20, left: 3 }));
  const order = releaseSections(rows, ["a", "b"]).map(({ section }) => section);
  expect(order).toEqual(["", "a", "b", "gone"]);
  expect(releaseSections([{ section: "a", reached: 9, left: 9 }], ["a"])).toEqual([
    { section: "a", reached: null, left: null },
  ]);
});
