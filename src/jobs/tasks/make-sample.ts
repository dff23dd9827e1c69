/**
 * The sample campus: files as if they had been uploaded, and in place of the file of alumni the wave in which they
 * answered.
 */
import { instruments, readInstrument, type CodebookOverride } from "#surveys";
import { generateCampus } from "../../campus/campus.ts";
import { drawPeople } from "../../campus/people.ts";
import { fieldWave } from "../../campus/wave.ts";
import { readSource } from "../../intake/read.ts";
import type { Source } from "../../intake/source.ts";
import { readCodebook } from "../../studies/codebook-file.ts";
import { readLearningOutcomes } from "../../studies/learning-outcomes-file.ts";
import type { Progress } from "../../studies/study.ts";
import { share } from "../share.ts";

interface Asked {
  readonly people?: number;
  readonly seed?: number;
  /** In which people answer. */
  readonly year: number;
}

export async function makeSample({ people = 6000, seed = 2026, year }: Asked, progress: Progress) {
  const { files, plan, clos, codebook } = generateCampus({ people, seed });
  const read = [];
  for (const [i, { name, text }] of files.entries()) {
    progress("reading the sample", i, files.length);
    if (name !== "alumni.csv") read.push(share(await readSource(inOnePiece(text), { name })));
  }
  const { file } = instruments.find(({ id }) => id === "alumni-career-mobility")!;
  const reading = readInstrument(file);
  if (!reading.ok)
    throw new RangeError(
      `makeSample requires a shipped instrument, got ${reading.issues[0]?.text}`,
    );
  const { instrument } = reading;
  progress("answering the survey", 0, 1);
  const { weight: _, ...asked } = plan;
  return {
    files: read,
    // Nobody weighted these answers yet: who answers depends on being the first in the family at college.
    plan: { ...asked, responseClasses: "firstgen" },
    learningOutcomes: readLearningOutcomes(clos, "clos.json"),
    codebook: ofFiles(
      readCodebook(codebook, "codebook.json"),
      read.map(({ source }) => source),
    ),
    wave: {
      title: "Sample campus, five years out",
      instrument: {
        title: "Alumni career mobility (sample)",
        file,
        consentVersion: instrument.codebook.consent.version,
      },
      campus: fieldWave(drawPeople(people, seed), { seed, instrument, year }),
    },
  };
}

/** A codebook that speaks of columns which no file has would be refused. */
function ofFiles({ variables }: CodebookOverride, sources: readonly Source[]): CodebookOverride {
  const names = new Set(sources.flatMap(({ columns }) => columns.map(({ name }) => name)));
  return { variables: variables.filter(({ id }) => names.has(id)) };
}

async function* inOnePiece(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
