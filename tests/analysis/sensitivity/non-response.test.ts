/** The definition put to work: others as different as said, mixed with the respondents, give what was asked for. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  differenceBounds,
  nonResponse,
  type Responding,
} from "../../../analysis/sensitivity/non-response.ts";
import { close } from "../../support/close.ts";

const responding = fc
  .record({
    value: fc.double({ min: -3, max: 3, noNaN: true }),
    half: fc.double({ min: 0.01, max: 2, noNaN: true }),
    responseRate: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    sd: fc.double({ min: 0.2, max: 3, noNaN: true }),
    nothing: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  .map(({ half, ...rest }) => ({
    ...rest,
    interval: { low: rest.value - half, high: rest.value + half },
    range: { low: -4, high: 4 },
  }));

describe("who did not answer", () => {
  test("and is as different as said, brings everybody to nothing, to the other side, to uncertainty", () => {
    fc.assert(
      fc.property(responding, (of) => {
        const { value, responseRate, sd, nothing, interval } = of;
        const all = (others: number) => responseRate * value + (1 - responseRate) * others;
        const found = nonResponse(of);
        close(all(found.toNothing.value), nothing, 0, 1e-9);
        close(all(found.toOtherSide.value) - nothing, nothing - value, 0, 1e-9);
        close(
          found.toNothing.inDeviations,
          Math.abs(found.toNothing.value - value) / sd,
          1e-9,
          1e-9,
        );
        const holds = interval.low <= nothing && interval.high >= nothing;
        expect(found.toUncertain === null).toBe(holds || value === nothing);
        if (found.toUncertain === null) return;
        const moved = all(found.toUncertain.value) - value;
        const end = value > nothing ? interval.low : interval.high;
        close(end + moved, nothing, 0, 1e-9);
      }),
    );
  });

  test("can do what lies within the bounds, and nothing else", () => {
    fc.assert(
      fc.property(responding, (of) => {
        const { bounds, boundsHoldNothing, toNothing } = nonResponse(of);
        expect(bounds!.low).toBeLessThanOrEqual(of.value);
        expect(bounds!.high).toBeGreaterThanOrEqual(of.value);
        const near = Math.min(
          Math.abs(bounds!.low - of.nothing),
          Math.abs(bounds!.high - of.nothing),
        );
        if (near > 1e-9) expect(toNothing.possible).toBe(boundsHoldNothing);
      }),
    );
  });

  test("worked by hand: 60 % of the 40 % who answered are employed", () => {
    const of: Responding = {
      value: 0.6,
      interval: { low: 0.55, high: 0.65 },
      responseRate: 0.4,
      sd: 0.49,
      range: { low: 0, high: 1 },
      nothing: 0.5,
    };
    const found = nonResponse(of);
    close(found.bounds!.low, 0.24, 1e-12);
    close(found.bounds!.high, 0.84, 1e-12);
    expect(found.boundsHoldNothing).toBe(true);
    // 0.4 x 0.6 + 0.6 x 0.4333 = 0.5
    close(found.toNothing.value, 0.6 - 0.1 / 0.6, 1e-12);
    close(found.toNothing.inDeviations, 0.1 / 0.6 / 0.49, 1e-12);
    close(found.toUncertain!.difference, -0.05 / 0.6, 1e-9);
    expect(found.toOtherSide.possible).toBe(true);
  });

  test("cannot turn what nearly everybody said", () => {
    const found = nonResponse({
      value: 0.5,
      interval: null,
      responseRate: 0.9,
      sd: 1,
      range: { low: -1, high: 1 },
    });
    expect(found.boundsHoldNothing).toBe(false);
    expect(found.toNothing.possible).toBe(false);
    expect(found.toUncertain).toBeNull();
    const open = nonResponse({ value: 0.5, interval: null, responseRate: 0.9, sd: 1 });
    expect([open.bounds, open.boundsHoldNothing, open.toNothing.possible]).toEqual([
      null,
      null,
      true,
    ]);
  });

  test("must be of a rate between 0 and 1", () => {
    for (const responseRate of [0, 1, NaN])
      expect(() => nonResponse({ value: 1, interval: null, responseRate, sd: 1 })).toThrow(
        RangeError,
      );
  });
});

describe("a difference of two groups", () => {
  test("is as wide as both kinds of silence together: 1 - r₁ + 1 - r₀ of the range", () => {
    fc.assert(
      fc.property(responding, responding, (a, b) => {
        const { low, high } = differenceBounds(a, b, { low: -4, high: 4 });
        close(high - low, 8 * (2 - a.responseRate - b.responseRate), 1e-9);
        expect(low).toBeLessThanOrEqual(a.value - b.value);
        expect(high).toBeGreaterThanOrEqual(a.value - b.value);
      }),
    );
    const full = { value: 2, responseRate: 1 };
    expect(differenceBounds(full, { value: 1, responseRate: 1 }, { low: 0, high: 3 })).toEqual({
      low: 1,
      high: 1,
    });
  });
});
