/** Columns of a data set, as items fill them. */
import type { MissingReason } from "#analysis";
import type { VariableOverride } from "../codebook.ts";
import type { Given, Missing } from "./response.ts";

export interface ResponseColumn {
  /** Name of the variable: valid in SPSS, Stata and R. */
  readonly id: string;
  /** The item that fills it. */
  readonly item: string;
  /** As scales name it: the item, or "matrix.row". */
  readonly part: string;
  /** Label, level, values, missing cells: what the data set says of the column itself. */
  readonly variable: VariableOverride;
  /** In codes; "" where the item was skipped. */
  cell(given: Given): string;
  /** The same in words: those of the version that was answered. */
  say(given: Given): string;
}

/** What stands in a cell where an item has no answer; skipped is an empty cell, as everywhere. */
export const unasked = {
  "not asked": "not asked",
  "not applicable": "not applicable",
} as const satisfies Readonly<Record<string, MissingReason>>;

export const missingCell = ({ because }: Missing): string => (because === "skipped" ? "" : because);
