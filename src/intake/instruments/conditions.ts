/** Conditions of other programs in the words of SurveyJS. */
import type { Code } from "#surveys";

export type Translated =
  /** "" where everybody is asked. */
  | { readonly ok: true; readonly condition: string }
  /** A sentence. */
  | { readonly ok: false; readonly because: string };

/** A code or a written value, as conditions write it. */
export const literal = (code: Code): string =>
  typeof code === "string"
    ? `'${code.replaceAll("'", "\\'").replaceAll('"', '\\"')}'`
    : String(code);

/** All of them at once; undefined where there is none. */
export const allOf = (conditions: readonly string[]): string | undefined =>
  conditions.length < 2 ? conditions[0] : conditions.map((each) => `(${each})`).join(" and ");
