/** Published versions, read and ready to be asked. They never change, so the last few are kept. */
import { readInstrument, type Instrument } from "#surveys";
import { versionOf, type Selecting } from "../db/instruments.ts";
import { Problem } from "../problem.ts";

/** @throws Problem "not-found" unless there is such a version and it is published */
export function openVersion(read: Selecting, versionId: string): Promise<Instrument> {
  const opened = kept.get(versionId) ?? open(read, versionId);
  kept.delete(versionId);
  kept.set(versionId, opened);
  opened.catch(() => {
    if (kept.get(versionId) === opened) kept.delete(versionId);
  });
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return opened;
}

async function open(read: Selecting, versionId: string): Promise<Instrument> {
  const version = await versionOf(read, versionId);
  if (version === undefined || version.number === null)
    throw new Problem("not-found", "The instrument has no such published version.", {
      next: "Choose a version from the list.",
    });
  const reading = readInstrument({
    definition: JSON.parse(version.definition),
    codebook: JSON.parse(version.codebook),
  });
  if (!reading.ok)
    throw new RangeError(
      `openVersion requires an instrument that can be read, got ${reading.issues[0]?.text}`,
    );
  return reading.instrument;
}

const kept = new Map<string, Promise<Instrument>>();
const most = 32;
