/** Columns with few values, ready to be counted. */
import { missingLimit, type Column, type Values } from "../table.ts";
import { kernelsWith } from "./kernels.ts";

/** A column with few values. */
export interface Discrete {
  /** Ascending; some of them may be nobody's. */
  readonly values: Float64Array;
  /** One per person. */
  readonly bytes: Uint8Array;
  /** Per byte the index of its value; `values.length` means missing. */
  readonly codeOf: Uint8Array;
  /** The first of sixteen bytes in a row among which are all that stand for values, if there are such. */
  readonly low: number | undefined;
  /** Nobody is missing. */
  readonly complete: boolean;
}

/** More values than this are not worth a table. */
export const mostValues = 60;

/** The column by its distinct values, or undefined where it has too many. */
export function discrete({ values }: Column): Discrete | undefined {
  if (values instanceof Int8Array) return discreteBytes(values);
  const distinct = distinctValues(values);
  if (distinct === undefined) return undefined;
  const sorted = Float64Array.from(distinct).sort();
  const codes = new Map(Array.from(sorted, (value, code) => [value, code]));
  const bytes = new Uint8Array(values.length);
  for (let row = 0; row < bytes.length; row++) bytes[row] = codes.get(values[row]) ?? sorted.length;
  const complete = !bytes.includes(sorted.length);
  const codeOf = Uint8Array.from({ length: 256 }, (_, code) => code);
  const low = sorted.length < narrow ? 0 : undefined;
  return { values: sorted, bytes, codeOf, low, complete };
}

function distinctValues(values: Values): Set<number> | undefined {
  const limit = missingLimit(values);
  const seen = new Set<number>();
  for (const value of values) {
    if (value <= limit || Number.isNaN(value)) continue;
    seen.add(value);
    if (seen.size > mostValues) return undefined;
  }
  return seen;
}

/** The bytes stay as they are. A narrow span is taken whole: looking for what lies in it costs more than a few empty cells. */
function discreteBytes(column: Int8Array): Discrete | undefined {
  const { low, high, complete } = spanOf(column);
  const values: number[] = [];
  const seen = high - low < narrow ? undefined : seenIn(column);
  for (let value = low; value <= high; value++)
    if (seen === undefined || seen[value + 128] === 1) values.push(value);
  if (values.length > mostValues) return undefined;
  const codeOf = new Uint8Array(256).fill(values.length);
  values.forEach((value, code) => (codeOf[value & 255] = code));
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.length);
  const first = high - low < narrow ? low : undefined;
  return { values: Float64Array.from(values), bytes, codeOf, low: first, complete };
}

/** So many bytes in a row can be looked up at once. */
export const narrow = 16;

function spanOf(column: Int8Array): { low: number; high: number; complete: boolean } {
  const limit = missingLimit(column);
  scanner ??= kernelsWith(scanBytes);
  let [low, high, complete] = [127, limit, true];
  for (let from = 0; from < column.length; from += scanBytes) {
    const piece = column.subarray(from, from + scanBytes);
    new Int8Array(scanner.memory.buffer).set(piece);
    const found = scanner.span(0, piece.length, limit);
    low = Math.min(low, (found << 24) >> 24);
    high = Math.max(high, (found << 16) >> 24);
    complete &&= found >> 16 === 0;
  }
  return { low, high, complete };
}

/** Reads columns piece by piece; kept, as there are many columns. */
let scanner: ReturnType<typeof kernelsWith> | undefined;
const scanBytes = 65_536;

function seenIn(column: Int8Array): Uint8Array {
  const seen = new Uint8Array(256);
  for (let row = 0; row < column.length; row++) seen[column[row] + 128] = 1;
  return seen;
}
