/** What each variable is: level of measurement, value labels, missing codes, and how that was decided. */
import type { Level, MissingReason, VariableId } from "#analysis";

/** One category: the cell as the file has it, the code the analysis uses, the label people read. */
export interface Value {
  readonly cell: string;
  readonly code: number;
  readonly label: string;
}

/** Why a column is in the codebook but not offered for analysis. */
export const exclusions = [
  "identifier",
  "free text",
  "constant",
  "all missing",
  "date",
  "mixed text and numbers",
] as const;
export type Excluded = (typeof exclusions)[number];

export interface Variable {
  readonly id: VariableId;
  readonly label: string;
  readonly level: Level;
  /** File the column came from, or the files a derived one was made of. */
  readonly source: string;
  /** Categories in the order of their codes; absent where cells are read as numbers. */
  readonly values?: readonly Value[];
  /** Cells that mean "no answer", with the reason. An empty cell is always "skipped". */
  readonly missing: Readonly<Record<string, MissingReason>>;
  /** One sentence: which rule decided the level. */
  readonly decidedBy: string;
  readonly excluded?: Excluded;
  /** For a variable made from others: "scale", "flag", "dose", "first year". */
  readonly derived?: string;
}

export interface Codebook {
  readonly variables: readonly Variable[];
}

/** What a person says about one variable; what is left out stays as recognised. A whole Variable is one, too. */
export interface VariableOverride {
  readonly id: VariableId;
  readonly label?: string;
  readonly level?: Level;
  /** Replaces the recognised categories; a cell named here is an answer, whatever it looks like. */
  readonly values?: readonly Value[];
  /** Added to the recognised cells. */
  readonly missing?: Readonly<Record<string, MissingReason>>;
  /** null offers a column for analysis that was set aside. */
  readonly excluded?: Excluded | null;
}

/** Some variables, or some fields of them. A whole Codebook is one, too. */
export interface CodebookOverride {
  readonly variables: readonly VariableOverride[];
}
