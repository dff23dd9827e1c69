/** What may stand in the codebook beside a definition. */
import { missingReasons } from "#analysis";
import { z } from "zod";
import { sensitivities } from "./codebook.ts";
import { text } from "./definition.ts";

const words = z.string().regex(/\S/, { error: "expects words" });
const number = z.number({ error: "expects a number" });

const notes = z.strictObject({
  label: words,
  construct: words.exactOptional(),
  direction: z.enum(["higher is more", "higher is less"]).exactOptional(),
  unit: words.exactOptional(),
  missing: z.record(z.string(), z.enum(missingReasons)).exactOptional(),
  sensitivity: z.enum(sensitivities).exactOptional(),
  known: z.enum(["skip", "confirm"]).exactOptional(),
  source: words.exactOptional(),
});

const scale = z.strictObject({
  id: z.string(),
  label: words,
  title: text.exactOptional(),
  items: z.array(z.string()).min(1, { error: "expects one item at least" }),
  reversed: z.array(z.string()).exactOptional(),
  low: number,
  high: number,
  top: number.positive({ error: "expects a number above 0" }),
  needed: z.int({ error: "expects a whole number" }).min(1, { error: "expects 1 or more" }),
});

const modules = z.strictObject({
  each: z.int({ error: "expects a whole number" }).min(1, { error: "expects 1 or more" }),
  of: z
    .array(
      z.strictObject({
        id: words,
        sections: z.array(z.string()).min(1, { error: "expects one section at least" }),
      }),
    )
    .min(2, { error: "expects two modules at least" }),
});

const impossible = z.strictObject({ text: words, when: z.string() });

export const codebook = z.strictObject({
  consent: z.strictObject({ version: words, text }),
  items: z.record(z.string(), notes),
  scales: z.array(scale),
  modules: modules.exactOptional(),
  impossible: z.array(impossible).exactOptional(),
});

/** The names of each part, for suggestions. */
export const knownInCodebook: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(codebook.shape),
  consent: Object.keys(codebook.shape.consent.shape),
  items: Object.keys(notes.shape),
  scales: Object.keys(scale.shape),
  modules: Object.keys(modules.shape),
  impossible: Object.keys(impossible.shape),
};
