/** All correlations of a set of columns, two arrays and a reason for every gap. */
import { place, triangle } from "../numeric/matrix.ts";

export interface CorrelationTable {
  /** Columns. */
  readonly size: number;
  /** Lower triangle row by row; 0 where there is none. */
  readonly r: Float64Array;
  /** People with both values (and a positive weight), laid out alike. */
  readonly n: Uint32Array;
  /** Index into `correlationStates`, laid out alike. */
  readonly states: Uint8Array;
}

/** Fewer than three people have both; one of the two does not vary among them; another part of the work has it. */
export const correlationStates = [
  "not in this part",
  "found",
  "too few pairs",
  "no variation",
] as const;
export type CorrelationState = (typeof correlationStates)[number];

export type Correlation =
  | { readonly ok: true; readonly r: number; readonly n: number }
  | {
      readonly ok: false;
      readonly because: Exclude<CorrelationState, "found">;
      readonly n: number;
    };

export function correlationAt(table: CorrelationTable, i: number, j: number): Correlation {
  const at = place(i, j);
  const because = correlationStates[table.states[at]];
  const n = table.n[at];
  return because === "found" ? { ok: true, r: table.r[at], n } : { ok: false, because, n };
}

/** The parts of one matrix put together; each pair comes from the one part that has it. */
export function joinParts(parts: readonly CorrelationTable[]): CorrelationTable {
  const whole = emptyTable(parts[0]?.size ?? 0);
  for (const { size, r, n, states } of parts) {
    if (size !== whole.size)
      throw new RangeError(`joinParts requires parts of one size, got ${whole.size} and ${size}`);
    for (let at = 0; at < states.length; at++)
      if (states[at] !== 0) write(whole, at, { r: r[at], n: n[at], state: states[at] });
  }
  return whole;
}

export function emptyTable(size: number): CorrelationTable {
  const pairs = triangle(size);
  return {
    size,
    r: new Float64Array(pairs),
    n: new Uint32Array(pairs),
    states: new Uint8Array(pairs),
  };
}

/** What a pair of columns gave: undefined where one of them does not vary. */
export interface Found {
  readonly r: number | undefined;
  readonly n: number;
}

export function enter(table: CorrelationTable, [i, j]: readonly [number, number], found: Found) {
  const state: CorrelationState =
    found.n < 3 ? "too few pairs" : found.r === undefined ? "no variation" : "found";
  const r = state !== "found" ? 0 : i === j ? 1 : found.r!;
  write(table, place(i, j), { r, n: found.n, state: correlationStates.indexOf(state) });
}

function write(
  table: CorrelationTable,
  at: number,
  { r, n, state }: { readonly r: number; readonly n: number; readonly state: number },
): void {
  table.r[at] = r;
  table.n[at] = n;
  table.states[at] = state;
}
