/** What a file brings to an instrument. */
import type { ImportedQuestion, InstrumentIssue } from "#surveys";
import type { Documents } from "../../../db/instruments.ts";
import { readTyped, titleOf, written } from "../instrument.ts";
import type { DraftFields } from "./draft-form.ts";

/** A file as an instrument, and what became of each of its questions. */
export interface FileRead extends DraftFields {
  readonly questions: readonly ImportedQuestion[];
  readonly issues: readonly InstrumentIssue[];
}

/** A new instrument from a file: SurveyJS JSON, alone or with its codebook. */
export function importFile(text: string, name: string): FileRead {
  const documents = { codebook: written(emptyCodebook), ...documentsIn(text) };
  const { definition = "", codebook } = documents;
  const read = readTyped({ definition, codebook });
  if (!read.ok) return { title: name, definition, codebook, questions: [], issues: read.issues };
  const questions = [...read.instrument.items.values()].map((item): ImportedQuestion => ({
    name: item.name,
    outcome: "taken",
    notes: [],
  }));
  const title = titleOf(read.instrument);
  return { title, definition, codebook, questions, issues: read.issues };
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

/** For a file that brings none: a consent that has yet to be written. */
const emptyCodebook = {
  consent: {
    version: "1",
    text: "Write here who asks, what for, who sees the answers, how long they are kept, and that taking part is voluntary.",
  },
  items: {},
  scales: [],
};
