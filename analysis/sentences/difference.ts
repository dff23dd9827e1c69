/** A difference of the outcome in words: how much higher, how much more often. */
import type { Difference, Ranked, Ranking, Unit } from "../ranking.ts";
import { roundedTo, sizeOf } from "./figures.ts";
import type { Names } from "./names.ts";

/** What a difference is counted in, after a number: " points", " percentage points", " %"; nothing where unknown. */
export function unitAfter({ unit, outcome }: Pick<Ranking, "unit" | "outcome">, names: Names) {
  const isScale = names.get(outcome)?.level === "ordinal";
  return {
    "own units": isScale ? " points" : "",
    "percentage points": " percentage points",
    percent: "\u00a0%",
  }[unit];
}

/** "0.37 (0.28 to 0.46)", in the unit of the ranking. */
export function differenceFigure({ value, interval }: Difference): string {
  const rounded = roundedTo(sizeOf(value, interval));
  return `${rounded(value)} (${rounded(interval.low)} to ${rounded(interval.high)})`;
}

/** "0.37 points higher"; of a share "4.1 percentage points more often". */
export function amountOf(value: number, ranking: Ranking, { names, size }: Sized): string {
  const [more, less, same] = directions[ranking.unit];
  const text = roundedTo(size)(Math.abs(value));
  if (Number(text.replaceAll(",", "")) === 0) return same;
  return `${text}${unitAfter(ranking, names)} ${value > 0 ? more : less}`;
}

interface Sized {
  readonly names: Names;
  /** Of which two significant digits are written. */
  readonly size: number;
}

const directions: Record<Unit, readonly [more: string, less: string, same: string]> = {
  "own units": ["higher", "lower", "neither higher nor lower"],
  "percentage points": ["more often", "less often", "neither more nor less often"],
  percent: ["higher", "lower", "neither higher nor lower"],
};

/**
 * Between which differences an association is called little, in the unit of the ranking; undefined where no item has a
 * difference to read the scale from. Of an outcome that enters as its logarithm not symmetric: 10 % up, 9 % down.
 */
export function littleBetween({
  unit,
  ranked,
  meaningful,
}: Ranking): Difference["interval"] | undefined {
  const sd = ranked
    .map(({ evidence }) => spreadFrom(unit, evidence))
    .find((one) => one !== undefined);
  if (sd === undefined) return undefined;
  const said = unit === "percent" ? (on: number) => 100 * Math.expm1(on) : (on: number) => on;
  return { low: said(-meaningful * sd), high: said(meaningful * sd) };
}

/** One standard deviation of the outcome on the scale of the model, in the unit of the ranking before it is bent. */
function spreadFrom(unit: Unit, { difference }: Ranked["evidence"]): number | undefined {
  if (difference === null) return undefined;
  const { interval, standardised } = difference;
  const straight = unit === "percent" ? (on: number) => Math.log1p(on / 100) : (on: number) => on;
  const width = standardised.interval.high - standardised.interval.low;
  return width > 0 ? (straight(interval.high) - straight(interval.low)) / width : undefined;
}
