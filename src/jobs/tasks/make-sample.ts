/** The sample campus as if its files had been uploaded, with what goes with them. */
import { generateCampus } from "../../campus/campus.ts";
import { readSource } from "../../intake/read.ts";
import { readCodebook } from "../../studies/codebook-file.ts";
import { readLearningOutcomes } from "../../studies/learning-outcomes-file.ts";
import type { Progress } from "../../studies/study.ts";
import { share } from "../share.ts";

export async function makeSample(
  options: { readonly people?: number; readonly seed?: number },
  progress: Progress,
) {
  const { files, plan, clos, codebook } = generateCampus(options);
  const read = [];
  for (const [i, { name, text }] of files.entries()) {
    progress("reading the sample", i, files.length);
    read.push(share(await readSource(inOnePiece(text), { name })));
  }
  return {
    files: read,
    plan,
    learningOutcomes: readLearningOutcomes(clos, "clos.json"),
    codebook: readCodebook(codebook, "codebook.json"),
  };
}

async function* inOnePiece(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
