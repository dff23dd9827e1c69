/** What reading, importing and checking an instrument has to say. */

/** Where: a path into the JSON ("pages[2].elements[0].visibleIf"), a name, or both. */
export interface InstrumentIssue {
  /** Stable, kebab-case: "unknown-property". */
  readonly code: string;
  /** refused: nothing is taken. warning: taken, look at it. */
  readonly severity: "refused" | "warning";
  readonly path: string;
  /** Name of the item or section, where there is one. */
  readonly name?: string;
  /** A sentence that names the thing. */
  readonly text: string;
  /** What to write instead. */
  readonly suggestion?: string;
}

/** What became of each question of a foreign file: nothing is imported half and unsaid. */
export interface ImportedQuestion {
  /** As the file calls it. */
  readonly name: string;
  readonly outcome: "taken" | "changed" | "refused";
  /** What was changed, or why it was refused; empty for taken. */
  readonly notes: readonly string[];
}

/** An instrument in our form, made from a foreign file, and what became of it. */
export interface Import {
  readonly format: "surveyjs" | "qualtrics" | "limesurvey";
  /** SurveyJS JSON that `readInstrument` takes. */
  readonly definition: unknown;
  readonly codebook: unknown;
  readonly questions: readonly ImportedQuestion[];
  readonly issues: readonly InstrumentIssue[];
}
