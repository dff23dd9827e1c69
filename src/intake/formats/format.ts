/** What a file format is: how its files are recognised, and what they hold. */
import type { Column } from "#analysis";
import type { Documented, Variable } from "#surveys";
import type { ScoringRule } from "../../studies/study.ts";
import type { Issue, Source, SourceColumn } from "../source.ts";

export interface Format {
  /** As shown to people. */
  readonly id: string;
  /** Whether a file is of this format. `idColumn` names the person, where that is known. */
  sniff(source: Source, idColumn?: SourceColumn): boolean;
  read(source: Source, idColumn?: SourceColumn): Contents;
}

/** What a file holds, before anybody is joined. */
export interface Contents {
  readonly oneRowPer: "person" | "event";
  /** Names the person; absent where rows are people. */
  readonly idColumn?: SourceColumn;
  /** Columns that become variables as they stand. */
  readonly columns: readonly Declared[];
  /** Ids of the variables that may be made from them. */
  readonly makes: readonly string[];
  readonly issues: readonly Issue[];
  /** Variables made from others, once it is known whom each row is about. */
  make(joined: Rows): { readonly made: readonly Made[]; readonly issues: readonly Issue[] };
}

export interface Declared {
  readonly column: SourceColumn;
  readonly label?: string;
  readonly documented?: Documented;
  /** What the variable is called where the file brings it ready made: "scale", "flag". */
  derived?(variable: Variable): string | undefined;
}

export interface Rows {
  readonly people: number;
  /** The person of each row; null: row and person are the same. */
  readonly personOf: Int32Array | null;
  /** The declared columns as read; without numbers where they were set aside. */
  readonly read: ReadonlyMap<
    SourceColumn,
    { readonly variable: Variable; readonly column?: Column }
  >;
  readonly scoring: ScoringRule;
}

export interface Made {
  readonly variable: Variable;
  readonly column: Column;
}
