/** How the level of a column is recognised: the first rule that knows decides. */
import type { Profile } from "../profile.ts";
import { categories, numbered, orderedLabels, pair } from "./category-rules.ts";
import { numericColumn } from "./numeric.ts";
import type { Decision, Rule } from "./rule.ts";
import {
  allMissing,
  constant,
  date,
  freeText,
  identifier,
  mixed,
  runningNumber,
} from "./set-aside-rules.ts";

/** @param cells without the cells that mean "no answer" */
export function decide(cells: Profile): Decision {
  for (const rule of rules) {
    const decision = rule(cells);
    if (decision !== undefined) return decision;
  }
  return freeText(cells);
}

const rules: readonly Rule[] = [
  allMissing,
  constant,
  identifier,
  runningNumber,
  date,
  numbered,
  pair,
  orderedLabels,
  numericColumn,
  mixed,
  categories,
];
