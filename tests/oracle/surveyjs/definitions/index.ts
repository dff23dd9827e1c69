/** Every instrument the two are compared on: what ships, and one small definition for each kind of behaviour. */
import { instruments, readInstrument, type Instrument } from "#surveys";
import branches from "./branches.json" with { type: "json" };
import choices from "./choices.json" with { type: "json" };
import everything from "./everything.json" with { type: "json" };
import matrices from "./matrices.json" with { type: "json" };
import numbers from "./numbers.json" with { type: "json" };
import texts from "./texts.json" with { type: "json" };

export interface Compared {
  readonly id: string;
  readonly instrument: Instrument;
}

const codebook = { consent: { version: "1", text: "Do you agree?" }, items: {}, scales: [] };

const small = Object.entries({ branches, choices, everything, matrices, numbers, texts }).map(
  ([id, definition]) => ({ id, file: { definition, codebook } }),
);

export const compared: readonly Compared[] = [...instruments, ...small].map(({ id, file }) => {
  const read = readInstrument(file);
  if (!read.ok) throw new Error(`${id}: ${read.issues.map(({ text }) => text).join("\n")}`);
  return { id, instrument: read.instrument };
});
