/** A made population to draw designs from: everything is a function of the seed. */
import { planDefaults, type KnownMargin, type Plan } from "../../../analysis/plan.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import {
  asNumbers,
  columnOf,
  type Column,
  type Level,
  type Table,
} from "../../../analysis/table.ts";
import { tableOf } from "../../support/table.ts";
import { weightingOf, type Weighting } from "../../../analysis/weights/weighting.ts";

export const plan = (asked: Partial<Plan> = {}): Plan => ({
  ...planDefaults,
  outcomes: ["satisfaction"],
  predictors: ["mentor"],
  ...asked,
});

export const column = (
  id: string,
  values: ArrayLike<number>,
  level: Level = "nominal",
): Column => ({
  id,
  label: id,
  level,
  values: Float64Array.from(values),
});

/**
 * People of several campuses; women answer more often than men, and everybody of a campus has something in common.
 * `silent` of them have no outcome.
 */
export function alumni(people: number, seed: number, { silent = 0 } = {}): Table {
  const source = stream(seed);
  const normal = () => source.uniform() + source.uniform() + source.uniform() - 1.5;
  const draw = (next: (row: number) => number) =>
    Float64Array.from({ length: people }, (_, i) => next(i));
  const campus = draw(() => source.below(12));
  const shared = Array.from({ length: 12 }, normal);
  const gender = draw(() => Number(source.uniform() < 0.7));
  const mentor = draw((i) => Number(normal() + 0.5 * gender[i]! > 0));
  return tableOf([
    column(
      "region",
      campus.map((c) => c % 3),
    ),
    column("campus", campus),
    column("gender", gender, "binary"),
    column(
      "major",
      draw(() => source.below(5)),
    ),
    column(
      "cohort",
      draw(() => source.below(4)),
    ),
    column(
      "status",
      draw(() => Math.floor(3 * source.uniform() ** 2)),
      "ordinal",
    ),
    column(
      "weight",
      draw(() => 0.5 + 2 * source.uniform()),
      "interval",
    ),
    column("mentor", mentor, "binary"),
    column(
      "satisfaction",
      draw((i) =>
        source.uniform() < silent
          ? NaN
          : shared[campus[i]!]! + 0.6 * mentor[i]! + 0.3 * gender[i]! + normal(),
      ),
      "interval",
    ),
  ]);
}

export const everyRow = ({ rows }: Table): Int32Array =>
  Int32Array.from({ length: rows }, (_, i) => i);

export const known = (variable: string, ...people: number[]): KnownMargin => ({
  variable,
  people: people.map((count, code) => ({ code, people: count })),
});
/** Of `alumni`. */
export const margins = [
  known("gender", 4000, 6000),
  known("major", 1500, 2500, 2000, 3000, 1000),
  known("cohort", 2500, 2500, 2500, 2500),
  known("status", 5000, 3000, 2000),
];

/** The weights of a plan, which must fit. */
export function weighted(table: Table, asked: Partial<Plan>): Weighting {
  const found = weightingOf(table, plan(asked));
  if (!found.ok) throw new Error(found.message);
  return found;
}

export const valuesOf = (table: Table, id: string) => asNumbers(columnOf(table, id));
