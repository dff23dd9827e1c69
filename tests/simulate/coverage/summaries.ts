/** Means, shares, reliability, and correlations compared: what is estimated beside associations. */
import {
  compareDependent,
  correlationOf,
  exactInterval,
  logitInterval,
  meanOf,
  reliability,
  wald,
} from "#analysis";
import { measured, type People } from "../population.ts";
import {
  confidence,
  designOf,
  everyKind,
  finest,
  type Estimator,
  unweighted,
} from "./estimator.ts";

const columnsOf = (people: People, traits: number): Float64Array[] =>
  people.traits.slice(0, traits).map((_, trait) => measured(people, trait, finest(people)));

export const summaries: readonly Estimator[] = [
  {
    id: "mean, design-based",
    kinds: everyKind,
    estimate(people) {
      const mean = meanOf(measured(people, 0, finest(people)), designOf(people));
      return { value: mean.value, interval: wald(mean, confidence) };
    },
  },
  {
    id: "share, logit interval",
    kinds: everyKind,
    estimate(people) {
      const share = meanOf(measured(people, 0, "binary"), designOf(people));
      return { value: share.value, interval: logitInterval(share, confidence) };
    },
  },
  {
    id: "share, Korn-Graubard interval",
    kinds: everyKind,
    estimate(people) {
      const share = meanOf(measured(people, 0, "binary"), designOf(people));
      return { value: share.value, interval: exactInterval(share, { n: people.n, confidence }) };
    },
  },
  {
    id: "correlation, design-based",
    kinds: everyKind,
    estimate(people) {
      const [x, y] = columnsOf(people, 2);
      const r = correlationOf(x!, y!, designOf(people));
      return r && { value: r.value, interval: wald(r, confidence) };
    },
  },
  {
    id: "alpha, Feldt interval",
    kinds: unweighted,
    estimate(people) {
      const items = columnsOf(people, people.traits.length);
      const found = reliability(items, confidence);
      return found === null ? undefined : { value: found.alpha, interval: found.interval };
    },
  },
  {
    id: "difference of two correlations, Zou interval",
    kinds: unweighted,
    estimate(people) {
      const [x, y, z] = columnsOf(people, 3);
      const found = compareDependent(y!, [x!, z!], confidence);
      return found === null ? undefined : { value: found.difference, interval: found.interval };
    },
  },
];
