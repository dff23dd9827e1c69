/** Which character stands between the cells, as the first records show it. */
import Papa from "papaparse";
import { lastLineEnd } from "./text/records.ts";

/** Those looked for, in order of preference. */
export const delimiters = [",", ";", "\t", "|"] as const;

/** Bytes from the start of the file that decide: the same ones however the file arrives. */
export const sniffedBytes = 2 ** 16;
const sniffedRecords = 20;

/** One ASCII character that is no letter, digit, quote or line end, nor part of a number. */
export const isDelimiter = (text: string): boolean =>
  text.length === 1 && /[\t\x20-\x7e]/.test(text) && !/[\w"'.+-]/.test(text);

/** The delimiter that gives most records as many cells as the header; a comma where none splits the header. */
export function sniffDelimiter(block: Buffer): string {
  const head = block.subarray(0, sniffedBytes);
  const text = head.toString("utf8", 0, lastLineEnd(head, head.length) || head.length);
  const lines = text.replaceAll(/\r\n?/g, "\n").replace(/^\n+/, "");
  return delimiters
    .map((delimiter) => ({ delimiter, ...scoreOf(lines, delimiter) }))
    .filter(({ width }) => width > 1)
    .reduce((best, next) => (isBetter(next, best) ? next : best), comma).delimiter;
}

/** The delimiter in Excel's own first line, "sep=;". */
export function separatorOf(line: string): string | undefined {
  const separator = /^"?sep=(.)"?$/i.exec(line)?.[1];
  return separator !== undefined && isDelimiter(separator) ? separator : undefined;
}

interface Score {
  /** Cells of the header. */
  readonly width: number;
  /** Share of the records that have as many. */
  readonly agreement: number;
}

const comma: Score & { delimiter: string } = { delimiter: ",", width: 1, agreement: 0 };

const isBetter = (a: Score, b: Score): boolean =>
  a.agreement > b.agreement || (a.agreement === b.agreement && a.width > b.width);

function scoreOf(lines: string, delimiter: string): Score {
  const config = { delimiter, newline: "\n", preview: sniffedRecords } as const;
  const { data } = Papa.parse<string[]>(lines, config);
  const widths = data.map((cells) => cells.length).filter((_, row) => data[row]!.join("") !== "");
  const width = widths[0] ?? 0;
  return { width, agreement: widths.filter((other) => other === width).length / widths.length };
}
