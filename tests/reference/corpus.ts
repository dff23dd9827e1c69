/**
 * The reference corpus: inputs, and what R, NIST or a published definition says the answer is.
 * A directory holds cases.json, functions.json, datasets.json and data/*.csv.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface Tolerance {
  readonly abs?: number;
  readonly rel?: number;
  readonly informational?: boolean;
}

export interface Case {
  readonly id: string;
  readonly method: string;
  readonly dataset?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly columns?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Tolerance & { readonly fields?: Readonly<Record<string, Tolerance>> };
}

/** What the product says, under the keys of `expected`. */
export type Answer = Readonly<Record<string, unknown>>;

/** One value of a special function. */
export interface Point {
  readonly f: string;
  readonly args: readonly number[];
  readonly value: number;
}

/** Cells of a CSV file by column; an empty cell is a missing value. */
export type Cells = Readonly<Record<string, readonly string[]>>;

export interface Corpus {
  readonly directory: string;
  readonly cases: readonly Case[];
  readonly points: readonly Point[];
  /** Cells of a file named in a case. */
  read(file: string): Cells;
  /** "continuous", "nominal" ... as datasets.json says it. */
  typeOf(file: string, column: string): string | undefined;
}

/** The larger corpus beside the repository where there is one, else the public part inside it. */
export function corpusDirectory(): string {
  const candidates = [process.env["REFERENCE"], "../shared/reference", "tests/reference/corpus"];
  const found = candidates.find(
    (path) => path !== undefined && existsSync(join(path, "cases.json")),
  );
  return resolve(found ?? "tests/reference/corpus");
}

interface Listed {
  readonly file: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

export function openCorpus(directory: string): Corpus {
  const json = (file: string): unknown => {
    const path = join(directory, file);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  };
  const { cases = [] } = (json("cases.json") ?? {}) as { cases?: readonly Case[] };
  const points = (json("functions.json") ?? []) as readonly Point[];
  const { datasets = {} } = (json("datasets.json") ?? {}) as { datasets?: Record<string, Listed> };
  const listed = new Map(Object.values(datasets).map((dataset) => [dataset.file, dataset]));
  const opened = new Map<string, Cells>();
  return {
    directory,
    cases,
    points,
    read(file) {
      const cells = opened.get(file) ?? parse(readFileSync(join(directory, file), "utf8"));
      opened.set(file, cells);
      return cells;
    },
    typeOf: (file, column) => listed.get(file)?.columns.find(({ name }) => name === column)?.type,
  };
}

/** Comma separated, a header line, quotes around text; the corpus has no line breaks inside cells. */
function parse(text: string): Cells {
  const [header = [], ...rows] = text.trimEnd().split(/\r?\n/).map(cellsOf);
  return Object.fromEntries(header.map((name, at) => [name, rows.map((row) => row[at] ?? "")]));
}

const cellsOf = (line: string): string[] =>
  Array.from(`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
