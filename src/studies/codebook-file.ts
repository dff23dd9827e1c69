/** codebook.json: what was decided about every variable, written to be read, edited and given back. */
import { z } from "zod";
import { missingReasons } from "#analysis";
import { exclusions, type CodebookOverride } from "#surveys";
import { readJson } from "./json-file.ts";

/** A codebook, whole or in part, in the form that `readCodebook` takes back without changing a number. */
export const writeCodebook = (codebook: CodebookOverride): string =>
  `${JSON.stringify(codebook, null, 2)}\n`;

/** A codebook, or any part of one: some variables, some fields. Anything left out stays as recognised. */
export const readCodebook = (text: string, file: string): CodebookOverride =>
  readJson(text, file, { schema: codebook, problem: "invalid-codebook", what: "a codebook" });

const cell = z.string().min(1, "an empty cell is always skipped and cannot be named");

const value = z
  .strictObject({ cell, code: z.number(), label: z.string().exactOptional() })
  .transform(({ cell, code, label = cell }) => ({ cell, code, label }));

const values = z
  .array(value)
  .min(1)
  .superRefine(unique("cell", ({ cell }) => cell));

const variable = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1).exactOptional(),
  level: z.enum(["nominal", "binary", "ordinal", "count", "interval"]).exactOptional(),
  values: values.exactOptional(),
  missing: z.record(cell, z.enum(missingReasons)).exactOptional(),
  excluded: z.enum(exclusions).nullable().exactOptional(),
  // Written for people; what is said here changes nothing.
  source: z.string().exactOptional(),
  decidedBy: z.string().exactOptional(),
  derived: z.string().exactOptional(),
});

const codebook = z.strictObject({
  variables: z.array(variable).superRefine(unique("id", ({ id }) => id)),
});

/** Said of the second of two, because the first is as good. */
function unique<T>(what: string, key: (item: T) => string) {
  return (items: readonly T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      if (seen.has(key(item)))
        context.addIssue({
          code: "custom",
          path: [index, what],
          message: `"${key(item)}" stands here twice`,
        });
      seen.add(key(item));
    }
  };
}
