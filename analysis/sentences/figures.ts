/** Numbers as people read them: two significant digits, a true minus sign, never a zero with a sign. */
import type { Interval } from "../association.ts";

/** "1st", or "1st–3rd" for a rank set. */
export function ordinalRange(low: number, high: number): string {
  return low === high ? ordinal(low) : `${ordinal(low)}–${ordinal(high)}`;
}

/** A p value as people write it: "< .001", "= .032". */
export function pInWords(p: number): string {
  return p < 0.001 ? "< .001" : `= ${p.toFixed(3).replace(/^0/, "")}`;
}

/** A coefficient with its interval, two decimals, true minus sign. */
export function figure(value: number, interval: Interval | null): string {
  const range =
    interval === null ? "" : `, ${twoDecimals(interval.low)} to ${twoDecimals(interval.high)}`;
  return `${twoDecimals(value)}${range}`;
}

/**
 * Writes numbers to the second significant digit of a size: 4.1 and 0.5 beside 4.1, 1,200 and 300 beside 1,234. An
 * estimate and its interval belong to one size, so that they end at the same place.
 */
export function roundedTo(size: number): (value: number) => string {
  const place = size > 0 ? Math.max(finest, Math.floor(Math.log10(size)) - 1) : 0;
  const unit = 10 ** place;
  return (value) =>
    place > 0 ? written(Math.round(value / unit) * unit, 0) : written(value, -place);
}

/** Power of ten below which a number is rounding. */
const finest = -12;

/** The size that an estimate is read at: its own, or half its interval's where that is more. */
export const sizeOf = (value: number, { low, high }: Interval): number =>
  Math.max(Math.abs(value), (high - low) / 2);

/** A value of a variable as it is: at most two decimals below ten, one below a thousand. */
export const plain = (value: number): string => {
  const size = Math.abs(value);
  const decimals = size < 10 ? 2 : size < 1000 ? 1 : 0;
  return written(Number(value.toFixed(decimals)), 0, decimals);
};

/** "12 %" of a share, two significant digits; below half a percent "< 1 %". */
export function shareInWords(share: number): string {
  if (share > 0 && share < 0.005) return "<\u00a01\u00a0%";
  return `${written(100 * share, 0)}\u00a0%`;
}

function ordinal(rank: number): string {
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  return `${rank}${(!teen && ["th", "st", "nd", "rd"][rank % 10]) || "th"}`;
}

const twoDecimals = (value: number): string => written(value, 2);

/** @param most decimals beyond `decimals` that are written where they are not zero */
function written(value: number, decimals: number, most = decimals): string {
  const digits = Math.abs(value).toFixed(most);
  const trimmed = most > decimals ? digits.replace(/\.?0+$/, "") : digits;
  const [whole, rest] = trimmed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && Number(digits) !== 0 ? "\u2212" : "";
  return `${sign}${grouped}${rest === undefined ? "" : `.${rest}`}`;
}
