/** The files in which the answers of a wave are given out. To add one: a line here. All hold people, not figures. */
import type { WaveSheet } from "../../fielding/sheet-of-wave.ts";
import { writeCodebook } from "../../studies/codebook-file.ts";
import { csvRow } from "../csv.ts";

export interface ResponseFile {
  readonly name: string;
  readonly mediaType: string;
  /** What it is, for people. */
  readonly about: string;
  render(sheet: WaveSheet): string;
}

export const responseFiles: readonly ResponseFile[] = [
  {
    name: "responses.csv",
    mediaType: "text/csv; charset=utf-8",
    about: "One row per response, in codes; columns of all versions of the instrument",
    render: ({ header, rows }) => csvOf(header, rows),
  },
  {
    name: "responses-in-words.csv",
    mediaType: "text/csv; charset=utf-8",
    about: "The same in words, each answer as the person read it",
    render: ({ header, inWords }) => csvOf(header, inWords),
  },
  {
    name: "codebook.json",
    mediaType: "application/json",
    about: "Labels, levels, values and missing codes of the columns; rank takes it with --codebook",
    render: ({ codebook }) => writeCodebook(codebook),
  },
  {
    name: "scales.csv",
    mediaType: "text/csv; charset=utf-8",
    about: "The scales, and how each score is made",
    render: ({ scales }) =>
      csvOf(
        ["id", "label", "formula"],
        scales.map(({ id, label, formula }) => [id, label, formula]),
      ),
  },
  {
    name: "instrument.json",
    mediaType: "application/json",
    about: "The newest version of the instrument, as SurveyJS reads it",
    render: ({ versions }) =>
      `${JSON.stringify(versions.at(-1)!.instrument.definition, null, 2)}\n`,
  },
];

const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map(csvRow).join("");
