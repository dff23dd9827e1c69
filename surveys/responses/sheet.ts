/**
 * Returns as a data set: one row per response, one column per variable, with everything that is known of the columns.
 * Answers, then scales, then how the response came about.
 */
import type { CodebookOverride } from "../codebook.ts";
import type { Locale } from "../text.ts";
import { columnsOf } from "./columns.ts";
import { readResponse, type ReadResponse } from "./given.ts";
import { flagsOf, paradata } from "./paradata.ts";
import type { CollectedResponse, Given, Version } from "./response.ts";
import { scaleColumnsOf } from "./scale-columns.ts";
import { scaleScores, type Part, type ScaleScores } from "./scale-scores.ts";

export interface Sheet {
  /** Names of the columns; the first names the person. */
  readonly header: readonly string[];
  /** In codes. */
  readonly rows: readonly (readonly string[])[];
  /** Answers in words, as each person read them; all else as in `rows`. */
  readonly inWords: readonly (readonly string[])[];
  readonly codebook: CodebookOverride;
  readonly scales: readonly ScaleScores[];
}

export interface Collected {
  /** Oldest first, one at least. */
  readonly versions: readonly Version[];
  readonly responses: readonly CollectedResponse[];
  /** Name of the column that names the person. */
  readonly person: string;
  /** Of labels; the first language of the newest version where it is left out. */
  readonly locale?: Locale;
}

export function sheetOf({ versions, responses, person, locale }: Collected): Sheet {
  const items = columnsOf(versions, locale);
  const scales = scaleColumnsOf(versions, locale);
  const variables = [
    ...items.map(({ variable }) => variable),
    ...scales.map(({ variable }) => variable),
    ...paradata.map(({ variable }) => variable),
  ];
  const rows: string[][] = [];
  const inWords: string[][] = [];
  for (const response of responses) {
    const read = readResponse(response, versions);
    const flags = flagsOf(response, read);
    const givens = givensOf(items, read);
    const rest = [
      ...scales.map((column) => column.cell(read)),
      ...paradata.map((column) => column.cell(response, flags)),
    ];
    rows.push([response.person, ...items.map((column, at) => column.cell(givens[at]!)), ...rest]);
    inWords.push([response.person, ...items.map((column, at) => column.say(givens[at]!)), ...rest]);
  }
  const parts = new Map<string, Part>(
    [...items, ...scales].map(({ part, variable }, at) => [
      part,
      { part, variable, cells: rows.map((row) => row[at + 1]!) },
    ]),
  );
  return {
    header: [person, ...variables.map(({ id }) => id)],
    rows,
    inWords,
    codebook: { variables },
    scales: scales.map((scale) => scaleScores(scale, parts)),
  };
}

/** An item with many columns is read once. */
function givensOf(columns: readonly { readonly item: string }[], read: ReadResponse): Given[] {
  const known = new Map<string, Given>();
  return columns.map(({ item }) => {
    const given = known.get(item) ?? read.given(item);
    known.set(item, given);
    return given;
  });
}
