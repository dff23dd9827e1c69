/** A source as the reader would make it, from cells in rows, so that a test shows the file it is about. */
import { dictionaryBase, type Source, type SourceColumn } from "../../src/intake/source.ts";

type Cell = string | number;

/** The first row holds the names. */
export function sourceOf(name: string, [header, ...rows]: readonly (readonly Cell[])[]): Source {
  return {
    name,
    sha256: "",
    encoding: "utf-8",
    delimiter: ",",
    rows: rows.length,
    columns: header!.map((title, index) =>
      columnOf(
        String(title),
        index + 1,
        rows.map((row) => String(row[index] ?? "")),
      ),
    ),
    lines: Int32Array.from(rows, (_, row) => row + 2),
  };
}

/** The same, as people write it: "a b" is two cells, "_" an empty one. */
export const fileOf = (name: string, text: string): Source =>
  sourceOf(
    name,
    text
      .trim()
      .split("\n")
      .map((line) =>
        line
          .trim()
          .split(/ +/u)
          .map((cell) => (cell === "_" ? "" : cell)),
      ),
  );

function columnOf(name: string, position: number, texts: readonly string[]): SourceColumn {
  const isSmall = (text: string) =>
    text === "" || (isCanonical(text) && Math.abs(Number(text)) <= 127);
  if (texts.every(isSmall)) {
    const cells = Int8Array.from(texts, (text) => (text === "" ? -128 : Number(text)));
    return { name, position, cells, dictionary: [] };
  }
  const dictionary = [...new Set(texts.filter((text) => text !== "" && !isCanonical(text)))];
  const cells = Int32Array.from(texts, (text) => {
    if (text === "") return -2147483648;
    return isCanonical(text) ? Number(text) : dictionaryBase + dictionary.indexOf(text);
  });
  return { name, position, cells, dictionary };
}

const isCanonical = (text: string): boolean =>
  /^(?:0|-?[1-9]\d*)$/u.test(text) && Math.abs(Number(text)) < dictionaryBase;
