/** Whether an answer is the expected one, key by key, within the tolerance of the case. */
import type { Answer, Case, Tolerance } from "./corpus.ts";

export interface Difference {
  readonly key: string;
  readonly got: unknown;
  readonly expected: unknown;
}

/** What is wrong or missing; keys the corpus only shows for orientation, and undefined values (null), are passed over. */
export function differences({ expected, tolerance }: Case, answer: Answer): Difference[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    const limits = tolerance.fields?.[key] ?? tolerance;
    if (limits.informational === true || value === null) return [];
    return agrees(answer[key], value, limits) ? [] : [{ key, got: answer[key], expected: value }];
  });
}

export function agrees(got: unknown, expected: unknown, limits: Tolerance): boolean {
  if (expected === null) return true;
  if (typeof expected === "number") {
    const limit = (limits.abs ?? 0) + (limits.rel ?? 0) * Math.abs(expected);
    return typeof got === "number" && Math.abs(got - expected) <= limit;
  }
  if (Array.isArray(expected))
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((value, i) => agrees(got[i], value, limits))
    );
  if (typeof expected === "object")
    return Object.entries(expected).every(([key, value]) =>
      agrees((got as Answer | undefined)?.[key], value, limits),
    );
  return got === expected;
}
