/**
 * The scale on which a variable enters a model, and how a difference on it is said.
 *
 * Counts enter as log(1 + count): the step from none to one visit weighs more than that from nine to ten. Positive
 * measurements with a long upper tail (salaries) enter as their logarithm, so that a difference is a ratio. Two
 * categories are 0 and 1, whatever their codes: a difference is one of shares.
 */
import { shapeOf } from "../methods/choose.ts";
import type { Scale, Unit } from "../ranking.ts";
import { type Column, missingLimit } from "../table.ts";

/** Decided by the whole column, so that a variable has one scale in all rankings of a table. */
export function scaleOf(column: Column): Scale {
  if (column.level === "nominal") return "categories";
  if (column.level === "binary") return "0 and 1";
  if (column.level === "count") return "log(1 + count)";
  return column.level === "interval" && isLongTailed(column) ? "log" : "as it is";
}

/** The numbers of a column on its scale; categories stay codes. @param upper the code that becomes 1 */
export function onScale(scale: Scale, values: Float64Array, upper: number): Float64Array {
  const move = moves[scale];
  return move === undefined ? values : values.map((value) => move(value, upper));
}

/** The unit in which a difference of an outcome on this scale is said ... */
export const unitOf = (scale: Scale): Unit => units[scale] ?? "own units";

/** ... and a difference of the model, said in it. */
export const inUnit = (unit: Unit, difference: number): number => said[unit](difference);

/** Skewness from which a measurement counts as long-tailed (Bishara & Hittner 2017). */
const longTail = 1;

/** All above 0, skewed upwards, and less skewed after taking logarithms. */
function isLongTailed(column: Column): boolean {
  const { skewness } = shapeOf(column);
  if (!(skewness >= longTail)) return false;
  const limit = missingLimit(column.values);
  if (column.values.some((value) => value > limit && value <= 0)) return false;
  return Math.abs(shapeOf(logarithmOf(column)).skewness) < skewness;
}

const logarithmOf = (column: Column): Column => {
  const limit = missingLimit(column.values);
  const values = Float64Array.from(column.values, (value) =>
    value > limit ? Math.log(value) : NaN,
  );
  return { ...column, values };
};

const moves: Partial<Record<Scale, (value: number, upper: number) => number>> = {
  "0 and 1": (value, upper) => Number(value === upper),
  "log(1 + count)": (value) => Math.sign(value) * Math.log1p(Math.abs(value)),
  log: Math.log,
};

const units: Partial<Record<Scale, Unit>> = {
  "0 and 1": "percentage points",
  "log(1 + count)": "percent",
  log: "percent",
};

const said: Record<Unit, (difference: number) => number> = {
  "own units": (difference) => difference,
  "percentage points": (difference) => 100 * difference,
  percent: (difference) => 100 * Math.expm1(difference),
};
