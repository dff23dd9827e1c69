/** Orders compared: the definition over pairs, and orders worked by hand. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { orderOf, tauOfOrders, topUnchanged } from "../../../analysis/robustness/compared.ts";
import { close } from "../../support/close.ts";

const orders = fc
  .integer({ min: 2, max: 9 })
  .chain((size) =>
    fc.tuple(
      ...[0, 1].map(() => fc.shuffledSubarray([...Array(size).keys()], { minLength: size })),
    ),
  );

test("tau counts the pairs that stand alike less those that do not", () => {
  fc.assert(
    fc.property(orders, ([one, other]) => {
      let [alike, turned] = [0, 0];
      for (const a of one!)
        for (const b of one!)
          if (a < b) {
            const before = (order: number[]) => order.indexOf(a) < order.indexOf(b);
            if (before(one!) === before(other!)) alike++;
            else turned++;
          }
      close(tauOfOrders(one!, other!), (alike - turned) / (alike + turned), 0, 1e-12);
      close(tauOfOrders(other!, one!), tauOfOrders(one!, other!), 0, 1e-12);
      expect(tauOfOrders(one!, one!)).toBe(1);
      expect(tauOfOrders(one!, one!.toReversed())).toBe(-1);
    }),
  );
  expect(tauOfOrders([0], [0])).toBe(1);
});

test("the top is unchanged when the same items are in it, in whatever order", () => {
  expect(topUnchanged([3, 1, 0, 2], [1, 3, 2, 0], 2)).toBe(true);
  expect(topUnchanged([3, 1, 0, 2], [1, 0, 3, 2], 2)).toBe(false);
  expect(topUnchanged([3, 1, 0, 2], [2, 0, 1, 3], 9)).toBe(true);
});

test("the order is from the largest share down, equals as they come", () => {
  expect(orderOf(Float64Array.of(0.1, 0.3, 0.1, 0.2))).toEqual([1, 3, 0, 2]);
});
