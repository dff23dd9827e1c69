/** What the pieces of evidence of a learning outcome contribute to its importance. */
import { owen } from "../importance/owen.ts";
import type { Plan } from "../plan.ts";
import type { Ranked } from "../ranking.ts";
import { forEstimate } from "../importance/lmg.ts";
import type { Ground } from "./ground.ts";
import { byId } from "./ordered.ts";

/** One list per item, most important first; empty lists where experiences are ranked, which have no parts. */
export function partsOf(
  { question, items, unions, game, once }: Ground,
  { seed }: Plan,
): Ranked["parts"][] {
  if (question.of === "experiences") return items.map(() => []);
  const { outcome, covariates = [] } = game;
  const shares = owen(once, { outcome, covariates, unions }, { ...forEstimate, seed });
  return items.map(({ members }, at) =>
    members
      .map((id, member) => ({ id, importance: shares.items[at][member] }))
      .sort((a, b) => b.importance - a.importance || byId(a.id, b.id)),
  );
}
