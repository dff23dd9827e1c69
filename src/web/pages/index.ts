/** The table of pages. To add one: a file beside this, and a line here. */
import type { Page } from "../page.ts";
import { codebookFile, takeCodebook } from "./codebook.ts";
import { data } from "./data.tsx";
import { download, downloadFile } from "./download.tsx";
import { files, removeFile } from "./files.tsx";
import { findings } from "./findings.tsx";
import { home } from "./home.tsx";
import { matrix } from "./matrix.tsx";
import { pair } from "./pair.tsx";
import { plan } from "./plan.tsx";
import { preview } from "./preview.tsx";
import { sample } from "./sample.ts";
import { screening, startScreening } from "./screening.tsx";
import { removeStudy, study } from "./study.tsx";
import { variable } from "./variable.tsx";

export const pages: readonly Page[] = [
  home,
  sample,
  study,
  removeStudy,
  files,
  removeFile,
  preview,
  data,
  variable,
  codebookFile,
  takeCodebook,
  plan,
  startScreening,
  screening,
  findings,
  matrix,
  pair,
  download,
  downloadFile,
];
