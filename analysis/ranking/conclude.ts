/** A ranking from what it stands on and its replicates. */
import { forReplicate, computedFor } from "../importance/lmg.ts";
import type { Replicates } from "../inference/bootstrap.ts";
import { noiseMarks } from "../inference/noise-mark.ts";
import type { Plan } from "../plan.ts";
import type { Ranking } from "../ranking.ts";
import type { Table } from "../table.ts";
import { effectiveN } from "../weights/effective-n.ts";
import type { Weighting } from "../weights/weighting.ts";
import { inflations, twinsOf } from "./collinearity.ts";
import { compareGroups } from "./compare-groups.ts";
import { spreadOf } from "./difference.ts";
import type { Ground } from "./ground.ts";
import { inOrder, type Unplaced } from "./ordered.ts";
import type { Panel } from "./panel.ts";
import type { Item } from "./question.ts";
import { partsOf } from "./parts.ts";
import { reachOf } from "./reach.ts";
import { reliabilityOf } from "./score-reliability.ts";
import { unitOf } from "./scale.ts";
import { stressTestOf } from "./stress-test.ts";
import { meaningfulShare } from "./tiers.ts";

export interface Concluding {
  readonly table: Table;
  readonly plan: Plan;
  readonly weighting: Weighting;
  readonly replicates: Replicates;
}

export function rankingFrom(
  ground: Ground,
  { table, plan, weighting, replicates }: Concluding,
): Ranking {
  const { question, panel, items, game, once, shares, jointP } = ground;
  const replicated = computedFor(items.length, forReplicate);
  const people = panel.weights ? effectiveN({ weight: panel.weights }) : panel.people;
  const meaningful = meaningfulIn(panel, plan);
  const own = inflations(once, game);
  const parts = partsOf(ground, plan);
  const noise = noiseMarks(once, game, { people, seed: plan.seed, address: question.address });
  const unplaced = items.map((item, at): Unplaced => ({
    ...item,
    steps: stepsIn(panel, item),
    noise: noise[at],
    evidence: ground.evidence[at],
    reach: reachOf(table, panel, item),
    reliability: reliabilityOf(table, panel, { item, confidence: plan.confidence }),
    inflation: own[at],
    parts: parts[at],
  }));
  return {
    outcome: question.outcome,
    of: question.of,
    ok: true,
    n: panel.people,
    answered: panel.answered,
    effectiveN: people,
    adjustedFor: panel.covariates.map(({ id }) => id),
    covariatesRSquared: shares.covariatesRSquared,
    addedRSquared: shares.addedRSquared,
    jointP,
    unit: unitOf(panel.outcome.preparation.scale),
    meaningful,
    errors: ground.design === undefined ? "HC3" : "survey design",
    preparations: [panel.outcome, ...panel.covariates, ...panel.variables.values()]
      .map(({ preparation }) => preparation)
      .filter(({ scale, merged }) => scale !== "as it is" || merged.length > 0),
    computed: shares.computed,
    ...(replicates.count > 0 && replicated.how !== shares.computed.how && { replicated }),
    ...inOrder(unplaced, shares, {
      replicates,
      people,
      confidence: plan.confidence,
      thresholds: { alpha: 1 - plan.confidence, meaningful },
      lessIsBetter: plan.lessIsBetter.includes(question.outcome),
    }),
    twins: twinsOf(once, game, items),
    stressTest: stressTestOf({ table, panel, items, shares, weighting }),
    comparisons: compareGroups({
      table,
      panel,
      items,
      ...(ground.design && { design: ground.design }),
      groups: plan.groups,
      smallest: plan.smallestGroup,
      confidence: plan.confidence,
    }),
    leftOut: panel.leftOut,
  };
}

/** Three percentage points for yes and no, else the plan's share of a standard deviation. */
const meaningfulIn = (panel: Panel, plan: Plan): number =>
  panel.outcome.preparation.scale === "0 and 1"
    ? meaningfulShare / spreadOf(panel)
    : plan.meaningful;

const stepsIn = (panel: Panel, { members }: Item): Unplaced["steps"] =>
  members.flatMap((variable) => {
    const step = panel.variables.get(variable)?.step;
    return step ? [{ variable, from: step.from, to: step.to }] : [];
  });
