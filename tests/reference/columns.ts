/** The people complete on the columns a case names, as numbers. */
import type { Pairs } from "../../analysis/methods/method.ts";
import type { Case, Corpus } from "./corpus.ts";

export interface People {
  readonly n: number;
  /** Codes of a text or nominal column follow the order of its texts. */
  numbers(role: string): Float64Array;
  /** One entry per column of a role that names several. */
  all(role: string): Float64Array[];
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
  const column = (name: string): Float64Array => {
    const texts = rows.map((row) => cells[name]![row]!);
    const nominal =
      corpus.typeOf(file, name) === "nominal" || texts.some((text) => Number.isNaN(Number(text)));
    if (!nominal) return Float64Array.from(texts, Number);
    const order = [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
    const codes = new Map(order.map((text, code) => [text, code]));
    return Float64Array.from(texts, (text) => codes.get(text)!);
  };
  return {
    n: rows.length,
    numbers: (role) => column(names(role)[0]!),
    all: (role) => names(role).map(column),
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
