/** The one door to the numbers. */
export * from "./table.ts";
export * from "./plan.ts";
export * from "./association.ts";
export * from "./ranking.ts";
export * from "./screening.ts";
export * from "./describe.ts";
export * from "./describe-scores.ts";
export * from "./disclosure/release.ts";
export { withComplement } from "./disclosure/small-counts.ts";
export * from "./sentence.ts";
export * from "./sentences/index.ts";
export { directionOf, type Method, type Pairs } from "./methods/method.ts";
export { companions } from "./methods/choose.ts";
export { methodOf, methods, type MethodId } from "./methods/index.ts";
export { pairDetails, type PairDetails, type PairDetailsOptions } from "./pair-details.ts";
export { correlationMatrix, type MatrixOptions } from "./kernel/correlation-matrix.ts";
export {
  correlationAt,
  joinParts,
  type Correlation,
  type CorrelationTable,
} from "./kernel/correlation-table.ts";
export {
  replicatedCorrelations,
  type CorrelationResampling,
} from "./kernel/replicated-correlations.ts";
export { joined, type Replicates } from "./inference/bootstrap.ts";
export { countRankings, finish, rank, replicate } from "./rank.ts";
export { screen } from "./screen.ts";
export { stream, type Stream } from "./numeric/random.ts";
export {
  correlationHeterogeneity,
  fisherDifference,
  type Heterogeneity,
} from "./inference/correlation-heterogeneity.ts";
export type { Resampler } from "./inference/bootstrap.ts";
export {
  compareDependent,
  type DependentCorrelations,
} from "./inference/dependent-correlations.ts";
export {
  latentCorrelations,
  type LatentCorrelations,
  type LatentOptions,
} from "./latent/latent-correlations.ts";
export {
  fisherEstimate,
  poolCorrelations,
  poolRandomEffects,
  type CohortCorrelation,
  type CohortEstimate,
  type PooledCorrelations,
  type PoolingOptions,
  type RandomEffects,
} from "./inference/meta.ts";
export { fewestReplicates } from "./inference/rank-sets.ts";
export { replication, replicationVerdicts, type Replication } from "./inference/replication.ts";
export { polychoricInference, type PolychoricInference } from "./latent/polychoric-inference.ts";
export { polychoricJointly } from "./latent/polychoric-joint.ts";
export { polychoric, type LatentCorrelation } from "./latent/polychoric.ts";
export { polyserialJointly } from "./latent/polyserial-joint.ts";
export { polyserial, type Polyserial } from "./latent/polyserial.ts";
export { smoothCorrelations, type Smoothed } from "./latent/smooth.ts";
export { adjustedForEmptyCell, digby, fourCells, type FourCells } from "./latent/tetrachoric.ts";
export { crossTable, type CrossTable } from "./methods/cross-table.ts";
export {
  distanceCorrelation,
  type DistanceCorrelation,
} from "./nonlinearity/distance-correlation.ts";
export { xi, type Xi } from "./nonlinearity/xi.ts";
export { disattenuate, type Disattenuation } from "./reliability/disattenuation.ts";
export {
  factorFit,
  type FactorFit,
  type FactorFitOptions,
  type NoFactor,
} from "./reliability/factor-fit.ts";
export type { ChiSquare, FitIndices } from "./reliability/fit.ts";
export {
  measurementInvariance,
  type Invariance,
  type InvarianceStep,
} from "./reliability/invariance.ts";
export { ordinalAlpha, type OrdinalAlpha } from "./reliability/ordinal-alpha.ts";
export { reliability, type Reliability } from "./reliability/reliability.ts";
export { logisticDominance, type LogisticDominance } from "./importance/logistic-dominance.ts";
export { owen, type Owen, type UnionGame } from "./importance/owen.ts";
export {
  listwiseCorrelations,
  pairwiseCorrelations,
  type ListwiseCorrelations,
  type PairwiseCorrelations,
  type Uncorrelated,
} from "./missing/correlations.ts";
export {
  incompleteNormal,
  type IncompleteNormal,
  type IncompleteOptions,
} from "./missing/incomplete-normal.ts";
export {
  imputed,
  overImputations,
  type Completed,
  type FromCompleted,
  type OverImputations,
  type PooledOver,
} from "./missing/impute.ts";
export { pool, type Imputed, type Pooled } from "./missing/pool.ts";
export { designModel, type DesignModel, type DesignModelOptions } from "./models/design-model.ts";
export { designOrderedLogit, type DesignOrderedLogit } from "./models/design-ordered-logit.ts";
export {
  linearModel,
  type ErrorKind,
  type LinearModel,
  type LinearOptions,
} from "./models/linear.ts";
export { logisticModel, type LogisticCoefficient, type LogisticModel } from "./models/logistic.ts";
export { orderedLogitModel, type OrderedLogitModel } from "./models/ordered-logit.ts";
export { poissonModel, type PoissonModel } from "./models/poisson.ts";
export { designRankTest, type RankTest, type RankTestOptions } from "./models/rank-test.ts";
export type { Coefficient, Term, Unfitted } from "./models/terms.ts";
export { withinModel, type WithinModel, type WithinOptions } from "./models/within.ts";
export {
  robustnessChecks,
  runChecks,
  type Check,
  type Checked,
  type NoShares,
  type Shares,
} from "./robustness/checks.ts";
export { topUnchanged } from "./robustness/compared.ts";
export {
  overEverybody,
  type Entered,
  type RobustnessInput,
  type Variables,
} from "./robustness/input.ts";
export { eValue, type Contrast, type EValue } from "./sensitivity/e-value.ts";
export type { Selection } from "./sensitivity/proportional-selection.ts";
export {
  againstMeasured,
  type AgainstMeasured,
  type HeldAgainst,
  type MeasuredCovariate,
} from "./sensitivity/measured.ts";
export { asStrongAs, timesToNothing, withOmitted, type Strength } from "./sensitivity/omitted.ts";
export {
  differenceBounds,
  nonResponse,
  type NonResponse,
  type Responding,
  type RespondingGroup,
  type TippingPoint,
} from "./sensitivity/non-response.ts";
export {
  robustnessValue,
  type Robustness,
  type RobustnessOptions,
} from "./sensitivity/robustness-value.ts";
export {
  sensitivityModel,
  type Benchmark,
  type SensitivityModel,
  type SensitivityOptions,
} from "./sensitivity/sensitivity-model.ts";
export { calibrate, calibrationResiduals, type PopulationTotal } from "./weights/calibrate.ts";
export {
  correlationOf,
  exactInterval,
  logitInterval,
  meanOf,
  sumOf,
  varianceOf,
  wald,
  type Design,
  type DesignEstimate,
} from "./weights/design.ts";
export { rake, rakeTrimmed, type Raked, type Trimmed, type Unraked } from "./weights/rake.ts";
export type { PopulationMargin } from "./weights/raker.ts";
export {
  propensityWeights,
  type PropensityOptions,
  type PropensityWeights,
} from "./weights/response-propensity.ts";
export {
  responseWeights,
  type ResponseClass,
  type ResponseWeights,
} from "./weights/response-classes.ts";
export type { TrimOptions } from "./weights/trim.ts";
export { weightingOf, type Unweightable, type Weighting } from "./weights/weighting.ts";
export type { ThinCategory, WeightingReport } from "./weights/weighting-report.ts";
