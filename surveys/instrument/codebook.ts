/** What the analysis needs to know of an instrument, beside its definition and keyed by the names of items. */
import type { MissingReason } from "#analysis";
import type { Text } from "../text.ts";

export interface InstrumentCodebook {
  /** Read and agreed to before the first question. */
  readonly consent: Consent;
  readonly items: Readonly<Record<string, ItemNotes>>;
  readonly scales: readonly InstrumentScale[];
  readonly modules?: Modules;
  /** What nobody can have answered in earnest: a flag, and never a reason to refuse. */
  readonly impossible?: readonly Impossible[];
}

export interface Impossible {
  /** Ends the sentence "The answers say …". */
  readonly text: string;
  /** A condition, over all answers. */
  readonly when: string;
}

export interface Consent {
  /** Of the text: "2026-1". A changed text is another version. */
  readonly version: string;
  readonly text: Text;
}

export const sensitivities = ["none", "personal", "sensitive"] as const;
export type Sensitivity = (typeof sensitivities)[number];

export interface ItemNotes {
  /** Label of the variable, for tables and charts: short, in the analyst's language. */
  readonly label: string;
  /** What it measures. */
  readonly construct?: string;
  /** Whether a higher code is more of the construct; absent: no order. */
  readonly direction?: "higher is more" | "higher is less";
  readonly unit?: string;
  /** Codes that are no answer to the question, and why. Those of SurveyJS (refused, dontknow) need not be named. */
  readonly missing?: Readonly<Record<string, MissingReason>>;
  readonly sensitivity?: Sensitivity;
  /** What is done where the roster has a column of this name. */
  readonly known?: "skip" | "confirm";
  /** Where the question comes from, if not from us: a public-domain bank. */
  readonly source?: string;
}

/**
 * score = top * mean(answer - low, or high - answer where reversed) / (high - low), over the answered items, where at
 * least `needed` are answered. So 0 is the lowest answer to every item and `top` the highest.
 */
export interface InstrumentScale {
  readonly id: string;
  readonly label: string;
  /** What respondents read, where it is not the label. */
  readonly title?: Text;
  /** Names of items; rows of a matrix as "matrix.row". Or, for an index of scales, ids of scales before it. */
  readonly items: readonly string[];
  readonly reversed?: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly top: number;
  readonly needed: number;
}

/** Planned missing: each person gets the core and some of the modules, at random. */
export interface Modules {
  readonly each: number;
  readonly of: readonly { readonly id: string; readonly sections: readonly string[] }[];
}
