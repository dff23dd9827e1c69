import { cellAt, type SourceColumn } from "../source.ts";

/** Reads each different cell of a column once; gives the reading of a row. */
export function readEach<T>(column: SourceColumn, read: (cell: string) => T): (row: number) => T {
  const known = new Map<number, { readonly reading: T }>();
  return (row) => {
    const code = column.cells[row]!;
    const found = known.get(code);
    if (found !== undefined) return found.reading;
    const reading = read(cellAt(column, row));
    known.set(code, { reading });
    return reading;
  };
}
