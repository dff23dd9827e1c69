/** Alumni for the bench of the whole pipeline: experiences of every level, some gaps, and what a survey knows besides. */
import { planDefaults, stream, type Column, type Level, type Plan, type Table } from "#analysis";
import { tableOf } from "../../support/table.ts";

export const rows = 5_000;
export const replicates = 1_000;

/** Fifteen experiences, half of them associated with the outcome, and five covariates. */
const experiences: readonly Level[] = Array.from(
  { length: 15 },
  (_, at) => (["binary", "count", "ordinal"] as const)[at % 3]!,
);
const covariates: readonly Level[] = ["interval", "binary", "ordinal", "nominal", "binary"];

/** Column by column, the outcome first; NaN where somebody did not answer. */
export function alumni(): Table {
  const { uniform } = stream(20260101, 7);
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
  const zeal = Float64Array.from({ length: rows }, normal);
  const outcome = Float64Array.from({ length: rows }, (_, i) => 0.15 * zeal[i]! + normal());
  const make = (level: Level, at: number, share: number): Column => {
    const values = Float64Array.from(zeal, (own) => kinds[level](0.5 * own + normal(), uniform));
    values.forEach((value, i) => {
      if (at % 2 === 0) outcome[i]! += share * value;
    });
    return column(`${share === 0 ? "c" : "x"}${at + 1}`, level, values);
  };
  const ranked = experiences.map((level, at) => make(level, at, 0.05 + 0.01 * at));
  const given = covariates.map((level, at) => make(level, at, 0));
  for (const { values } of ranked)
    for (let i = 0; i < rows; i++) if (uniform() < 0.002) values[i] = NaN;
  const all = [column("y", "interval", outcome), ...ranked, ...given];
  return tableOf(all);
}

export const plan: Plan = {
  ...planDefaults,
  outcomes: ["y"],
  predictors: experiences.map((_, at) => `x${at + 1}`),
  covariates: covariates.map((_, at) => `c${at + 1}`),
  replicates,
};

const column = (id: string, level: Level, values: Float64Array): Column => ({
  id,
  label: id,
  level,
  values,
});

const kinds: Record<Level, (trait: number, uniform: () => number) => number> = {
  binary: (trait) => Number(trait > 0.5),
  count: (trait) => Math.max(0, Math.floor(3 * trait)),
  ordinal: (trait) => Math.min(5, Math.max(1, Math.round(3 + trait))),
  interval: (trait) => 3 + 0.4 * trait,
  nominal: (_, uniform) => 1 + Math.floor(6 * uniform()),
};
