/** What a foreign file is made into before it is held against our own rules. */
import type { Import, InstrumentIssue } from "#surveys";

export interface InstrumentFormat {
  readonly id: Import["format"];
  /** As shown to people. */
  readonly name: string;
  /** Whether a text is meant to be of this format: a look, not a reading. */
  sniff(text: string): boolean;
  /** @throws Problem "unreadable-file" */
  read(text: string, file: string): Draft;
}

export type Json = Readonly<Record<string, unknown>>;

/** A question of the file. Its notes grow while the file is read. */
export interface Told {
  /** As the file calls it. */
  readonly name: string;
  readonly notes: string[];
}

/** One question may become several items, or none. */
export interface DraftItem {
  readonly of: Told;
  /** In the words of SurveyJS. */
  readonly element: Json;
}

export interface DraftSection {
  /** Of the page, all but its elements. */
  readonly properties: Json;
  readonly items: readonly DraftItem[];
}

export interface Draft {
  /** Of the survey, all but its pages. */
  readonly properties: Json;
  readonly sections: readonly DraftSection[];
  /** Every question of the file, in its order. */
  readonly told: readonly Told[];
  /** What concerns no single question. */
  readonly issues: readonly InstrumentIssue[];
}

export const told = (name: string, ...notes: string[]): Told => ({ name, notes });

/** What was not taken over and belongs to no question. */
export const leftOut = (code: string, path: string, text: string): InstrumentIssue => ({
  code,
  severity: "warning",
  path,
  text,
});
