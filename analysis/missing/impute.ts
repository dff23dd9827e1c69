/**
 * Holes filled several times, each time with other numbers that could have stood there, so that an analysis shows how
 * much the holes leave open (Rubin 1987).
 *
 * Each imputation draws people with replacement, takes the joint normal distribution that EM finds for them
 * (incomplete-normal.ts), and fills every hole of the people as they are with a draw given what the same person answered
 * (King, Honaker, Joseph & Scheve 2001; Honaker & King 2010). The draw of people stands for not knowing the
 * distribution, the draw of numbers for not knowing the person.
 *
 * Assumes what EM assumes: holes that depend only on what was answered, straight associations, near normal numbers. Put
 * everything of the analysis in, the outcome too. Hazards: a completed yes or no is a number around 0 and 1, right for
 * correlations and models and wrong to be counted or shown (Horton, Lipsitz & Parzen 2003); a salary that is not
 * applicable must not be completed; 20 imputations or more.
 */
import { entry, lowerRoot, place, solveRoot, symmetricOf } from "../numeric/matrix.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { stream, type Stream } from "../numeric/random.ts";
import type { Uncorrelated } from "./correlations.ts";
import { incompleteNormal, type IncompleteNormal } from "./incomplete-normal.ts";
import { pool, type Pooled } from "./pool.ts";

interface ImputeOptions {
  readonly seed: number;
  /** Absent: 20. */
  readonly imputations?: number;
}

/** An estimate from completed columns, with its squared standard error there. */
export interface FromCompleted {
  readonly value: number;
  readonly variance: number;
}

export interface OverImputations extends ImputeOptions {
  readonly confidence: number;
  /** Degrees of freedom that complete data would have; absent: very many. */
  readonly df?: number;
}

export interface PooledOver {
  readonly ok: true;
  readonly pooled: readonly Pooled[];
}

/**
 * Every estimate of the analysis, pooled over the imputations (pool.ts).
 *
 * @param columns one number per person, NaN where missing
 * @param analyse the same estimates, in the same order, from columns without holes
 */
export function overImputations(
  columns: readonly Float64Array[],
  analyse: (completed: readonly Float64Array[]) => readonly FromCompleted[],
  { seed, imputations = 20, confidence, df }: OverImputations,
): PooledOver | Uncorrelated {
  const rounds: (readonly FromCompleted[])[] = [];
  for (let number = 0; number < imputations; number++) {
    const completed = imputed(columns, { seed, number });
    if (!completed.ok) return completed;
    rounds.push(analyse(completed.columns));
  }
  const pooled = rounds[0].map((_, at) =>
    pool(
      {
        values: rounds.map((round) => round[at].value),
        variances: rounds.map((round) => round[at].variance),
        ...(df !== undefined && { df }),
      },
      confidence,
    ),
  );
  return { ok: true, pooled };
}

export interface Completed {
  readonly ok: true;
  /** What was answered stays as it is. */
  readonly columns: readonly Float64Array[];
}

/** One imputation: the same for the same seed and number, whoever asks for it and when. */
export function imputed(
  columns: readonly Float64Array[],
  { seed, number }: { readonly seed: number; readonly number: number },
): Completed | Uncorrelated {
  const chance = stream(seed, 0, 0, number);
  const people = columns[0].length;
  const counts = new Float64Array(people);
  for (let draw = 0; draw < people; draw++) counts[chance.below(people)]++;
  const normal = incompleteNormal(columns, { weights: counts, precision: 1e-6 });
  return normal.ok ? { ok: true, columns: filled(columns, normal, chance) } : normal;
}

function filled(
  columns: readonly Float64Array[],
  normal: IncompleteNormal,
  chance: Stream,
): Float64Array[] {
  const complete = columns.map((column) => column.slice());
  const draws = new Map<string, ReturnType<typeof drawGiven>>();
  for (let row = 0; row < columns[0].length; row++) {
    const missing = columns.flatMap((column, j) => (Number.isNaN(column[row]) ? [j] : []));
    if (missing.length === 0) continue;
    const pattern = missing.join();
    const draw = draws.get(pattern) ?? drawGiven(normal, missing);
    draws.set(pattern, draw);
    const values = draw((j) => columns[j][row], chance);
    missing.forEach((j, at) => (complete[j][row] = values[at]));
  }
  return complete;
}

/** For people who miss these columns: their values as a draw from the distribution given what they answered. */
function drawGiven(
  { means, variances, correlations }: IncompleteNormal,
  missing: readonly number[],
) {
  const sds = variances.map(Math.sqrt);
  const answered = [...means.keys()].filter((j) => !missing.includes(j));
  const root = lowerRoot(
    symmetricOf(answered.length, (i, j) => entry(correlations, answered[i], answered[j])),
  );
  const along = missing.map((j) =>
    Float64Array.from(answered, (other) => entry(correlations, j, other)),
  );
  const slopes = along.map((right) => solveRoot(root, right));
  const left = lowerRoot(
    symmetricOf(missing.length, (i, j) =>
      slopes[i].reduce(
        (rest, slope, k) => rest - slope * along[j][k],
        entry(correlations, missing[i], missing[j]),
      ),
    ),
  );
  return (answerOf: (column: number) => number, chance: Stream): number[] => {
    const z = answered.map((j) => (answerOf(j) - means[j]) / sds[j]);
    const noise = missing.map(() => normalQuantile(chance.uniform()));
    return missing.map((j, at) => {
      let value = 0;
      for (let k = 0; k < z.length; k++) value += slopes[at][k] * z[k];
      for (let k = 0; k <= at; k++) value += left[place(at, k)] * noise[k];
      return means[j] + sds[j] * value;
    });
  };
}
