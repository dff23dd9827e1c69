/** Weights that make a sample agree with what is known of the population, one margin after the other. */
import { effectiveN } from "./effective-n.ts";
import { rakerOf, settled, type PopulationMargin } from "./raker.ts";
import { inMedians, trimming, type TrimOptions } from "./trim.ts";

export interface Raked {
  readonly ok: true;
  /** One per person, summing to the population. */
  readonly weights: Float64Array;
  /** How often all margins were gone through. */
  readonly rounds: number;
  /** Largest |current / wanted - 1| over all categories. */
  readonly misfit: number;
}

/** Why there are no weights, and in one sentence what to do about it. */
export interface Unraked {
  readonly ok: false;
  readonly because: "empty category" | "unknown category" | "margins disagree" | "does not settle";
  /** Name of the margin. */
  readonly margin: string;
  readonly message: string;
}

/** Two margins may count the population differently by rounding, not by more. */
const sameSize = 1e-6;

/**
 * Raking, or iterative proportional fitting (Deming & Stephan 1940): in turn, every margin's categories are scaled
 * to their number of people, until all agree to 1e-8. With a single margin this is post-stratification (Holt &
 * Smith 1979), exact after one round.
 *
 * The product keeps the odds ratios of the base weights and changes them least in the sense of Kullback-Leibler
 * (Ireland & Kullback 1968).
 *
 * Assumes that within the categories respondents are like those who did not answer. Hazards: categories below about
 * 30 respondents make a few people speak for many (merge them first); margins that nobody in the sample joins (no
 * woman in cohort 3) may leave it without a solution; p and intervals come from the linearised error after raking
 * (`calibrationResiduals`), never from n.
 *
 * @param base weights to start from, one per person; 0 for somebody who is not to count
 */
export function rake(base: Float64Array, margins: readonly PopulationMargin[]): Raked | Unraked {
  const negative = base.find((w) => !(w >= 0));
  if (negative !== undefined)
    throw new RangeError(`rake requires weights of 0 or more, got ${negative}`);
  const refused =
    margins.map((margin) => refusal(margin, base)).find((one) => one !== undefined) ??
    disagreement(margins);
  if (refused !== undefined) return refused;
  const weights = base.slice();
  const { rounds, misfit, worst } = rakerOf(margins, base.length)(weights);
  if (misfit <= settled) return { ok: true, weights, rounds, misfit };
  const { name } = margins[worst];
  return {
    ok: false,
    because: "does not settle",
    margin: name,
    message: `After ${rounds} rounds "${name}" still does not fit: no weights satisfy all margins. Merge small categories or leave a margin out.`,
  };
}

export interface Trimmed extends Raked {
  /** The largest weight in medians, and what it was before the trimming. */
  readonly largest: number;
  readonly untrimmed: number;
  /** Kish's effective number of people, untrimmed and trimmed: what the trimming gained. */
  readonly effectiveN: { readonly before: number; readonly after: number };
}

/**
 * Raking with weights that nobody dominates: after raking, weights above `times` medians are cut to that and the
 * rest raked again, until none is above (Potter 1990; `trimming`). 5 is customary. The margins stay exact; where they
 * do not allow the cap, `largest` says how far the weights remain above it.
 *
 * Hazard: trimming trades a little bias for less variance; report both effective numbers.
 */
export function rakeTrimmed(
  base: Float64Array,
  margins: readonly PopulationMargin[],
  options: TrimOptions,
): Trimmed | Unraked {
  const raked = rake(base, margins);
  if (!raked.ok) return raked;
  const weights = base.slice();
  const { rounds, misfit } = trimming(rakerOf(margins, base.length), base.length, options)(weights);
  return {
    ok: true,
    weights,
    rounds,
    misfit,
    largest: inMedians(weights),
    untrimmed: inMedians(raked.weights),
    effectiveN: {
      before: effectiveN({ weight: raked.weights }),
      after: effectiveN({ weight: weights }),
    },
  };
}

function refusal(margin: PopulationMargin, base: Float64Array): Unraked | undefined {
  const { name, codes, people, labels } = margin;
  const counted = new Set<number>();
  for (let i = 0; i < codes.length; i++) if (base[i] > 0) counted.add(codes[i]);
  const nameOf = (code: number) => labels?.get(code) ?? `${code}`;
  const empty = [...people].find(([code, count]) => count > 0 && !counted.has(code));
  if (empty !== undefined)
    return {
      ok: false,
      because: "empty category",
      margin: name,
      message: `Nobody in the sample is in "${nameOf(empty[0])}" of "${name}", which the population has people in: merge it with another category.`,
    };
  const unknown = codes.find((code) => !people.has(code));
  if (unknown === undefined) return undefined;
  return {
    ok: false,
    because: "unknown category",
    margin: name,
    message: `People in the sample are in "${nameOf(unknown)}" of "${name}", for which no number of people is given: add it or merge it with another category.`,
  };
}

function disagreement(margins: readonly PopulationMargin[]): Unraked | undefined {
  const sizes = margins.map(({ people }) =>
    [...people.values()].reduce((sum, one) => sum + one, 0),
  );
  const other = sizes.findIndex((size) => Math.abs(size / sizes[0] - 1) > sameSize);
  if (other < 0) return undefined;
  return {
    ok: false,
    because: "margins disagree",
    margin: margins[other].name,
    message: `"${margins[0].name}" counts ${sizes[0]} people in the population, "${margins[other].name}" ${sizes[other]}: give both for the same population.`,
  };
}
