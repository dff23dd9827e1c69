/** Schema steps, in the order of their names. A step that has run anywhere is never edited: add the next. */
import type { Migration } from "kysely/migration";
import * as studies from "./0001-studies.ts";

export const migrations = {
  "0001-studies": studies,
} as const satisfies Readonly<Record<string, Migration>>;
