import type { Names } from "#analysis";
import type { Codebook } from "#surveys";

/** From the id of a variable to what people read. */
export function namesIn(codebook: Codebook): (id: string) => string {
  const labels = new Map(codebook.variables.map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? id;
}

/** Names, levels and value labels, as sentences want them. */
export const variablesIn = ({ variables }: Codebook): Names =>
  new Map(
    variables.map(({ id, label, level, values }) => {
      const labels = values && new Map(values.map((value) => [value.code, value.label]));
      return [id, { label, level, ...(labels && { labels }) }];
    }),
  );
