/**
 * Every predictor of a plan against every outcome: one tidy row per pair.
 *
 * Each pair has its own complete people (pairwise deletion); the adjusted estimate uses the people who also have
 * every covariate. Weights, strata and clusters are those of the plan (`weights/weighting.ts`). Holm runs over the
 * predictors of one outcome, Benjamini-Hochberg over the whole grid.
 */
import { adjust } from "./adjusted/adjust.ts";
import type { Adjusted, Association, Caution, Estimate } from "./association.ts";
import { benjaminiHochberg, holm } from "./inference/multiplicity.ts";
import { discrete, type Discrete } from "./kernel/discrete.ts";
import { jointCounts } from "./kernel/joint-counts.ts";
import { chooseMethod } from "./methods/choose.ts";
import { methodOf } from "./methods/index.ts";
import { directionOf, groupSide, type Method, type Pairs } from "./methods/method.ts";
import { pairsOf } from "./pairs.ts";
import type { Plan } from "./plan.ts";
import { columnOf, type Column, type Table } from "./table.ts";
import { effectiveN } from "./weights/effective-n.ts";
import { designDf } from "./weights/linearise.ts";
import { isDrawnTogether, type Weighed } from "./weights/units.ts";
import { weightingFor } from "./weights/weighting.ts";

type Row = Omit<Association, "pHolm" | "qBh" | "adjustedPHolm">;
type Report = (done: number, total: number) => void;

/** Rows in the order of the plan: outcomes, and within each the predictors. */
export function screen(table: Table, plan: Plan, onProgress: Report = () => {}): Association[] {
  const xs = plan.predictors.map((id) => columnOf(table, id));
  const ys = plan.outcomes.map((id) => columnOf(table, id));
  const context = {
    plan,
    weighed: weightingFor(table, plan),
    covariates: plan.covariates.map((id) => columnOf(table, id)),
  };
  const rows: Row[] = Array.from({ length: xs.length * ys.length });
  let done = 0;
  forEachPair(xs, ys, {
    weighed: context.weighed,
    take(x, y, pairs) {
      rows[y * xs.length + x] = associate(xs[x], ys[y], { ...context, pairs });
      if (++done % 16 === 0 || done === rows.length) onProgress(done, rows.length);
    },
  });
  return withMultiplicity(rows, xs.length);
}

/**
 * Pairs of columns with few values come from joint tables, all at once; the others person by person, and so do all under
 * a design: it must be known who was drawn with whom.
 */
function forEachPair(
  xs: readonly Column[],
  ys: readonly Column[],
  options: { weighed: Weighed; take(x: number, y: number, pairs: Pairs): void },
): void {
  const { weighed, take } = options;
  const { weights } = weighed;
  const counted = isDrawnTogether(weighed) ? () => undefined : discrete;
  const discreteX = xs.map(counted);
  const discreteY = ys.map(counted);
  const [itemsX, itemsY] = [present(discreteX), present(discreteY)];
  jointCounts(itemsX.items, itemsY.items, {
    ...(weights && { weights }),
    take: (x, y, pairs) => take(itemsX.at[x], itemsY.at[y], pairs),
  });
  discreteY.forEach((itemY, y) =>
    discreteX.forEach((itemX, x) => {
      if (itemX === undefined || itemY === undefined) take(x, y, pairsOf(xs[x], ys[y], weighed));
    }),
  );
}

function present(columns: readonly (Discrete | undefined)[]): { items: Discrete[]; at: number[] } {
  const at = columns.flatMap((column, i) => (column === undefined ? [] : [i]));
  return { items: at.map((i) => columns[i]!), at };
}

interface Context {
  readonly plan: Plan;
  readonly weighed: Weighed;
  readonly covariates: readonly Column[];
  readonly pairs: Pairs;
}

function associate(x: Column, y: Column, { plan, weighed, covariates, pairs }: Context): Row {
  const { method, rule } =
    plan.method === "by level"
      ? chooseMethod(x, y)
      : { method: methodOf(plan.method), rule: "Chosen in the plan." };
  const raw = estimate(method, [x, y], { plan, pairs });
  const adjusted =
    covariates.length === 0 || !raw.ok
      ? null
      : adjust(x, y, covariates, {
          ...weighed,
          method: method.id,
          confidence: plan.confidence,
          minimumPairs: plan.minimumPairs,
        });
  return {
    predictor: x.id,
    outcome: y.id,
    method: method.id,
    rule,
    raw,
    n: pairs.n,
    effectiveN: pairs.weight ? effectiveN(pairs) : pairs.n,
    adjusted,
    cautions: cautionsOf({ method, columns: [x, y], raw, adjusted, pairs }),
  };
}

function estimate(
  method: Method,
  [x, y]: readonly [Column, Column],
  { plan, pairs }: Pick<Context, "plan" | "pairs">,
): Estimate {
  if (!method.accepts(x.level, y.level))
    return { ok: false, because: "method does not fit the levels" };
  if (pairs.n < plan.minimumPairs || designDf(pairs) < 1)
    return { ok: false, because: "too few pairs" };
  return method.estimate({ ...pairs, groups: groupSide(x.level, y.level) }, plan.confidence);
}

interface Judged {
  readonly method: Method;
  readonly columns: readonly [Column, Column];
  readonly raw: Estimate;
  readonly adjusted: Adjusted | null;
  readonly pairs: Pairs;
}

const cautionRules: readonly { caution: Caution; applies(judged: Judged): boolean }[] = [
  {
    caution: "sign flips when adjusted",
    applies: ({ method, raw, adjusted }) =>
      raw.ok &&
      adjusted?.estimate.ok === true &&
      directionOf(method, raw.value) * adjusted.estimate.value < 0,
  },
  {
    caution: "few people in a category",
    applies: ({ columns: [x, y], pairs }) =>
      (x.level === "binary" || x.level === "nominal" ? smallest(pairs, "x") : Infinity) < 10 ||
      (y.level === "binary" || y.level === "nominal" ? smallest(pairs, "y") : Infinity) < 10,
  },
  {
    caution: "switched to ranks: skewed",
    applies: ({ method, columns: [x, y] }) =>
      method.id === "spearman" && x.level === "interval" && y.level === "interval",
  },
  {
    caution: "expected counts below five",
    applies: ({ method, pairs }) =>
      (method.id === "phi" || method.id === "cramers-v") &&
      (smallest(pairs, "x") * smallest(pairs, "y")) / pairs.n < 5,
  },
];

function cautionsOf(judged: Judged): Caution[] {
  if (!judged.raw.ok) return [];
  return cautionRules.filter((rule) => rule.applies(judged)).map((rule) => rule.caution);
}

/** People in the smallest category of one side that has anybody in it. */
function smallest(pairs: Pairs, side: "x" | "y"): number {
  const people = new Map<number, number>();
  pairs[side].forEach((value, i) =>
    people.set(value, (people.get(value) ?? 0) + (pairs.count?.[i] ?? 1)),
  );
  return Math.min(...people.values());
}

function withMultiplicity(rows: readonly Row[], predictors: number): Association[] {
  const q = onThoseWithP(
    rows.map((row) => row.raw),
    benjaminiHochberg,
  );
  return Array.from({ length: rows.length / predictors }, (_, outcome) => {
    const family = rows.slice(outcome * predictors, (outcome + 1) * predictors);
    const pHolm = onThoseWithP(
      family.map((row) => row.raw),
      holm,
    );
    const adjustedPHolm = onThoseWithP(
      family.map((row) => row.adjusted?.estimate ?? noEstimate),
      holm,
    );
    return family.map((row, i) => ({
      ...row,
      pHolm: pHolm[i],
      qBh: q[outcome * predictors + i],
      adjustedPHolm: adjustedPHolm[i],
    }));
  }).flat();
}

/** Adjusts the p values that exist; pairs without an estimate are not part of the family. */
function onThoseWithP(
  estimates: readonly Estimate[],
  correct: (p: readonly number[]) => number[],
): (number | null)[] {
  const p: number[] = [];
  for (const estimate of estimates) if (estimate.ok) p.push(estimate.p);
  const corrected = correct(p);
  let next = 0;
  return estimates.map((estimate) => (estimate.ok ? corrected[next++] : null));
}

const noEstimate: Estimate = { ok: false, because: "too few pairs" };
