import { html, raw } from "hono/html";
import type { Html } from "./format.ts";

export interface TableColumn<Row> {
  readonly head: string;
  /** "words": a sentence, which wants room. */
  readonly kind?: "row heading" | "number" | "words";
  cell(row: Row): string | Html;
}

/** A table that a keyboard can scroll where it is wider than the page. */
export function table<Row>(
  caption: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): Html {
  const style = ({ kind }: TableColumn<Row>) =>
    kind === "number" || kind === "words" ? raw(` class="${kind}"`) : "";
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" ${style(column)}>${column.head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map((column) =>
                column.kind === "row heading"
                  ? html`<th scope="row">${column.cell(row)}</th>`
                  : html`<td ${style(column)}>${column.cell(row)}</td>`,
              )}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
