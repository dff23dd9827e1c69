/** The table of files that an instrument can be had as. */
import type { ChosenVersion } from "./instrument.ts";

export interface InstrumentFile {
  readonly name: string;
  /** In a link: what it is. */
  readonly about: string;
  readonly mediaType: string;
  write(version: ChosenVersion): string;
}

export const instrumentFiles: readonly InstrumentFile[] = [
  {
    name: "survey.json",
    about: "SurveyJS JSON",
    mediaType: "application/json",
    write: ({ documents }) => documents.definition,
  },
  {
    name: "codebook.json",
    about: "Codebook (JSON)",
    mediaType: "application/json",
    write: ({ documents }) => documents.codebook,
  },
];
