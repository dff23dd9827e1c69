/**
 * Does a scale mean the same in every group? Three models of one factor, each asking for more that is the same:
 *
 *   configural  one factor in every group, loadings and item means of its own
 *   metric      the same loadings: associations with the scale may be compared between groups
 *   scalar      the same item means beside them: means of the scale may be compared
 *
 * A step is given up where CFI falls by more than .010 (Cheung & Rensvold 2002); among 300 people and fewer also where it
 * falls by .005 or more and RMSEA grows by .010 or more, or SRMR by .025 (loadings) or .005 (item means) or more (Chen
 * 2007). One factor is taken to hold in every group with CFI of .90 or more and SRMR of .08 or less (Hu & Bentler 1999),
 * RMSEA being unfair to the few degrees of freedom of short scales.
 *
 * Example: five of the tests of Holzinger & Swineford 1939 weigh alike in both schools (CFI falls by .002), but one school
 * finds some of them harder than its ability says (by .059 more): means of their sum must not be compared.
 *
 * Assumes normal answers in independent people; ordered answers of five and more categories serve. Hazards: the
 * chi-square differences find every trifle in thousands of people, and nothing in small groups; the verdict is of the
 * scale as a whole, one item may differ more than it tells.
 */
import { dot } from "../adjusted/basis.ts";
import { marginOf } from "../methods/margin.ts";
import { pick } from "../rows.ts";
import { standardised } from "./covariances.ts";
import type { FactorFitOptions, NoFactor } from "./factor-fit.ts";
import { chiSquareOf, fitIndices, type ChiSquare, type FitIndices } from "./fit.ts";
import { groupFactors, type Equal, type GroupFactor, type GroupMoments } from "./group-factor.ts";
import { misfitOf, momentsOf } from "./group-fit.ts";
import { oneFactor } from "./one-factor.ts";

export interface InvarianceStep {
  readonly level: Level;
  readonly fit: FitIndices;
  /** From the step before; null of the first. */
  readonly change: {
    /** Of the two models. */
    readonly chiSquare: ChiSquare;
    readonly cfi: number;
    /** Null where the step before has no degrees of freedom. */
    readonly rmsea: number | null;
    readonly srmr: number;
  } | null;
  /** Whether this step holds, the ones before it left aside. */
  readonly holds: boolean;
}

export type Invariance =
  | {
      readonly ok: true;
      /** By ascending code. */
      readonly groups: readonly {
        readonly code: number;
        readonly n: number;
        /** Of the factor in the scalar model: in standard deviations of the first group, from its mean. */
        readonly mean: number;
        readonly variance: number;
      }[];
      readonly steps: readonly InvarianceStep[];
      /** The last step that holds with all before it. */
      readonly reached: Level | "none";
      readonly verdict: string;
    }
  | {
      readonly ok: false;
      readonly because: NoFactor["because"] | "too few groups";
      /** Code of the first group of which it is true; absent: of all together. */
      readonly group?: number;
    };

type Level = keyof typeof levels;

/**
 * @param items three or more columns of the same people, none missing
 * @param groups a code per person
 */
export function measurementInvariance(
  items: readonly Float64Array[],
  groups: Float64Array,
  { confidence = 0.9 }: FactorFitOptions = {},
): Invariance {
  if (items.length < 3) return { ok: false, because: "too few items" };
  const margin = marginOf(groups);
  if (margin.values.length < 2) return { ok: false, because: "too few groups" };
  // Fit does not depend on units; one length of step then suits all items.
  const scaled = items.map(standardised);
  const moments: GroupMoments[] = [];
  for (const [g, code] of margin.values.entries()) {
    const rows = Int32Array.from(groups.keys()).filter((row) => margin.codes[row] === g);
    const found = momentsOf(scaled.map((item) => pick(item, rows)));
    if ("because" in found) return { ok: false, because: found.because, group: code };
    moments.push(found);
  }
  const fitted = fitSteps(moments, confidence);
  if (fitted === undefined) return { ok: false, because: "one factor does not describe the items" };
  const { steps, factors } = fitted;
  const fails = steps.findIndex(({ holds }) => !holds);
  const reached = fails === 0 ? "none" : steps.at(fails < 0 ? -1 : fails - 1)!.level;
  return {
    ok: true,
    groups: Array.from(margin.values, (code, g) => ({
      code,
      n: moments[g].n,
      mean: factors[g].mean,
      variance: factors[g].variance,
    })),
    steps,
    reached,
    verdict: verdicts[reached],
  };
}

/** The three models, in order, each tried from the end of the one before. */
function fitSteps(moments: readonly GroupMoments[], confidence: number) {
  const steps: InvarianceStep[] = [];
  let factors = configuralOf(moments);
  for (const level of Object.keys(levels) as Level[]) {
    const equal = levels[level];
    factors = factors && groupFactors(moments, equal, startOf(equal, factors, moments));
    if (factors === undefined) return undefined;
    const fit = fitIndices(misfitOf(moments, factors, equal), confidence);
    const before = steps.at(-1)?.fit;
    const change = before === undefined ? null : changeOf(before, fit);
    const n = moments.reduce((sum, group) => sum + group.n, 0);
    steps.push({ level, fit, change, holds: stepHolds(level, n, { fit, change }) });
  }
  return factors && { steps, factors };
}

const levels = {
  configural: { loadings: false, intercepts: false },
  metric: { loadings: true, intercepts: false },
  scalar: { loadings: true, intercepts: true },
} as const satisfies Readonly<Record<string, Equal>>;

const verdicts: Readonly<Record<Level | "none", string>> = {
  none: "One factor does not describe the answers of every group: do not compare this scale between them.",
  configural:
    "The items belong together in every group, but do not weigh alike: compare neither means of the scale nor associations with it between groups.",
  metric:
    "Associations with the scale may be compared between groups; its means may not, because equal people of different groups answer some items differently.",
  scalar: "Associations with the scale and its means may be compared between groups.",
};

/** Smallest changes that count: at 300 people and fewer, those of `few` beside those of everybody. */
const changes = {
  cfi: 0.01,
  few: {
    people: 300,
    cfi: 0.005,
    rmsea: 0.01,
    srmr: { configural: 0, metric: 0.025, scalar: 0.005 },
  },
} as const;

const leastCfi = 0.9;
const mostSrmr = 0.08;

/** The rule of the thresholds, n people in all. */
export function stepHolds(level: Level, n: number, { fit, change }: StepFit): boolean {
  if (change === null) return fit.cfi >= leastCfi && fit.srmr <= mostSrmr;
  const { few } = changes;
  const supported = (change.rmsea ?? 0) >= few.rmsea || change.srmr >= few.srmr[level];
  const fell = -change.cfi;
  return !(fell > changes.cfi || (n <= few.people && fell >= few.cfi && supported));
}

interface StepFit {
  readonly fit: Pick<FitIndices, "cfi" | "srmr">;
  readonly change: Omit<NonNullable<InvarianceStep["change"]>, "chiSquare"> | null;
}

const changeOf = (before: FitIndices, after: FitIndices): InvarianceStep["change"] => ({
  chiSquare: chiSquareOf(
    after.chiSquare.statistic - before.chiSquare.statistic,
    after.chiSquare.df - before.chiSquare.df,
  ),
  cfi: after.cfi - before.cfi,
  rmsea: before.rmsea && after.rmsea && after.rmsea.value - before.rmsea.value,
  srmr: after.srmr - before.srmr,
});

function configuralOf(moments: readonly GroupMoments[]): GroupFactor[] | undefined {
  const found = moments.flatMap(({ covariance }) => oneFactor(covariance) ?? []);
  return found.length < moments.length
    ? undefined
    : found.map((one) => ({ ...one, variance: 1, mean: 0, intercepts: null }));
}

/** The loadings of the first group for all, and factors as far apart as the groups' items are. */
function startOf(
  equal: Equal,
  before: readonly GroupFactor[],
  moments: readonly GroupMoments[],
): GroupFactor[] {
  const [{ loadings }] = before;
  const [{ means }] = moments;
  const length = dot(loadings, loadings);
  return before.map((one, g) => ({
    ...one,
    ...(equal.loadings && {
      loadings,
      variance: one.variance * (dot(one.loadings, loadings) / length) ** 2,
    }),
    ...(equal.intercepts && {
      intercepts: means,
      mean:
        dot(
          moments[g].means.map((mean, i) => mean - means[i]),
          loadings,
        ) / length,
    }),
  }));
}
