/** What a rule of level inference sees and says. */
import type { Level, MissingReason } from "#analysis";
import type { Excluded, Value } from "../codebook.ts";
import type { Profile } from "../profile.ts";

/** Something a person should look at. With `cell`: every cell that reads so. */
export interface Doubt {
  readonly severity: "error" | "warning" | "note";
  readonly code: string;
  /** A whole sentence, without file, line or column. */
  readonly text: string;
  readonly cell?: string;
}

export interface Decision {
  readonly level: Level;
  readonly decidedBy: string;
  readonly values?: readonly Value[];
  readonly excluded?: Excluded;
  readonly doubts?: readonly Doubt[];
}

/** Looks at the cells that are left when the missing ones are gone; undefined: the next rule is asked. */
export type Rule = (cells: Profile) => Decision | undefined;

/** What the makers of an instrument say about a column. */
export interface Documented {
  readonly level: Level;
  /** "NSSE", as in "as NSSE documents it". */
  readonly by: string;
  /** Codes and their labels; a file may hold either. Absent: cells are numbers (or, nominal, anything). */
  readonly values?: readonly { readonly code: number; readonly label: string }[];
  /** Codes that mean "no answer". */
  readonly missing?: Readonly<Record<string, MissingReason>>;
}
