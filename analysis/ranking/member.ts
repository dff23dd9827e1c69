/**
 * A variable of a ranking, ready for a model: its columns on its scale, and between which of its values a difference
 * is stated.
 */
import { dummies } from "../adjusted/dummies.ts";
import { marginOf } from "../methods/margin.ts";
import type { Preparation, Step } from "../ranking.ts";
import { take } from "../rows.ts";
import type { Column, Level, VariableId } from "../table.ts";
import { onScale, scaleOf } from "./scale.ts";

export interface Member {
  readonly id: VariableId;
  readonly label: string;
  readonly level: Level;
  readonly preparation: Preparation;
  /** As in the file, one per person of the panel. */
  readonly values: Float64Array;
  /** One column of scores, or those of the categories; none where all are alike or nobody is left. */
  readonly columns: readonly Float64Array[];
  /** Null for unordered categories. */
  readonly step: (Step & { readonly onScale: number }) | null;
}

export function memberOf(column: Column, rows: Int32Array): Member {
  const { id, label, level } = column;
  const scale = scaleOf(column);
  const values = take(column, rows);
  const named = { id, label, level, values };
  if (rows.length === 0)
    return { ...named, preparation: { variable: id, scale, merged: [] }, columns: [], step: null };
  if (scale === "categories") {
    const { codes, merged } = withoutTiny(values);
    const everybody = Int32Array.from({ length: rows.length }, (_, i) => i);
    const own = dummies({ ...column, values: codes }, everybody).map((each) => each.values);
    const columns = own.length === 1 ? own.map(toZeroAndOne) : own;
    return { ...named, preparation: { variable: id, scale, merged }, columns, step: null };
  }
  const upper = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const moved = onScale(scale, values, upper);
  const step = stepOf(values.toSorted());
  const ends = step && onScale(scale, Float64Array.of(step.from, step.to), upper);
  return {
    ...named,
    preparation: { variable: id, scale, merged: [] },
    columns: step === null ? [] : [moved],
    step: step && ends && { ...step, onScale: ends[1] - ends[0] },
  };
}

/** A category with fewer people than this has no mean worth a column of its own. */
const tiny = 10;

/**
 * Tiny categories are taken together under the first of their codes; where they are still too few, the largest
 * category takes them in.
 */
function withoutTiny(values: Float64Array): { codes: Float64Array; merged: number[] } {
  const { values: present, mass } = marginOf(values);
  const small = [...present.keys()].filter((at) => mass[at] < tiny);
  const people = small.reduce((sum, at) => sum + mass[at], 0);
  if (small.length === 0 || (small.length === 1 && people >= tiny))
    return { codes: values, merged: [] };
  const largest = mass.indexOf(mass.reduce((most, one) => Math.max(most, one), 0));
  const places = people < tiny && !small.includes(largest) ? [...small, largest] : small;
  const merged = places.map((at) => present[at]).sort((a, b) => a - b);
  const gone = new Set(merged);
  return { codes: values.map((value) => (gone.has(value) ? merged[0] : value)), merged };
}

const toZeroAndOne = (values: Float64Array): Float64Array => {
  const upper = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return values.map((value) => Number(value === upper));
};

/**
 * From the lower to the upper quartile, values that people have. Where these are alike (most people never went), from
 * there to the middle one of those beyond, upwards if anybody is above. Null where all are alike.
 */
function stepOf(ascending: Float64Array): Step | null {
  const last = ascending.length - 1;
  const from = ascending[Math.floor(last / 4)];
  const to = ascending[Math.ceil((3 * last) / 4)];
  if (from < to) return { from, to };
  const above = ascending.filter((value) => value > from);
  if (above.length > 0) return { from, to: above[(above.length - 1) >> 1] };
  const below = ascending.filter((value) => value < from);
  return below.length > 0 ? { from: below[below.length >> 1], to: from } : null;
}
