/** What a reader should know about the weights before believing a weighted figure. */
import type { Plan } from "../plan.ts";
import { pick } from "../rows.ts";
import type { VariableId } from "../table.ts";
import { effectiveN } from "./effective-n.ts";
import type { Trimmed } from "./rake.ts";
import type { PopulationMargin } from "./raker.ts";
import type { ResponseWeights } from "./response-classes.ts";
import { notKnown, type Sample } from "./sample.ts";
import { inMedians } from "./trim.ts";

export interface WeightingReport {
  /** People with a positive weight. */
  readonly n: number;
  /** Kish's, before anything was trimmed and as it is now. */
  readonly effectiveN: { readonly before: number; readonly after: number };
  /** n over the effective n (Kish 1965): what weighting costs. */
  readonly designEffect: number;
  /** The largest weight in medians, before anything was trimmed and as it is now. */
  readonly largest: { readonly before: number; readonly after: number };
  /** Largest |reached / known - 1| over the categories of the margins; null where there are none. */
  readonly misfit: number | null;
  /** Share of those who were asked; null where the plan names no response classes. */
  readonly responseRate: number | null;
  /**
   * Categories of margins and response classes with fewer than 30 who answered: merge them with others. How many are in
   * them stays here; so few can be known to each other.
   */
  readonly thin: readonly ThinCategory[];
  /** Margins and response classes without a category of somebody who answered: that is one of their own. */
  readonly unknown: readonly VariableId[];
  /** Strata and units people were drawn in; single: strata with one unit, whose spread cannot be known. */
  readonly strata: number;
  readonly units: number;
  readonly single: number;
}

export interface ThinCategory {
  readonly variable: VariableId;
  readonly code: number;
}

/** Fewer who answered than this make weights wild. */
const few = 30;

interface Reported {
  readonly plan: Plan;
  readonly sample: Sample;
  /** Places in the sample of those who answered. */
  readonly heard: Int32Array;
  /** Final, of those who answered. */
  readonly weights: Float64Array;
  readonly margins: readonly PopulationMargin[];
  readonly response: ResponseWeights | undefined;
  readonly raked?: Trimmed;
}

export function reportOf({ plan, sample, heard, ...found }: Reported): WeightingReport {
  const { weights, margins, response, raked } = found;
  const categories = [
    ...plan.margins.map(({ variable }, m) => ({ variable, codes: margins[m].codes })),
    ...(plan.responseClasses === null || sample.classes === undefined
      ? []
      : [{ variable: plan.responseClasses, codes: classCodes(sample.classes, heard) }]),
  ].map((one) => ({ ...one, people: tally(one.codes) }));
  return {
    ...plainReport(weights),
    ...(raked && {
      effectiveN: raked.effectiveN,
      largest: { before: raked.untrimmed, after: raked.largest },
    }),
    misfit: raked === undefined || margins.length === 0 ? null : raked.misfit,
    responseRate: response === undefined ? null : heard.length / sample.rows.length,
    thin: categories.flatMap(({ variable, people }) =>
      [...people].flatMap(([code, count]) =>
        count < few && code !== notKnown ? [{ variable, code }] : [],
      ),
    ),
    unknown: categories.flatMap(({ variable, people }) => (people.has(notKnown) ? [variable] : [])),
    strata: sample.units.strata.length,
    units: sample.units.strata.reduce((sum, { size }) => sum + size, 0),
    single: sample.units.strata.filter(({ size }) => size === 1).length,
  };
}

/** Of weights that came with the file. */
export function plainReport(weights: Float64Array): WeightingReport {
  const positive = weights.filter((w) => w > 0);
  const effective = effectiveN({ weight: positive });
  const largest = inMedians(positive);
  return {
    n: positive.length,
    effectiveN: { before: effective, after: effective },
    designEffect: effective > 0 ? positive.length / effective : 1,
    largest: { before: largest, after: largest },
    misfit: null,
    responseRate: null,
    thin: [],
    unknown: [],
    strata: 1,
    units: positive.length,
    single: 0,
  };
}

const classCodes = (
  { codes, values }: NonNullable<Sample["classes"]>,
  heard: Int32Array,
): Float64Array => pick(values, pick(codes, heard));

/** People per code, ascending. */
function tally(codes: Float64Array): Map<number, number> {
  const people = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) people.set(codes[i], (people.get(codes[i]) ?? 0) + 1);
  return new Map([...people].sort(([a], [b]) => a - b));
}
