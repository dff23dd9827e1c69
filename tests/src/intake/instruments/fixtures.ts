/** Small files, true to the formats: written for these tests, in words of our own. */
import { readFileSync } from "node:fs";
import type { Import } from "#surveys";
import { importInstrument } from "../../../../src/intake/instruments/index.ts";
import { Problem } from "../../../../src/problem.ts";

export const fixtureNames = ["alumni.qsf", "mixed.survey.json", "newer.lss", "older.lss"] as const;

export const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");

export const imported = (name: string): Import => importInstrument(fixture(name), name);

/** What an import says, as a person would read it out. */
export const inWords = ({ format, questions, issues }: Import): string =>
  [
    `A survey of ${format}.`,
    ...questions.map(({ name, outcome, notes }) =>
      [`${name}: ${outcome}`, ...notes.map((text) => `  ${text}`)].join("\n"),
    ),
    "Of the whole:",
    ...issues.map(({ path, text }) => `  ${path === "" ? "" : `${path}: `}${text}`),
    "",
  ].join("\n");

/** The import, or the refusal of the file; anything else thrown is a fault of the program. */
export function outcome(text: string, name = "file"): Import | Problem {
  try {
    return importInstrument(text, name);
  } catch (refusal) {
    if (refusal instanceof Problem) return refusal;
    throw refusal;
  }
}

type Element = Readonly<Record<string, unknown>> & { readonly name: string };

/** Elements by name, and the pages they stand on. */
export function elementsOf({ definition }: Import): ReadonlyMap<string, Element> {
  const { pages } = definition as { pages: readonly { elements: readonly Element[] }[] };
  return new Map(
    pages.flatMap(({ elements }) => elements.map((element) => [element.name, element])),
  );
}

export function pagesOf({ definition }: Import): readonly Element[] {
  return (definition as { pages: readonly Element[] }).pages;
}
