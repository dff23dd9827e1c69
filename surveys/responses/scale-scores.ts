/** The scales of a data set as numbers: scores, and the answers they are made of, all pointing the same way. */
import type { Column } from "#analysis";
import type { VariableOverride } from "../codebook.ts";
import { countOf } from "../scales/scale.ts";
import type { ScaleColumn } from "./scale-columns.ts";

export interface ScaleScores {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
  /** One per response, NaN where there is none. */
  readonly scores: Float64Array;
  readonly items: readonly Column[];
}

/** A column of the data set, by the name that scales have for it. */
export interface Part {
  readonly part: string;
  readonly variable: VariableOverride;
  /** Of each response. */
  readonly cells: readonly string[];
}

export function scaleScores(
  { scale, formula }: ScaleColumn,
  parts: ReadonlyMap<string, Part>,
): ScaleScores {
  const { id, label, items } = scale;
  return {
    id,
    label,
    formula,
    scores: numbersOf(parts.get(id)!, (score) => score),
    items: items.map((part) => {
      const found = parts.get(part)!;
      return {
        id: part,
        label: found.variable.label ?? part,
        level: "ordinal",
        values: numbersOf(found, countOf(scale, part)),
      };
    }),
  };
}

function numbersOf({ variable, cells }: Part, count: (answer: number) => number): Float64Array {
  const codes = new Map(variable.values?.map(({ cell, code }) => [cell, code]));
  const isNumber = (cell: string) => cell !== "" && Number.isFinite(Number(cell));
  return Float64Array.from(cells, (cell) => {
    const code = variable.values === undefined && isNumber(cell) ? Number(cell) : codes.get(cell);
    return code === undefined ? NaN : count(code);
  });
}
