/** Small instruments for tests: one that is right, and what is changed in it. */
import { readInstrument, type Instrument, type InstrumentIssue } from "#surveys";

export type Json = Record<string, unknown>;

export const options = (...codes: (string | number)[]) =>
  codes.map((value) => ({ value, text: { default: `Option ${value}`, es: `Opción ${value}` } }));

export const title = { default: "What is it?", es: "¿Qué es?" };

export const choice = (name: string, more: Json = {}): Json => ({
  type: "radiogroup",
  name,
  title,
  choices: options("yes", "no"),
  ...more,
});

export const survey = (...elements: Json[]): Json => pages({ name: "start", elements });

export const pages = (...all: Json[]): Json => ({
  title: { default: "A survey", es: "Una encuesta" },
  pages: all,
});

export const consent = {
  version: "1",
  text: { default: "Please agree.", es: "Por favor acepte." },
};

/** A codebook that says the least. */
export const plainCodebook = (more: Json = {}): Json => ({
  consent,
  items: {},
  scales: [],
  ...more,
});

export function read(definition: unknown, codebook: unknown = plainCodebook()): Instrument {
  const result = readInstrument({ definition, codebook });
  if (!result.ok) throw new Error(result.issues.map(({ text }) => text).join("\n"));
  return result.instrument;
}

export function issues(
  definition: unknown,
  codebook: unknown = plainCodebook(),
): readonly InstrumentIssue[] {
  const result = readInstrument({ definition, codebook });
  return result.issues;
}
