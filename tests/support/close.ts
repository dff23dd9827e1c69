import { expect } from "vitest";

/** Expects a number to agree relatively; `absolute` is what may be off where the number is near 0. */
export function close(got: number, expected: number, relative: number, absolute = 0): void {
  const limit = absolute + relative * Math.abs(expected);
  if (!(Math.abs(got - expected) <= limit)) {
    expect.fail(`got ${got}, expected ${expected} within ${limit}`);
  }
}
