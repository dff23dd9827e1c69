/** The association of two columns among people who are alike on the covariates. */
import type { Adjusted } from "../association.ts";
import { shortfall } from "../methods/estimates.ts";
import type { MethodId } from "../methods/index.ts";
import { completeRows, pick, take } from "../rows.ts";
import type { Column } from "../table.ts";
import { unitsAmong, type Weighed } from "../weights/units.ts";
import { dummies } from "./dummies.ts";
import {
  multiplePartialCorrelation,
  partialCorrelation,
  type Partial,
  type PartialOptions,
} from "./partial.ts";

export interface AdjustOptions extends Weighed {
  /** The method of the raw estimate: it decides which partial coefficient stands beside it. */
  readonly method: MethodId;
  readonly confidence: number;
  readonly minimumPairs: number;
}

/**
 * Among the people who have predictor, outcome and every covariate: the partial coefficient, and the same coefficient
 * with no covariates for comparison. Unordered categories enter as 0/1 columns.
 */
export function adjust(
  predictor: Column,
  outcome: Column,
  covariates: readonly Column[],
  options: AdjustOptions,
): Adjusted {
  const { weights, confidence } = options;
  const method = partialOf[options.method];
  const rows = rowsFor([predictor, outcome, ...covariates], weights);
  const n = rows.length;
  if (n < options.minimumPairs) return { method, ...tooFew, unadjusted: null, n };
  const coefficient = coefficients[method]([predictor, outcome], rows);
  const design = weights && unitsAmong(options, rows);
  const people = {
    confidence,
    ...(weights && { weights: pick(weights, rows) }),
    ...(design && { design }),
  };
  const given = covariates.flatMap((column) => dummies(column, rows).map(({ values }) => values));
  const adjusted = coefficient({ ...people, covariates: given });
  const { estimate: plain } = coefficient({ ...people, covariates: [] });
  return { method, ...adjusted, unadjusted: plain.ok ? plain.value : null, n };
}

const tooFew: Partial = { estimate: shortfall("too few pairs"), covariates: 0 };

function rowsFor(columns: readonly Column[], weights: Float64Array | undefined): Int32Array {
  const rows = completeRows(columns);
  return weights === undefined ? rows : rows.filter((row) => weights[row] > 0);
}

type Coefficient = (options: PartialOptions) => Partial;
type Pair = readonly [predictor: Column, outcome: Column];

const coefficients: Record<Adjusted["method"], (pair: Pair, rows: Int32Array) => Coefficient> = {
  "partial-pearson":
    ([x, y], rows) =>
    (options) =>
      partialCorrelation(take(x, rows), take(y, rows), options),
  "partial-spearman":
    ([x, y], rows) =>
    (options) =>
      partialCorrelation(take(x, rows), take(y, rows), { ...options, ranks: true }),
  "partial-eta": (pair, rows) => {
    const [block, number] = byGroups(pair);
    if (number.level === "nominal") return () => twoNominal;
    const columns = dummies(block, rows).map(({ values }) => values);
    return (options) => multiplePartialCorrelation(columns, take(number, rows), options);
  },
};

/** The nominal side first: its categories are the groups, whichever of the two is the outcome. */
const byGroups = ([x, y]: Pair): Pair =>
  x.level !== "nominal" && y.level === "nominal" ? [y, x] : [x, y];

/** Two sets of unordered categories have no single number to hold the covariates constant in. */
const twoNominal: Partial = {
  estimate: shortfall("method does not fit the levels"),
  covariates: 0,
};

const partialOf: Record<MethodId, Adjusted["method"]> = {
  pearson: "partial-pearson",
  "point-biserial": "partial-pearson",
  "mean-difference": "partial-pearson",
  "hedges-g": "partial-pearson",
  biserial: "partial-pearson",
  polyserial: "partial-pearson",
  phi: "partial-pearson",
  "risk-difference": "partial-pearson",
  "risk-ratio": "partial-pearson",
  "odds-ratio": "partial-pearson",
  tetrachoric: "partial-pearson",
  spearman: "partial-spearman",
  kendall: "partial-spearman",
  "tau-c": "partial-spearman",
  gamma: "partial-spearman",
  "somers-d": "partial-spearman",
  "rank-biserial": "partial-spearman",
  polychoric: "partial-spearman",
  "distance-correlation": "partial-spearman",
  xi: "partial-spearman",
  eta: "partial-eta",
  "omega-squared": "partial-eta",
  "epsilon-squared": "partial-eta",
  kruskal: "partial-eta",
  "cramers-v": "partial-eta",
};
