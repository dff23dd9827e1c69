/** Latent correlations, reliability and measures of any shape, asked as the corpus asks. */
import { compareDependent } from "../../analysis/inference/dependent-correlations.ts";
import {
  correlationHeterogeneity,
  fisherDifference,
} from "../../analysis/inference/correlation-heterogeneity.ts";
import { polychoricInference } from "../../analysis/latent/polychoric-inference.ts";
import { polychoricJointly } from "../../analysis/latent/polychoric-joint.ts";
import { polychoric } from "../../analysis/latent/polychoric.ts";
import { polyserialJointly } from "../../analysis/latent/polyserial-joint.ts";
import { polyserial } from "../../analysis/latent/polyserial.ts";
import { smoothCorrelations } from "../../analysis/latent/smooth.ts";
import {
  adjustedForEmptyCell,
  digby,
  fourCells,
  type FourCells,
} from "../../analysis/latent/tetrachoric.ts";
import { crossTable, type CrossTable } from "../../analysis/methods/cross-table.ts";
import { polychoric as polychoricMethod } from "../../analysis/methods/polychoric.ts";
import { polyserial as polyserialMethod } from "../../analysis/methods/polyserial.ts";
import { tetrachoric } from "../../analysis/methods/tetrachoric.ts";
import { distanceCorrelation } from "../../analysis/nonlinearity/distance-correlation.ts";
import { xi, xiOverTies } from "../../analysis/nonlinearity/xi.ts";
import { entry, place, triangle, type Symmetric } from "../../analysis/numeric/matrix.ts";
import { disattenuate } from "../../analysis/reliability/disattenuation.ts";
import { ordinalAlpha } from "../../analysis/reliability/ordinal-alpha.ts";
import { reliability } from "../../analysis/reliability/reliability.ts";
import { confidenceOf, pairsOf, peopleOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";
import { plain } from "./correlations.ts";

export const latentAnswers = {
  polychoric: ordered,
  tetrachoric: ordered,
  tetrachoric_table: (asked) => latentTable(fourCells(cellsIn(asked)), 0.95),
  polychoric_weighted: weighted,
  polyserial: serial,
  correlation_smooth: smooth,
  reliability: items,
  ordinal_alpha: ordinalItems,
  disattenuation: withoutError,
  distance_correlation: distances,
  xi: chatterjee,
  correlation_heterogeneity: acrossGroups,
  dependent_correlations: twoPredictors,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function ordered(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const method = asked.method === "tetrachoric" ? tetrachoric : polychoricMethod;
  const answer = plain(method.estimate(pairs, confidenceOf(asked)));
  return {
    ...latentTable(crossTable(pairs), confidenceOf(asked)),
    ...(answer.estimate !== undefined && {
      estimate: answer.estimate,
      ci_low: answer.ci_low,
      ci_high: answer.ci_high,
    }),
  };
}

function latentTable(table: CrossTable, confidence: number): Answer {
  const found = polychoric(table);
  if (!found.ok && found.because === "no variation") return {};
  const common = {
    thresholds_x: [...found.thresholds.x],
    thresholds_y: [...found.thresholds.y],
    empty_cells: table.cells.filter((people) => people === 0).length,
    n: table.n,
  };
  const four = table.cells.length === 4 ? fourOf([...table.cells]) : undefined;
  if (!found.ok) {
    const adjusted = four && adjustedForEmptyCell(four);
    const rho = (of = adjusted?.addingHalf) => (of?.ok === true ? of.rho : undefined);
    return {
      ...common,
      boundary: found.edge,
      half_in_empty_cell: rho(),
      half_keep_margins: rho(adjusted?.keepingMargins),
      gof_df: table.rows * table.columns - table.rows - table.columns,
    };
  }
  const inference = polychoricInference(table, found, confidence);
  const joint = polychoricJointly(table, found);
  const jointly = joint && polychoricInference(table, joint, confidence);
  return {
    ...common,
    estimate: found.rho,
    loglik: inference.logLikelihood,
    se: inference.se,
    se_rho_only: inference.seRhoOnly,
    ci_low: inference.interval.low,
    ci_high: inference.interval.high,
    gof_g2: inference.fit?.statistic,
    gof_df: inference.fit?.df ?? 0,
    gof_p: inference.fit?.p,
    ml_estimate: joint?.rho,
    ml_loglik: jointly?.logLikelihood,
    ml_se: jointly?.se,
    digby: four && digby(four),
  };
}

const fourOf = ([n00 = 0, n01 = 0, n10 = 0, n11 = 0]: readonly number[]): FourCells => [
  n00,
  n01,
  n10,
  n11,
];

const cellsIn = ({ data }: Case): FourCells => fourOf((data!["table"] as number[][]).flat());

function weighted(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const weight = peopleOf(asked, corpus).numbers("weight");
  const found = polychoric(crossTable({ ...pairs, weight }));
  return found.ok
    ? {
        estimate: found.rho,
        thresholds_x: [...found.thresholds.x],
        thresholds_y: [...found.thresholds.y],
        n: pairs.n,
      }
    : {};
}

function serial(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const found = polyserial(pairs);
  if (!found.ok) return {};
  return {
    estimate: plain(polyserialMethod.estimate({ ...pairs, groups: "y" })).estimate,
    adhoc: found.adHoc,
    ml: polyserialJointly(pairs),
    ml_sd_n_minus_1: polyserialJointly(pairs, pairs.n - 1),
    thresholds: [...found.thresholds],
    n: pairs.n,
  };
}

function smooth({ data }: Case): Answer {
  const rows = data!["R"] as number[][];
  const values = new Float64Array(triangle(rows.length));
  rows.forEach((row, i) => row.slice(0, i + 1).forEach((r, j) => (values[place(i, j)] = r)));
  const found = smoothCorrelations({ size: rows.length, values });
  return {
    smallest_eigenvalue_before: found.smallestEigenvalue,
    smoothed_lower: lower(found.matrix),
  };
}

/** Below the diagonal, column by column. */
const lower = (matrix: Symmetric): number[] =>
  Array.from({ length: matrix.size }, (_, j) =>
    Array.from({ length: matrix.size - j - 1 }, (_, i) => entry(matrix, i + j + 1, j)),
  ).flat();

function items(asked: Case, corpus: Corpus): Answer {
  const names = asked.columns!["items"] as readonly string[];
  const { reverse, reverse_min: low, reverse_max: high } = asked.options;
  const reversed = (reverse ?? []) as readonly string[];
  const columns = peopleOf(asked, corpus)
    .all("items")
    .map((item, i) =>
      reversed.includes(names[i]!) ? item.map((code) => Number(low) + Number(high) - code) : item,
    );
  const found = reliability(columns, confidenceOf(asked));
  if (found === null) return {};
  return {
    alpha: found.alpha,
    alpha_std: found.standardised,
    ci_low: found.interval.low,
    ci_high: found.interval.high,
    sem: found.errorOfMeasurement,
    mean_inter_item_r: found.meanCorrelation,
    alpha_if_dropped: found.items.map((item) => item.alphaWithout),
    item_rest_r: found.items.map((item) => item.restCorrelation),
    guttman_lambda6: found.lambda6,
    omega_total_1factor: found.omega?.value,
    loadings: found.omega && [...found.omega.factor.loadings],
    n: found.n,
    k: found.k,
  };
}

function ordinalItems(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const found = ordinalAlpha(people.all("items"));
  if (!found.ok) return {};
  return {
    estimate: found.value,
    matrix_lower: lower(found.correlations),
    smallest_eigenvalue: smoothCorrelations(found.correlations).smallestEigenvalue,
    n: people.n,
  };
}

function withoutError(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const found = disattenuate(people.all("items_a"), people.all("items_b"), confidenceOf(asked));
  if (found === null) return {};
  return {
    r_observed: found.observed,
    alpha_a: found.alphas[0],
    alpha_b: found.alphas[1],
    estimate: found.value,
    ci_low: found.interval?.low,
    ci_high: found.interval?.high,
    n: found.n,
  };
}

function distances(asked: Case, corpus: Corpus): Answer {
  const { x, y, n } = pairsOf(asked, corpus);
  const found = distanceCorrelation(x, y);
  if (found === null) return {};
  return {
    dcor: found.value,
    dcov_squared: found.covarianceSquared,
    bias_corrected_dcor_squared: found.correctedSquare,
    t_statistic: found.t,
    df: found.df,
    p_t: found.p,
    n,
  };
}

function chatterjee(asked: Case, corpus: Corpus): Answer {
  const { x, y, n } = pairsOf(asked, corpus);
  const found = xi(x, y);
  if (found === null) return {};
  const { ties } = found;
  // Where people are alike on x the corpus takes them in the order of the file, and the method in all orders.
  const { value, p } = ties.x ? found : xiOverTies(x, y)!;
  return { estimate: value, p, n, x_has_ties: ties.x, y_has_ties: ties.y };
}

function acrossGroups(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const found = correlationHeterogeneity(
    people.numbers("x"),
    people.numbers("y"),
    people.numbers("group"),
  );
  if (found === null) return {};
  const { groups, pooled, q, iSquared, interaction } = found;
  const { difference, statistic } = fisherDifference(groups[0]!, groups[1]!);
  return {
    groups: people.labels("group")[0] ?? groups.map(({ code }) => String(code)),
    r: groups.map(({ r }) => r),
    n: groups.map(({ n }) => n),
    pooled_r: pooled,
    Q: q.statistic,
    df: q.df,
    p: q.p,
    i_squared: iSquared,
    cohen_q_first_two: difference,
    z_first_two: statistic,
    interaction_F: interaction?.f,
    interaction_df1: interaction?.d[0],
    interaction_df2: interaction?.d[1],
    interaction_p: interaction?.p,
  };
}

function twoPredictors(asked: Case, corpus: Corpus): Answer {
  const { numbers } = peopleOf(asked, corpus);
  const predictors = [numbers("x1"), numbers("x2")] as const;
  const found = compareDependent(numbers("y"), predictors, confidenceOf(asked));
  if (found === null) return {};
  const { r1, r2, r12, difference, t, df, p, interval, n } = found;
  return {
    r1,
    r2,
    r12,
    difference,
    williams_t: t,
    df,
    p,
    zou_ci_low: interval.low,
    zou_ci_high: interval.high,
    n,
  };
}
