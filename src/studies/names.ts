import type { Codebook } from "#surveys";

/** From the id of a variable to what people read. */
export function namesIn(codebook: Codebook): (id: string) => string {
  const labels = new Map(codebook.variables.map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? id;
}
