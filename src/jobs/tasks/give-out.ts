/** A wave as it was stored → one of the files in which its answers are given out. */
import type { CollectedWave } from "../../fielding/collect.ts";
import { sheetOfWave } from "../../fielding/sheet-of-wave.ts";
import { responseFiles } from "../../reports/responses/response-files.ts";

export interface GivingOut {
  readonly wave: CollectedWave;
  /** Name of the column that names the person. */
  readonly person: string;
  /** Of a response file. */
  readonly file: string;
}

export function giveOut({ wave, person, file }: GivingOut): string {
  const wanted = responseFiles.find(({ name }) => name === file);
  if (wanted === undefined) throw new RangeError(`giveOut requires a response file, got ${file}`);
  return wanted.render(sheetOfWave(wave, { person }));
}
