/** A file on disk as it was received → its cells, in shared memory, and what is worth knowing about it. */
import type { Issue, Source } from "../../intake/source.ts";
import { readSourceFile } from "../../intake/read.ts";
import type { Progress } from "../../studies/study.ts";
import { share } from "../share.ts";

export interface ReceivedFile {
  /** Where it lies. */
  readonly path: string;
  /** What its sender calls it. */
  readonly name: string;
}

export async function readFile(
  { path, name }: ReceivedFile,
  progress: Progress,
): Promise<{ source: Source; issues: readonly Issue[] }> {
  const onProgress = (done: number, total: number): void =>
    progress(`reading ${name}`, done, total);
  return share(await readSourceFile(path, { name, onProgress }));
}
