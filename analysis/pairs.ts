/** The complete pairs of two columns, a person a cell. For many discrete columns at once: kernel/joint-counts.ts. */
import { groupSide, type Pairs } from "./methods/method.ts";
import type { Column } from "./table.ts";
import { asNumbers } from "./table.ts";
import { unitsAmong, type Weighed } from "./weights/units.ts";

export function pairsOf(x: Column, y: Column, weighed: Weighed = {}): Pairs {
  const { weights } = weighed;
  const xs = asNumbers(x);
  const ys = asNumbers(y);
  const rows = new Uint32Array(xs.length);
  let n = 0;
  for (let row = 0; row < xs.length; row++)
    if (
      !Number.isNaN(xs[row]) &&
      !Number.isNaN(ys[row]) &&
      (weights === undefined || weights[row] > 0)
    )
      rows[n++] = row;
  const kept = rows.subarray(0, n);
  const groups = groupSide(x.level, y.level);
  const pick = (of: Float64Array): Float64Array => Float64Array.from(kept, (row) => of[row]);
  if (weights === undefined) return { x: pick(xs), y: pick(ys), n, groups };
  const weight = pick(weights);
  const design = unitsAmong(weighed, kept);
  return {
    x: pick(xs),
    y: pick(ys),
    weight,
    weightSquared: weight.map((w) => w * w),
    n,
    groups,
    ...(design && { design }),
  };
}
