import { asNumbers, columnOf, type Screening, type Table } from "#analysis";
import { columnsOf } from "../studies/fingerprint.ts";
import { csvRow } from "./csv.ts";

/**
 * The numbers that were analysed: the columns of the plan, one line per person, empty where there is no
 * number. Person ids stay out, and lines are in the order of their text, so that their order does not say whose
 * they are either. (No figure depends on the order, except draws of the bootstrap.)
 */
export function dataCsv(table: Table, { plan }: Screening): string {
  const ids = columnsOf(plan);
  const columns = ids.map((id) => asNumbers(columnOf(table, id)));
  const lines = Array.from({ length: table.rows }, (_, row) =>
    columns.map((values) => (Number.isNaN(values[row]!) ? "" : String(values[row]!))).join(","),
  );
  return (
    csvRow(ids) +
    lines
      .sort()
      .map((line) => `${line}\n`)
      .join("")
  );
}
