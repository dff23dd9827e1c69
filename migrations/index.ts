/** Schema steps, in the order of their names. A step that has run anywhere is never edited: add the next. */
import type { Migration } from "kysely/migration";
import * as studies from "./0001-studies.ts";
import * as surveys from "./0002-surveys.ts";

export const migrations = {
  "0001-studies": studies,
  "0002-surveys": surveys,
} as const satisfies Readonly<Record<string, Migration>>;
