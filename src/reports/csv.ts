/**
 * Comma-separated text as R, Python and spreadsheets read it: UTF-8 without a mark, one line feed per row,
 * quotes only where they are needed, empty where there is nothing. (RFC 4180 asks for CRLF; every reader
 * takes the line feed, and version control shows it as one line.)
 */

export type Cell = string | number | boolean | null;

export const csvRow = (cells: readonly Cell[]): string => cells.map(csvCell).join(",") + "\n";

/** Numbers in the shortest form that reads back to the same number; text safe to open in a spreadsheet. */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = withoutFormulas(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet runs text that begins with one of these, after white space too, and some begin again after a
 * line break inside the cell. An apostrophe before it makes it text. A number stays as it is: "-3" is data.
 */
export function withoutFormulas(text: string): string {
  return isNumber.test(text) ? text : text.replace(formula, "$1'$2");
}

const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** The full-width signs are read as the plain ones in East Asian settings. */
const formula =
  /(^|[\r\n\u0085\u2028\u2029])((?:(?![\r\n\u0085\u2028\u2029])\s)*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
