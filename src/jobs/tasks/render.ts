/** One file of the report, from the files and what was found in them: nothing is computed a second time. */
import { release } from "#analysis";
import type { Source } from "../../intake/source.ts";
import { reportFiles } from "../../reports/index.ts";
import { screeningIn } from "../../reports/screening-json.ts";
import { assemble } from "../../studies/assemble.ts";
import type { Specification } from "../../studies/run-study.ts";

export interface FileOrder {
  /** One of the names in the table of report files. */
  readonly name: string;
  readonly sources: readonly Source[];
  readonly specification: Omit<Specification, "plan" | "learningOutcomes">;
  /** screening.json */
  readonly screening: string;
}

export async function render({
  name,
  sources,
  specification,
  screening,
}: FileOrder): Promise<string> {
  const file = reportFiles.find((each) => each.name === name);
  if (file === undefined) throw new RangeError(`render requires a report file, got "${name}"`);
  const { id, codebook, scoring } = specification;
  const assembly = assemble(sources, {
    ...(id === undefined ? {} : { id }),
    ...(codebook === undefined ? {} : { codebook }),
    scoring,
  });
  const found = screeningIn(screening);
  return file.render({ assembly, screening: found }, release(found));
}
