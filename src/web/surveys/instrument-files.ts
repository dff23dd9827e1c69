/** The table of files that an instrument can be had as. */
import { codebookHtml, codebookMarkdown, ddiCodebook } from "../../reports/instrument/index.ts";
import type { ChosenVersion } from "./instrument.ts";

export interface InstrumentFile {
  readonly name: string;
  /** In a link: what it is. */
  readonly about: string;
  readonly mediaType: string;
  write(version: ChosenVersion): string | Promise<string>;
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
  {
    name: "codebook.html",
    about: "Codebook to read and print (HTML)",
    mediaType: "text/html",
    write: ({ instrument, key }) => codebookHtml(instrument, { version: key }),
  },
  {
    name: "codebook.md",
    about: "Codebook to read (Markdown)",
    mediaType: "text/markdown",
    write: ({ instrument, key }) => codebookMarkdown(instrument, { version: key }),
  },
  {
    name: "codebook.xml",
    about: "Codebook for archives (DDI 2.5)",
    mediaType: "application/xml",
    write: ({ instrument, documents: { instrumentId, number, publishedAt } }) =>
      ddiCodebook(instrument, {
        id: instrumentId,
        ...(number === null ? {} : { version: String(number) }),
        ...(publishedAt === null ? {} : { date: publishedAt.toISOString().slice(0, 10) }),
      }),
  },
];
