/** The table of everything that gives an interval. To add one: a line here; measures come by themselves. */
import type { Estimator } from "./estimator.ts";
import { measures, partials } from "./measures.ts";
import { models } from "./models.ts";
import { resampled } from "./resampled.ts";
import { summaries } from "./summaries.ts";

export const estimators: readonly Estimator[] = [
  ...measures,
  ...partials,
  ...models,
  ...summaries,
  ...resampled,
];
