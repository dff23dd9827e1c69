/** The complete pairs of two columns, a person a cell. For many discrete columns at once: kernel/joint-counts.ts. */
import { groupSide, type Pairs } from "./methods/method.ts";
import { pick } from "./rows.ts";
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
  if (weights === undefined) return { x: pick(xs, kept), y: pick(ys, kept), n, groups };
  const weight = pick(weights, kept);
  const design = unitsAmong(weighed, kept);
  return {
    x: pick(xs, kept),
    y: pick(ys, kept),
    weight,
    weightSquared: weight.map((w) => w * w),
    n,
    groups,
    ...(design && { design }),
  };
}
