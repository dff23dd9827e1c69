import { describe, expect, test } from "vitest";
import { keepRecent } from "../../../../src/web/studies/recent.ts";

describe("keeping the last few", () => {
  const counting = () => {
    const made: string[] = [];
    const make = (key: string) => async () => {
      made.push(key);
      return key.toUpperCase();
    };
    return { made, make };
  };

  test("makes each once, also for two who ask at the same time", async () => {
    const kept = keepRecent<string>(2);
    const { made, make } = counting();
    const both = await Promise.all([kept.get("a", make("a")), kept.get("a", make("a"))]);
    expect(both).toEqual(["A", "A"]);
    await kept.get("a", make("a"));
    expect(made).toEqual(["a"]);
  });

  test("forgets the one that was not asked for the longest", async () => {
    const kept = keepRecent<string>(2);
    const { made, make } = counting();
    for (const key of ["a", "b", "a", "c", "a", "b"]) await kept.get(key, make(key));
    expect(made).toEqual(["a", "b", "c", "b"]);
  });

  test("does not keep what failed", async () => {
    const kept = keepRecent<string>(2);
    const { made, make } = counting();
    const failing = () => Promise.reject(new Error("not now"));
    await expect(kept.get("a", failing)).rejects.toThrow("not now");
    expect(await kept.get("a", make("a"))).toBe("A");
    expect(made).toEqual(["a"]);
  });

  test("a failure of what was forgotten takes nothing newer with it", async () => {
    const kept = keepRecent<string>(1);
    const { made, make } = counting();
    let fail = (): void => {};
    const slow = kept.get(
      "a",
      () => new Promise((_resolve, reject) => (fail = () => reject(new Error("late")))),
    );
    await kept.get("b", make("b"));
    await kept.get("a", make("a"));
    fail();
    await expect(slow).rejects.toThrow("late");
    await kept.get("a", make("a"));
    expect(made).toEqual(["b", "a"]);
  });
});
