/** What a file brings to an instrument. */
import type { ImportedQuestion, InstrumentIssue } from "#surveys";
import type { Documents } from "../../../db/instruments.ts";
import { importInstrument } from "../../../intake/instruments/index.ts";
import { readTyped, stored, titleOf, written } from "../instrument.ts";
import type { DraftFields } from "./draft-form.ts";

/** A file as an instrument, and what became of each of its questions. */
export interface FileRead extends DraftFields {
  readonly questions: readonly ImportedQuestion[];
  readonly issues: readonly InstrumentIssue[];
  /** Whether an instrument can be made of it. */
  readonly ok: boolean;
}

/**
 * A new instrument: a survey of another program, or ours, with definition and codebook in one file.
 * @throws Problem where it is no survey at all
 */
export function readFile(text: string, name: string): FileRead {
  const own = documentsIn(text);
  if (own.definition !== undefined && own.codebook !== undefined) return ownFile(own, name);
  const { definition, codebook, questions, issues } = importInstrument(text, name);
  const documents = { definition: written(definition), codebook: written(codebook) };
  return { ok: true, title: titleOf(stored(documents)), ...documents, questions, issues };
}

function ownFile({ definition = "", codebook = "" }: Partial<Documents>, name: string): FileRead {
  const read = readTyped({ definition, codebook });
  const title = read.ok ? titleOf(read.instrument) : name;
  return { ok: read.ok, title, definition, codebook, questions: [], issues: read.issues };
}

/** By what it looks like. What is neither counts as a definition: reading it says what is wrong with it. */
export function documentsIn(file: string): Partial<Documents> {
  const text = file.replace(/^\uFEFF/, "");
  const found = objectIn(text);
  if (found === undefined) return { definition: text };
  if (Object.hasOwn(found, "definition"))
    return {
      definition: written(found["definition"]),
      ...(Object.hasOwn(found, "codebook") ? { codebook: written(found["codebook"]) } : {}),
    };
  const isCodebook = !Object.hasOwn(found, "pages") && Object.hasOwn(found, "items");
  return isCodebook ? { codebook: text } : { definition: text };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null ? { ...found } : undefined;
  } catch {
    return undefined;
  }
}
