/** Columns with holes and completed ones, asked as the corpus asks. */
import { smoothCorrelations } from "../../analysis/latent/smooth.ts";
import { listwiseCorrelations, pairwiseCorrelations } from "../../analysis/missing/correlations.ts";
import { incompleteNormal } from "../../analysis/missing/incomplete-normal.ts";
import { pool } from "../../analysis/missing/pool.ts";
import { place } from "../../analysis/numeric/matrix.ts";
import { confidenceOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";

export const missingAnswers = {
  missing_data_correlations: correlations,
  pool_rubin: pooled,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function correlations(asked: Case, corpus: Corpus): Answer {
  const cells = corpus.read(asked.dataset!);
  const names = [asked.columns!["variables"]!].flat().map(String);
  const columns = names.map((name) =>
    Float64Array.from(cells[name]!, (cell) => (cell === "" ? NaN : Number(cell))),
  );
  const pairwise = pairwiseCorrelations(columns);
  const listwise = listwiseCorrelations(columns);
  const normal = incompleteNormal(columns);
  if (!pairwise.ok) throw new Error(pairwise.because);
  if (!normal.ok) throw new Error(normal.because);
  const below = (values: ArrayLike<number>) =>
    names.flatMap((_, j) => names.slice(j + 1).map((_, k) => values[place(j + 1 + k, j)]));
  return {
    pairwise: below(pairwise.correlations.values),
    pairwise_n: below(pairwise.people),
    listwise: below(listwise.correlations.values),
    listwise_n: listwise.n,
    fiml: below(normal.correlations.values),
    fiml_mean: [...normal.means],
    fiml_var: [...normal.variances],
    smallest_eigenvalue_pairwise: smoothCorrelations(pairwise.correlations).smallestEigenvalue,
  };
}

function pooled(asked: Case): Answer {
  const { Q, U, n, k, r } = asked.data!;
  const found = pool(
    { values: Q as number[], variances: U as number[], df: Number(n) - Number(k) },
    confidenceOf(asked),
  );
  const { low, high } = found.interval;
  return {
    estimate: found.value,
    within: found.within,
    between: found.between,
    total: found.total,
    riv: (found.total - found.within) / found.within,
    df: found.df,
    fmi: found.missingInformation,
    se: found.se,
    ci_low: low,
    ci_high: high,
    ...(Array.isArray(r) && {
      pooled_r: Math.tanh(found.value),
      r_ci_low: Math.tanh(low),
      r_ci_high: Math.tanh(high),
    }),
  };
}
