import type { Screening } from "#analysis";
import type { Codebook } from "#surveys";
import { writeCodebook } from "../studies/codebook-file.ts";
import { columnsOf } from "../studies/fingerprint.ts";

/** The variables of the plan, in the form in which a codebook can be given back. */
export function codebookJson({ variables }: Codebook, { plan }: Screening): string {
  const asked = new Set(columnsOf(plan));
  return writeCodebook({ variables: variables.filter(({ id }) => asked.has(id)) });
}
