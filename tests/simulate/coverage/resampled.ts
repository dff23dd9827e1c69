/** Intervals from replicates. */
import { rank, type Level } from "#analysis";
import { correlator } from "../../../analysis/importance/correlations.ts";
import {
  bcaInterval,
  bootstrap,
  jackknife,
  oneByOne,
  replicatesOf,
} from "../../../analysis/inference/bootstrap.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
import { measured } from "../population.ts";
import { confidence, everyKind, finest, planOf, tableOf, type Estimator } from "./estimator.ts";

export const resampled: readonly Estimator[] = [
  {
    id: "importance (LMG), percentile bootstrap",
    kinds: everyKind,
    slow: true,
    estimate(people, chance) {
      const table = tableOf(people, Array<Level>(5).fill(finest(people)));
      const plan = planOf(people, { predictors: ["x", "a", "b"], covariates: ["z"], ...chance });
      const [answer] = rank(table, plan);
      const x = answer?.ok ? answer.ranked.find(({ id }) => id === "x") : undefined;
      return x && { value: x.importance, interval: x.interval };
    },
  },
  {
    id: "Pearson's r, BCa bootstrap",
    kinds: ["continuous", "skewed ordinal", "weighted"],
    slow: true,
    estimate(people, { replicates, seed }) {
      const { n, weights } = people;
      const columns = [0, 1].map((trait) => measured(people, trait, finest(people)));
      const correlations = correlator(columns, weights);
      const r = (counts?: Float64Array) => entry(correlations(counts), 0, 1);
      const value = r();
      if (replicates === 0) return { value, interval: null };
      const statistic = (counts: Float64Array) => Float64Array.of(r(counts));
      const resample = oneByOne(n, { weighted: weights !== undefined });
      const drawn = bootstrap(statistic, { people: n, replicates, seed, resample });
      const interval = bcaInterval(value, replicatesOf(drawn, 0), {
        leftOut: replicatesOf(jackknife(statistic, n), 0),
        confidence,
      });
      return { value, interval };
    },
  },
];
