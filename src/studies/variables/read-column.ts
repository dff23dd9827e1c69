/** One column of a file: profiled, understood, and written as numbers. */
import type { Column } from "#analysis";
import { inferVariable, type Profile, type Variable, type VariableOverride } from "#surveys";
import type { Declared } from "../../intake/formats/format.ts";
import type { Issue, Source } from "../../intake/source.ts";
import { issuesFrom } from "./doubts.ts";
import { encode, type Placing } from "./encode.ts";
import { profileOf } from "./profile.ts";

export interface ReadColumn {
  readonly variable: Variable;
  readonly profile: Profile;
  /** Absent where the variable was set aside, except for those that could be analysed if they varied. */
  readonly column?: Column;
  readonly issues: readonly Issue[];
}

interface Context {
  readonly id: string;
  readonly source: Source;
  readonly override: VariableOverride | undefined;
  readonly placing: Placing;
}

export function readColumn(declared: Declared, context: Context): ReadColumn {
  const { column, label, documented } = declared;
  const { id, source, override, placing } = context;
  const profile = profileOf(column);
  const inferred = inferVariable(profile, {
    id,
    source: source.name,
    label: label ?? id,
    ...(documented === undefined ? {} : { documented }),
    ...(override === undefined ? {} : { override }),
  });
  const derived = declared.derived?.(inferred.variable);
  const variable = derived === undefined ? inferred.variable : { ...inferred.variable, derived };
  const issues = issuesFrom(inferred.doubts, source, column);
  return isUsable(variable)
    ? { variable, profile, issues, column: encode(column, { variable, profile }, placing) }
    : { variable, profile, issues };
}

/** Whether the table has a column for the variable. */
export const isUsable = ({ excluded }: Variable): boolean =>
  excluded === undefined || hasNumbers.has(excluded);

/** Set aside, but an honest answer exists: it does not vary, or nobody has it. */
const hasNumbers: ReadonlySet<string> = new Set(["constant", "all missing"]);
