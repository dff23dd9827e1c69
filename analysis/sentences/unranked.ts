/** Why an outcome has no ranking, as a sentence. */
import type { Unranked } from "../ranking.ts";
import { nameIn, quoted, type Names } from "./names.ts";

export function sentenceForUnranked(unranked: Unranked, names: Names): string {
  const why = {
    "too few complete people": "too few people have all the answers that a ranking needs",
    "fewer than two experiences vary": `fewer than two ${unranked.of} differ between people`,
    "together they explain almost nothing": `these ${unranked.of} together explain almost nothing of it; ranking not shown`,
  }[unranked.because];
  return `No ranking for ${quoted(nameIn(names)(unranked.outcome))}: ${why}.`;
}
