/** The people of a panel by the categories of a variable. */
import { marginOf } from "../methods/margin.ts";
import { pick } from "../rows.ts";
import { type Column, type VariableId, numberAt } from "../table.ts";
import type { Design } from "../weights/design.ts";
import { drawnAmong } from "../weights/units.ts";
import { among, type Panel } from "./panel.ts";

export interface Group {
  readonly code: number;
  readonly label: string;
  /** Places in the panel. */
  readonly places: Int32Array;
}

export interface Grouping {
  readonly id: VariableId;
  readonly groups: readonly Group[];
  /** People of the groups that are large enough ... */
  readonly panel: Panel;
  readonly design?: Design;
  /** ... and for each of these groups a column that is 1 for its people. */
  readonly indicators: readonly Float64Array[];
  readonly large: readonly Group[];
}

export interface Grouped {
  readonly panel: Panel;
  readonly design?: Design;
  /** Groups with fewer people are not compared. */
  readonly smallest: number;
}

export function groupingOf(column: Column, { panel, design, smallest }: Grouped): Grouping {
  const codes = Float64Array.from(panel.rows, (row) => numberAt(column, row));
  const known = Int32Array.from(codes.keys()).filter((at) => !Number.isNaN(codes[at]));
  const groups = Array.from(
    marginOf(Float64Array.from(known, (at) => codes[at])).values,
    (code): Group => ({
      code,
      label: column.labels?.get(code) ?? String(code),
      places: known.filter((at) => codes[at] === code),
    }),
  );
  const large = groups.filter(({ places }) => places.length >= smallest);
  const kept = new Set(large.map(({ code }) => code));
  const places = known.filter((at) => kept.has(codes[at]));
  const own = Float64Array.from(places, (at) => codes[at]);
  return {
    id: column.id,
    groups,
    large,
    panel: among(panel, places),
    ...(design && {
      design: { weights: pick(design.weights, places), ...drawnAmong(design, places) },
    }),
    indicators: large.map(({ code }) => own.map((one) => Number(one === code))),
  };
}
