/** Made people for the benches, and the same people as a file that R and NumPy read at once. */
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingCode, missingLimit, stream, type Column } from "#analysis";

export interface Wanted {
  readonly rows: number;
  readonly columns: number;
  /** Share of empty cells. */
  readonly missing: number;
  /** Values of an item by its place, over and over; absent: real numbers. */
  readonly levels?: readonly number[];
}

/** Two to seven values, most of them four or five, as surveys have them. */
export const usualLevels = [2, 4, 4, 4, 5, 7];

/** Columns with a common trait, in memory that workers can share. */
export function people({ rows, columns, missing, levels }: Wanted, seed = 1): Column[] {
  const { uniform } = stream(seed);
  const traits = Float64Array.from({ length: rows }, uniform);
  return Array.from({ length: columns }, (_, at): Column => {
    const id = `q${at + 1}`;
    const values =
      levels === undefined
        ? new Float64Array(new SharedArrayBuffer(8 * rows))
        : new Int8Array(new SharedArrayBuffer(rows));
    const most = levels?.[at % levels.length];
    const none = missingCode(values, "skipped");
    for (let row = 0; row < rows; row++) {
      const number = 0.25 * traits[row]! + 0.75 * uniform();
      const present = most === undefined ? 100 + 15 * number : 1 + Math.floor(most * number);
      values[row] = uniform() < missing ? none : present;
    }
    return { id, label: id, level: levels === undefined ? "interval" : "ordinal", values };
  });
}

/** Does something with a file of the columns one after another as 64-bit floats, NaN where missing. */
export async function withFile<Result>(
  columns: readonly Column[],
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "columns");
    const out = await open(file, "w");
    for (const { values } of columns) {
      const limit = missingLimit(values);
      await out.write(Float64Array.from(values, (value) => (value > limit ? value : NaN)));
    }
    await out.close();
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
