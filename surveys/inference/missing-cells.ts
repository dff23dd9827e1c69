/** Cells that say there is no answer, and cells that might. */
import type { MissingReason } from "#analysis";
import type { Profile } from "../profile.ts";
import { fold } from "../wording.ts";
import type { Numbers } from "./number-cells.ts";

/** The recognised cells of a column that mean "no answer", as written. */
export function missingCells(profile: Profile): Record<string, MissingReason> {
  const found: [string, MissingReason][] = [];
  for (const cell of profile.texts.keys()) {
    if (/^[+-]?\d/u.test(cell)) continue;
    const reason = tokens.get(fold(cell));
    if (reason !== undefined) found.push([cell, reason]);
  }
  return Object.fromEntries(found);
}

/**
 * Numbers that often stand for "no answer" and lie clearly outside the run of the other values. Only ever
 * suggested: 99 may be an age.
 */
export function suspectedSentinels(numbers: Numbers): number[] {
  const present = sentinels.filter(({ code }) => numbers.has(code));
  if (present.length === 0) return [];
  const codes = new Set(present.map(({ code }) => code));
  let low = Infinity;
  let high = -Infinity;
  for (const value of numbers.keys()) {
    if (codes.has(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return present
    .filter(
      ({ code, roomUpTo }) => low < high && (code < 0 ? low >= 0 && high > 1 : high <= roomUpTo),
    )
    .map(({ code }) => code);
}

/** Folded cell to reason. */
const tokens: ReadonlyMap<string, MissingReason> = new Map([
  ...[
    "na",
    "n/a",
    "n.a.",
    "#n/a",
    "#null!",
    ".",
    "null",
    "nan",
    "missing",
    "no answer",
    "no response",
  ].map((token) => [token, "skipped"] as const),
  ...["not applicable", "does not apply"].map((token) => [token, "not applicable"] as const),
  ...[
    "prefer not to say",
    "prefer not to answer",
    "prefer not to respond",
    "prefer not to disclose",
    "i prefer not to respond",
    "i prefer not to say",
    "decline to answer",
    "declined to answer",
    "refused",
  ].map((token) => [token, "refused"] as const),
  ["not asked", "not asked"],
]);

/** How high the other values may reach for the code to lie clearly outside their run; negative: they have no sign. */
const sentinels: readonly { readonly code: number; readonly roomUpTo: number }[] = [
  { code: 9, roomUpTo: 7 },
  { code: 99, roomUpTo: 60 },
  { code: 998, roomUpTo: 600 },
  { code: 999, roomUpTo: 600 },
  { code: -1, roomUpTo: 0 },
  { code: -9, roomUpTo: 0 },
  { code: -99, roomUpTo: 0 },
];
