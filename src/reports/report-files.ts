/** The table of files of a report. To add one: a file beside this, and a line here. */
import type { Released, Screening } from "#analysis";
import type { Study } from "../studies/study.ts";
import { associationsCsv } from "./associations-csv.ts";
import { codebookJson } from "./codebook-json.ts";
import { dataCsv } from "./data-csv.ts";
import { rankingsCsv } from "./rankings-csv.ts";
import { reportHtml } from "./report-html.ts";
import { reproduceR } from "./reproduce-r.ts";
import { screeningJson } from "./screening-json.ts";

export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  /** One sentence for who finds the file. */
  readonly about: string;
  /** "people": what may say something about one person, for those who may see the data; "figures": released figures alone. */
  readonly holds: "figures" | "people";
  render(study: Study, released: Released<Screening>): Promise<string> | string;
}

export const reportFiles: readonly ReportFile[] = [
  {
    name: "report.html",
    mediaType: "text/html; charset=utf-8",
    about: "The findings to read and print: charts, tables, sentences, methods and limits.",
    holds: "figures",
    render: reportHtml,
  },
  {
    name: "associations.csv",
    mediaType: "text/csv; charset=utf-8",
    about: "One row per pair with every figure at full precision.",
    holds: "figures",
    render: ({ assembly }, released) => associationsCsv(released, assembly.table.columns),
  },
  {
    name: "rankings.csv",
    mediaType: "text/csv; charset=utf-8",
    about:
      "One row per ranked experience or learning outcome: importance, rank set, difference, tier.",
    holds: "figures",
    render: ({ assembly }, released) => rankingsCsv(released, assembly.table.columns),
  },
  {
    name: "screening.json",
    mediaType: "application/json",
    about: "Plan, fingerprint of the data, engine, seed and every figure, for programs.",
    holds: "figures",
    render: screeningJson,
  },
  {
    name: "reproduce.R",
    mediaType: "text/x-r; charset=utf-8",
    about:
      "Computes associations.csv and rankings.csv again in base R, from data.csv, and compares.",
    holds: "figures",
    render: reproduceR,
  },
  {
    name: "data.csv",
    mediaType: "text/csv; charset=utf-8",
    about: "The numbers that were analysed, one line per person, without ids. Share it with care.",
    holds: "people",
    render: ({ assembly }, released) => dataCsv(assembly.table, released),
  },
  {
    name: "codebook.json",
    mediaType: "application/json",
    about: "What the codes in data.csv mean, and how that was decided.",
    holds: "people",
    render: ({ assembly }, released) => codebookJson(assembly.codebook, released),
  },
];
