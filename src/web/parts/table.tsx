/** Tables of figures. They can be sorted by a link in the head; a script, where there is one, does it in place. */
import type { Child, FC } from "hono/jsx";
import { Scroll } from "./scroll.tsx";

export interface TableColumn<Row> {
  readonly id: string;
  readonly head: Child;
  cell(row: Row): Child;
  /** What the rows are sorted by; absent: not sortable. Nothing (null) goes last either way. */
  readonly by?: (row: Row) => number | string | null;
  /** Figures stand under each other on the right. */
  readonly figures?: boolean;
  /** The cell that names the row. */
  readonly names?: boolean;
  /** Short cells that stay in one line, or words and sentences that need room. */
  readonly text?: "whole" | "words" | "sentences";
}

export interface TableProps<Row> {
  readonly caption: Child;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Of the page; "sort" and "order" in it say how the table is sorted. Absent: not sortable. */
  readonly query?: URLSearchParams;
  readonly id?: string;
}

export function DataTable<Row>({ caption, columns, rows, query, id }: TableProps<Row>) {
  const sorting = query === undefined ? undefined : sortingOf(columns, query, id);
  const sorted = sorting === undefined ? rows : sortRows(rows, sorting);
  return (
    <Scroll>
      <table id={id}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head
                column={column as TableColumn<unknown>}
                query={query}
                sorting={sorting}
                at={id}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr>
              {columns.map((column) => {
                const sortValue = query === undefined ? undefined : column.by?.(row);
                const value = sortValue === undefined ? undefined : String(sortValue ?? "");
                return column.names ? (
                  <th scope="row" data-value={value}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td class={column.figures ? "figures" : column.text} data-value={value}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type Order = "up" | "down";

interface Sorting<Row> {
  readonly column: TableColumn<Row>;
  readonly order: Order;
}

interface HeadProps {
  readonly column: TableColumn<unknown>;
  readonly query: URLSearchParams | undefined;
  readonly sorting: { readonly column: { readonly id: string }; readonly order: Order } | undefined;
  readonly at: string | undefined;
}

const Head: FC<HeadProps> = ({ column, query, sorting, at }) => {
  const look = column.figures ? "figures" : undefined;
  if (query === undefined || column.by === undefined)
    return (
      <th scope="col" class={look}>
        {column.head}
      </th>
    );
  const order = sorting?.column.id === column.id ? sorting.order : undefined;
  const next = new URLSearchParams(query);
  next.set("sort", keyOf(column, at));
  next.set("order", order === "up" ? "down" : "up");
  return (
    <th scope="col" class={look} aria-sort={order === undefined ? undefined : ariaSort[order]}>
      <a href={`?${next.toString()}${at === undefined ? "" : `#${at}`}`}>{column.head}</a>
    </th>
  );
};

function sortingOf<Row>(
  columns: readonly TableColumn<Row>[],
  query: URLSearchParams,
  at: string | undefined,
): Sorting<Row> | undefined {
  const asked = query.get("sort");
  const column = columns.find((each) => each.by !== undefined && keyOf(each, at) === asked);
  if (column === undefined) return undefined;
  return { column, order: query.get("order") === "down" ? "down" : "up" };
}

/** Several tables of a page may have columns of one name; only one of them is sorted. */
const keyOf = ({ id }: { readonly id: string }, table: string | undefined): string =>
  table === undefined ? id : `${table}.${id}`;

function sortRows<Row>(rows: readonly Row[], { column, order }: Sorting<Row>): Row[] {
  const sign = order === "up" ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [column.by!(a), column.by!(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : compareTexts(x, y));
  });
}

const compareTexts = (a: number | string, b: number | string): number =>
  collator.compare(String(a), String(b));

const collator = new Intl.Collator("en", { numeric: true });
const ariaSort = { up: "ascending", down: "descending" } as const;
