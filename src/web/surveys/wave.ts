/** A wave as its pages need it. */
import type { Instrument } from "#surveys";
import { findInstrument, versionOf, versionsOf } from "../../db/instruments.ts";
import { findWave, type Wave } from "../../db/waves.ts";
import { openVersion } from "../../fielding/open-version.ts";
import { stateOf, type WaveState } from "../../fielding/wave-state.ts";
import { Problem } from "../../problem.ts";
import { momentOf } from "../parts/day.ts";
import type { Reading } from "../world.ts";

export interface OpenWave {
  readonly wave: Wave;
  readonly state: WaveState;
  readonly instrumentTitle: string;
  readonly instrument: Instrument;
  /** Of the version that is shown now. */
  readonly version: number;
  /** Number of the newest published version. */
  readonly newest: number;
}

/** @throws Problem "not-found" */
export async function openWave({ db }: Pick<Reading, "db">, id: string): Promise<OpenWave> {
  const wave = await findWave(db.read, id);
  if (wave === undefined)
    throw new Problem("not-found", "There is no such wave.", { next: "Choose one from the list." });
  const version = await versionOf(db.read, wave.versionId);
  const [newest] = await versionsOf(db.read, wave.instrumentId);
  return {
    wave,
    state: stateOf(wave, new Date()),
    instrumentTitle: (await findInstrument(db.read, wave.instrumentId))?.title ?? "",
    instrument: await openVersion(db.read, wave.versionId),
    version: version?.number ?? 0,
    newest: newest?.number ?? 0,
  };
}

/** "Open until 3 Dec 2026, 09:00." */
export function standingOf({ wave: { opensAt, closesAt, graceDays }, state }: OpenWave): string {
  const sentences: Readonly<Record<WaveState, string>> = {
    "not yet open": `It opens on ${momentOf(opensAt)}. Until then nobody can answer.`,
    open: closesAt === null ? "Open until you close it." : `Open until ${momentOf(closesAt)}.`,
    closing: `Closed. People who had begun can finish for ${graceDays} days after the end.`,
    closed: "Closed. Nobody can answer any more.",
  };
  return sentences[state];
}
