/** What is allowed and still probably not meant. Nothing here is refused. */
import type { InstrumentIssue } from "./findings.ts";
import type { Instrument } from "./instrument.ts";
import { burden } from "./lint/burden.ts";
import { fairness } from "./lint/fairness.ts";
import { notes } from "./lint/notes.ts";
import { paths } from "./lint/paths.ts";
import { translations } from "./lint/translations.ts";
import { unknownCodes } from "./lint/unknown-codes.ts";
import { warning, type Said } from "./refusal.ts";

/** A rule finds; it never refuses. To add one: its file, a line in the table below. */
export type LintRule = (instrument: Instrument) => readonly Said[];

export const lintInstrument = (instrument: Instrument): InstrumentIssue[] =>
  rules.flatMap((rule) => rule(instrument).map(warning));

const rules: readonly LintRule[] = [paths, unknownCodes, translations, fairness, notes, burden];
