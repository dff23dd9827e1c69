/** An instrument as its pages need it: what is stored, and what it says. */
import { readInstrument, textIn, type Instrument, type InstrumentIssue } from "#surveys";
import {
  draftOf,
  findInstrument,
  versionOf,
  versionsOf,
  type Documents,
  type InstrumentListed,
  type Version,
  type VersionDocuments,
} from "../../db/instruments.ts";
import { Problem } from "../../problem.ts";
import type { Reading } from "../world.ts";

export interface OpenInstrument {
  readonly listed: InstrumentListed;
  readonly draft: VersionDocuments | undefined;
  /** Published, newest first. */
  readonly versions: readonly Version[];
}

/** @throws Problem "not-found" */
export async function openInstrument(
  { db }: Pick<Reading, "db">,
  id: string,
): Promise<OpenInstrument> {
  const listed = await findInstrument(db.read, id);
  if (listed === undefined)
    throw new Problem("not-found", "There is no such instrument.", {
      next: "Choose one from the list.",
    });
  return { listed, draft: await draftOf(db.read, id), versions: await versionsOf(db.read, id) };
}

export interface ChosenVersion {
  /** In an address: "draft", or a number. */
  readonly key: string;
  /** "the draft", "version 2" */
  readonly name: string;
  readonly documents: VersionDocuments;
  readonly instrument: Instrument;
}

/** By "draft" or a number; without one the draft, else the newest. @throws Problem "not-found" */
export async function chosenVersion(
  { db }: Pick<Reading, "db">,
  { draft, versions }: OpenInstrument,
  wanted: string | null,
): Promise<ChosenVersion> {
  const key = wanted ?? (draft === undefined ? String(versions[0]?.number) : "draft");
  const found = versions.find(({ number }) => String(number) === key);
  const documents =
    key === "draft" ? draft : found === undefined ? undefined : await versionOf(db.read, found.id);
  if (documents === undefined)
    throw new Problem("not-found", "The instrument has no such version.", {
      next: "Choose one from its page.",
    });
  const name = key === "draft" ? "the draft" : `version ${key}`;
  return { key, name, documents, instrument: stored(documents) };
}

/** What was stored has been read before. */
export function stored(documents: Documents): Instrument {
  const read = readTyped(documents);
  if (read.ok) return read.instrument;
  const [first] = read.issues;
  throw new Problem("invalid-instrument", first?.text ?? "The instrument cannot be read.", {
    next: "It was stored by another version of the program. Correct it in a new draft.",
  });
}

export type Typed = ReturnType<typeof readInstrument>;

/** Two texts as somebody wrote them. What is no JSON is an issue like any other. */
export function readTyped({ definition, codebook }: Documents): Typed {
  const issues: InstrumentIssue[] = [];
  const parsed = {
    definition: parse(definition, "definition", issues),
    codebook: parse(codebook, "codebook", issues),
  };
  return issues.length > 0 ? { ok: false, issues } : readInstrument(parsed);
}

function parse(text: string, what: "definition" | "codebook", issues: InstrumentIssue[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    issues.push({
      code: "not-json",
      severity: "refused",
      path: what,
      text: `The ${what} is not JSON: ${error.message}.`,
      suggestion: "Look for a comma, a quotation mark or a bracket too many or too few there.",
    });
    return undefined;
  }
}

export const titleOf = ({ title, locales }: Pick<Instrument, "title" | "locales">): string =>
  textIn(title, locales[0] ?? "en", locales);

/** Laid out so that a person can edit it. */
export const written = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;
