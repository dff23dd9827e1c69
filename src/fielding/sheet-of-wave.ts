/** A collected wave as a data set. */
import {
  readInstrument,
  sheetOf,
  type CollectedResponse,
  type Instrument,
  type Locale,
  type Sheet,
  type Version,
} from "#surveys";
import type { CollectedWave, NumberedDocuments, StoredResponse } from "./collect.ts";
import { knownAnswers } from "./known.ts";

export interface SheetOptions {
  /** Name of the column that names the person. */
  readonly person: string;
  /** Of labels. */
  readonly locale?: Locale;
}

export interface WaveSheet extends Sheet {
  /** Oldest first. */
  readonly versions: readonly Version[];
}

export function sheetOfWave(
  { versions, responses }: CollectedWave,
  options: SheetOptions,
): WaveSheet {
  const read = versions.map(versionIn);
  const newest = read.at(-1)!.instrument;
  const collected = responses.map((response) => collectedIn(newest, response));
  return { versions: read, ...sheetOf({ versions: read, responses: collected, ...options }) };
}

function versionIn({ number, definition, codebook }: NumberedDocuments): Version {
  const reading = readInstrument({
    definition: JSON.parse(definition),
    codebook: JSON.parse(codebook),
  });
  if (!reading.ok)
    throw new RangeError(
      `sheetOfWave requires published versions, got ${reading.issues[0]?.text ?? "one that cannot be read"}`,
    );
  return { number, instrument: reading.instrument };
}

const collectedIn = (
  instrument: Instrument,
  { seed, modules, facts, today, ...response }: StoredResponse,
): CollectedResponse => ({
  ...response,
  asking: { seed, modules: new Set(modules), known: knownAnswers(instrument, facts), today },
});
