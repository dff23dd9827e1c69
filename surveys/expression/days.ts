/** Days as text, "2019-06-30"; a month stands for its first day. */
import { daysIn } from "../calendar.ts";
import type { Operand } from "./expression.ts";

/** The day that an answer is; undefined where it is none. */
export function dayOf(value: Operand): string | undefined {
  const parts = partsOf(value);
  return parts && (typeof value === "string" && value.length === 7 ? `${value}-01` : String(value));
}

/** Full years from a day to today; undefined where it is no day. */
export function yearsSince(value: Operand, today: string): number | undefined {
  const [then, now] = [partsOf(value), partsOf(today)];
  if (then === undefined || now === undefined) return undefined;
  const months = (now[0] - then[0]) * 12 + now[1] - then[1] - (now[2] < then[2] ? 1 : 0);
  return Math.trunc(months / 12);
}

type Parts = readonly [year: number, month: number, day: number];

function partsOf(value: Operand): Parts | undefined {
  const match = typeof value === "string" ? written.exec(value) : null;
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  return day >= 1 && day <= daysIn(year, month) ? [year, month, day] : undefined;
}

const written = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
