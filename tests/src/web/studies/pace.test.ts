import { describe, expect, test } from "vitest";
import { leftInWords } from "../../../../src/web/parts/progress.tsx";
import { keepPaces } from "../../../../src/web/studies/pace.ts";

const step = "replicates of the ranking";

/** A clock that the test moves, and notes at its times. */
function watched() {
  const clock = { seconds: 100 };
  const paces = keepPaces(() => 1000 * clock.seconds);
  const note = (seconds: number, done: number, more: { step?: string; total?: number } = {}) => {
    clock.seconds = seconds;
    paces.note("one", { step, done, total: 1000, ...more });
  };
  return { paces, note, clock, pace: () => paces.of("one", step) };
}

describe("how fast a screening goes", () => {
  test("is what was done over the time it took, and what is left at that speed", () => {
    const { note, pace } = watched();
    note(100, 0);
    note(102, 100);
    note(104, 200);
    expect(pace()).toEqual({ perSecond: 50, secondsLeft: 16 });
  });

  test("is not known before a second has been watched, nor where nothing was done", () => {
    const { note, pace } = watched();
    expect(pace()).toBeNull();
    note(100, 0);
    expect(pace()).toBeNull();
    note(100.9, 90);
    expect(pace()).toBeNull();
    note(101, 100);
    expect(pace()).toEqual({ perSecond: 100, secondsLeft: 9 });
    const idle = watched();
    idle.note(100, 5);
    idle.note(110, 5);
    expect(idle.pace()).toBeNull();
  });

  test("is not known where the end is not, nor at the end", () => {
    const { note, pace } = watched();
    note(100, 0, { total: 0 });
    note(110, 100, { total: 0 });
    expect(pace()).toBeNull();
    note(111, 0);
    note(121, 1000);
    expect(pace()).toBeNull();
  });

  test("is that of its step and of its screening alone", () => {
    const { note, pace, paces } = watched();
    note(100, 0, { step: "pairs screened" });
    note(110, 1000, { step: "pairs screened" });
    note(111, 0);
    note(113, 20);
    expect(pace()).toEqual({ perSecond: 10, secondsLeft: 98 });
    expect(paces.of("one", "pairs screened")).toBeNull();
    expect(paces.of("other", step)).toBeNull();
    paces.forget("one");
    expect(pace()).toBeNull();
  });

  test("follows work that becomes slower", () => {
    const { note, pace } = watched();
    for (let second = 0; second <= 10; second++) note(100 + second, 50 * second);
    for (let second = 11; second <= 40; second++) note(100 + second, 500 + (second - 10));
    expect(pace()?.perSecond).toBe(1);
  });

  test("falls with the silence where nothing is heard any more", () => {
    const { note, pace, clock } = watched();
    note(100, 0);
    note(102, 100);
    clock.seconds = 104;
    expect(pace()).toEqual({ perSecond: 50, secondsLeft: 18 });
    clock.seconds = 120;
    expect(pace()).toEqual({ perSecond: 5, secondsLeft: 180 });
  });
});

test("what is left is said no more exactly than it is known", () => {
  const said = [0.2, 12, 54, 56, 89, 91, 3_000, 5_399, 5_400, 20_000].map(leftInWords);
  expect(said).toEqual([
    "a few seconds",
    "about 10 seconds",
    "about 55 seconds",
    "about a minute",
    "about a minute",
    "about 2 minutes",
    "about 50 minutes",
    "about 2 hours",
    "about 2 hours",
    "about 6 hours",
  ]);
});
