/** How many answers a scale needs before it is scored. */
import type { ScoringRule } from "../../studies/study.ts";

export const neededItems: Readonly<Record<ScoringRule, (items: number) => number>> = {
  "all items": (items) => items,
  "all but one": (items) => Math.max(1, items - 1),
  "at least 60 %": (items) => Math.max(1, Math.ceil((items * 3) / 5)),
};
