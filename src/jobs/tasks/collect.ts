/** A wave as it was stored → a file as if it had been uploaded, and what its scales come to, past the gate. */
import Papa from "papaparse";
import { describeScores, releaseScores, type Released, type ScoreDescription } from "#analysis";
import type { CollectedWave } from "../../fielding/collect.ts";
import { sheetOfWave, type SheetOptions } from "../../fielding/sheet-of-wave.ts";
import { readSource } from "../../intake/read.ts";
import type { Issue, Source } from "../../intake/source.ts";
import { share } from "../share.ts";

export interface Collecting extends SheetOptions {
  readonly wave: CollectedWave;
  /** Name of the file. */
  readonly name: string;
}

export interface CollectedFile {
  readonly source: Source;
  readonly issues: readonly Issue[];
  readonly scales: readonly DescribedScale[];
}

export interface DescribedScale {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
  readonly description: Released<ScoreDescription>;
}

export async function collect({ wave, name, ...options }: Collecting): Promise<CollectedFile> {
  const { header, rows, codebook, scales } = sheetOfWave(wave, options);
  const { source, issues } = await readSource(bytesOf([header, ...rows]), { name, delimiter: "," });
  return {
    source: { ...share(source), codebook },
    issues,
    scales: scales.map(({ id, label, formula, scores, items }) => ({
      id,
      label,
      formula,
      description: releaseScores(describeScores(scores, items)),
    })),
  };
}

/** To the letter: this is read back here, and opened by no spreadsheet. */
async function* bytesOf(rows: readonly (readonly string[])[]): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    yield encoder.encode(
      `${Papa.unparse(rows.slice(at, at + rowsAtOnce) as string[][], { newline: "\n" })}\n`,
    );
}

const rowsAtOnce = 500;
