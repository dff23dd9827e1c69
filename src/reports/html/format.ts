/** Numbers as people read them: two decimals, a true minus sign, p without its leading zero. */
import { figure, pInWords, type Estimate } from "#analysis";
import type { html } from "hono/html";

export type Html = ReturnType<typeof html>;

export const count = (n: number | null): string => (n === null ? "–" : n.toLocaleString("en-US"));

export const percent = (share: number, digits = 1): string =>
  `${(100 * share).toFixed(digits)}\u00a0%`;

export const pValue = (p: number | null): string =>
  p === null ? "–" : pInWords(p).replace(/^= /, "");

/** "0.31 (0.22 to 0.40)", or the reason why there is none. */
export const estimate = (given: Estimate): string =>
  given.ok ? withInterval(given.value, given.interval) : given.because;

export function withInterval(value: number, interval: Parameters<typeof figure>[1]): string {
  const [at, range] = figure(value, interval).split(", ");
  return range === undefined ? at! : `${at} (${range})`;
}

export { listed as list } from "#analysis";

/** A coefficient alone, two decimals. */
export const figureOf = (value: number | null): string =>
  value === null ? "–" : figure(value, null);
