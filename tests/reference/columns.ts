/** The people complete on the columns a case names, as numbers. */
import type { Pairs } from "../../analysis/methods/method.ts";
import type { Case, Corpus } from "./corpus.ts";

export interface People {
  readonly n: number;
  /** Their rows in the file. */
  readonly rows: readonly number[];
  /** Codes of a text or nominal column follow the order of its texts. */
  numbers(role: string): Float64Array;
  /** One entry per column of a role that names several. */
  all(role: string): Float64Array[];
  /** Per column of a role, the texts in the order of their codes; undefined for a column of numbers. */
  labels(role: string): (readonly string[] | undefined)[];
  has(role: string): boolean;
}

/** Listwise over everything the case names. */
export function peopleOf({ dataset, columns = {} }: Case, corpus: Corpus): People {
  const file = dataset!;
  const cells = corpus.read(file);
  const names = (role: string): string[] => [columns[role] ?? []].flat().map(String);
  const named = Object.keys(columns)
    .flatMap(names)
    .filter((name) => cells[name] !== undefined);
  const rows = [...cells[named[0]!]!.keys()].filter((row) =>
    named.every((name) => cells[name]![row] !== ""),
  );
  const textsOf = (name: string): string[] => rows.map((row) => cells[name]![row]!);
  const orderOf = (name: string): string[] | undefined => {
    const texts = textsOf(name);
    const nominal =
      corpus.typeOf(file, name) === "nominal" || texts.some((text) => Number.isNaN(Number(text)));
    return nominal ? [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1)) : undefined;
  };
  const column = (name: string): Float64Array => {
    const order = orderOf(name);
    if (order === undefined) return Float64Array.from(textsOf(name), Number);
    const codes = new Map(order.map((text, code) => [text, code]));
    return Float64Array.from(textsOf(name), (text) => codes.get(text)!);
  };
  return {
    n: rows.length,
    rows,
    numbers: (role) => column(names(role)[0]!),
    all: (role) => names(role).map(column),
    labels: (role) => names(role).map(orderOf),
    has: (role) => names(role).length > 0,
  };
}

/** Columns of a case, or the numbers inside it, as pairs. */
export function pairsOf(asked: Case, corpus: Corpus, roles = ["x", "y"]): Pairs {
  const [x, y] = roles.map((role) =>
    asked.data === undefined
      ? peopleOf(asked, corpus).numbers(role)
      : Float64Array.from(asked.data[role] as number[]),
  ) as [Float64Array, Float64Array];
  return { x, y, n: x.length };
}

export const confidenceOf = ({ options }: Case): number => Number(options["conf_level"] ?? 0.95);

/** The code of a category that a case names by its text or its number. */
export function levelCode(people: People, role: string, level: unknown): number {
  const [levels] = people.labels(role);
  return levels === undefined ? Number(level) : levels.indexOf(String(level));
}
