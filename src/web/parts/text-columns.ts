/** Columns of the report as columns of a page: the same words, sortable by what they say. */
import type { Child } from "hono/jsx";
import type { TextColumn } from "../../reports/html/ranking-columns.ts";
import type { TableColumn } from "./table.tsx";

type Row = Parameters<TextColumn["cell"]>[0];
type Column = Omit<TextColumn, "cell"> & { cell(row: Row): string };

/** @param linked by the head of its column: what a page shows instead of the bare text */
export const sortable = (
  columns: readonly Column[],
  linked: Readonly<Partial<Record<string, (row: Row) => Child>>> = {},
): TableColumn<Row>[] =>
  columns.map(({ head, kind, cell }): TableColumn<Row> => ({
    id: head.toLowerCase().replace(/[^a-z]+/g, "-"),
    head,
    cell: linked[head] ?? cell,
    by: (row) => (kind === "number" ? numberIn(cell(row)) : cell(row)),
    ...(kind === "number" && { figures: true }),
    ...(kind === "row heading" && { names: true }),
    ...(kind === "words" && { text: "words" as const }),
  }));

/** The first number of "−0.12 (−0.3 to 0.1)", "1st–3rd", "< .001" or "1,204"; null where there is none. */
export function numberIn(text: string): number | null {
  const found = /[-\u2212]?(?:\d[\d,]*\.?\d*|\.\d+)/.exec(text)?.[0];
  return found === undefined ? null : Number(found.replace("\u2212", "-").replaceAll(",", ""));
}
