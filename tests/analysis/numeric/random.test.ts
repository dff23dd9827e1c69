import { describe, expect, it } from "vitest";
import { philox, stream } from "../../../analysis/numeric/random.ts";

/** tests/kat_vectors of Random123 (D. E. Shaw Research): counter, key, output of philox4x32 with 10 rounds. */
const knownAnswers = [
  [
    "00000000 00000000 00000000 00000000",
    "00000000 00000000",
    "6627e8d5 e169c58d bc57ac4c 9b00dbd8",
  ],
  [
    "ffffffff ffffffff ffffffff ffffffff",
    "ffffffff ffffffff",
    "408f276d 41c83b0e a20bc7c6 6d5451fd",
  ],
  [
    "243f6a88 85a308d3 13198a2e 03707344",
    "a4093822 299f31d0",
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  ],
] as const;

const words = (hex: string): Uint32Array =>
  Uint32Array.from(hex.split(" "), (w) => parseInt(w, 16));
const take = (n: number, next: () => number): number[] => Array.from({ length: n }, next);

describe("Philox4x32-10", () => {
  it.each(knownAnswers)("gives the published answer for counter %s", (counter, key, answer) => {
    const out = new Uint32Array(4);
    philox(words(counter), words(key), out);
    expect([...out]).toEqual([...words(answer)]);
  });

  it("starts a stream at the enciphered address", () => {
    const out = new Uint32Array(4);
    philox(Uint32Array.of(0, 3, 17, 0), Uint32Array.of(42, 2), out);
    expect(take(4, stream(42, 3, 17).bits)).toEqual([...out]);
    philox(Uint32Array.of(1, 3, 17, 0), Uint32Array.of(42, 2), out);
    expect(take(8, stream(42, 3, 17).bits).slice(4)).toEqual([...out]);
  });
});

describe("a stream", () => {
  it("repeats itself, whatever other streams did in between", () => {
    const alone = take(50, stream(7, 1).bits);
    const first = stream(7, 1);
    const second = stream(7, 2);
    const interleaved = take(50, () => (second.bits(), first.bits()));
    expect(interleaved).toEqual(alone);
  });

  it("differs with the seed, the address and the length of the address", () => {
    const firsts = [stream(7, 1), stream(8, 1), stream(7, 2), stream(7, 1, 0), stream(7)];
    expect(new Set(firsts.map((s) => s.bits())).size).toBe(firsts.length);
  });

  it("draws every number below n equally often", () => {
    const n = 7;
    const draws = 70_000;
    const counts = Array.from({ length: n }, () => 0);
    const source = stream(20260101, 0);
    for (let i = 0; i < draws; i++) counts[source.below(n)]!++;
    const chiSquare = counts.reduce((sum, c) => sum + (c - draws / n) ** 2 / (draws / n), 0);
    expect(chiSquare).toBeLessThan(22.5); // upper 0.1 % of chi-square with 6 degrees of freedom
  });

  it("is unbiased where n does not divide 2^32 at all evenly", () => {
    // Without rejection a third of the numbers below 3 * 2^30 would come twice as often as the rest.
    const n = 3 * 2 ** 30;
    const source = stream(1, 1);
    const low = take(30_000, () => source.below(n)).filter((x) => x % 3 === 0).length;
    expect(low / 30_000).toBeGreaterThan(0.32);
    expect(low / 30_000).toBeLessThan(0.347);
  });

  it("is exact at the ends of the range", () => {
    const source = stream(5);
    expect(take(20, () => source.below(1)).every((x) => x === 0)).toBe(true);
    const copy = stream(9);
    expect(take(20, () => stream(9).below(2 ** 32))[0]).toBe(copy.bits());
    expect(take(1000, source.uniform).every((u) => u > 0 && u < 1)).toBe(true);
  });

  it("refuses what is not a whole number of 32 bits", () => {
    expect(() => stream(-1)).toThrow(RangeError);
    expect(() => stream(0.5)).toThrow(RangeError);
    expect(() => stream(1, 2 ** 32)).toThrow(RangeError);
    expect(() => stream(1, 1, 1, 1, 1)).toThrow(RangeError);
    expect(() => stream(1).below(0)).toThrow(RangeError);
  });
});
