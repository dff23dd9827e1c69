import { describe, expect, it } from "vitest";
import { momentOf, stateOf } from "../../../src/fielding/wave-state.ts";

const at = (text: string): Date => new Date(`2026-${text}Z`);
const wave = { opensAt: at("03-01T08:00:00"), closesAt: at("04-01T08:00:00"), graceDays: 7 };

describe("a wave", () => {
  it.each([
    ["not yet open", "03-01T07:59:59.999"],
    ["open", "03-01T08:00:00"],
    ["open", "04-01T07:59:59.999"],
    ["closing", "04-01T08:00:00"],
    ["closing", "04-08T07:59:59.999"],
    ["closed", "04-08T08:00:00"],
  ])("is %s at %s", (state, now) => {
    expect(stateOf(wave, at(now))).toBe(state);
  });

  it("without grace is closed at its end, and without an end never", () => {
    expect(stateOf({ ...wave, graceDays: 0 }, wave.closesAt)).toBe("closed");
    expect(stateOf({ ...wave, closesAt: null }, at("12-31T00:00:00"))).toBe("open");
  });

  it("that is anonymous knows the day only, in universal time", () => {
    const now = at("03-05T23:59:59.999");
    expect(momentOf({ anonymous: true }, now)).toEqual(at("03-05T00:00:00"));
    expect(momentOf({ anonymous: false }, now)).toBe(now);
  });
});
