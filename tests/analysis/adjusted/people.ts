/** Small tables of people for the laws of adjustment. */
import { stream } from "../../../analysis/numeric/random.ts";
import type { Column, Level } from "../../../analysis/table.ts";

export const column = (id: string, level: Level, values: ArrayLike<number>): Column => ({
  id,
  label: id,
  level,
  values: Float64Array.from(values),
});

/** Grades depend on the major, visits on grades, salary on both: 300 people, repeatable. */
export function graduates(n = 300) {
  const source = stream(5, n);
  const draw = () => source.uniform() + source.uniform() + source.uniform() - 1.5;
  const major = Array.from({ length: n }, () => source.below(4));
  const gpa = major.map((m) => 3 + 0.2 * m + 0.4 * draw());
  const visits = gpa.map((g) => Math.max(0, Math.round(2 * g + 3 * draw() - 4)));
  const salary = visits.map((v, i) => 40 + 2 * v + 5 * gpa[i]! + 3 * major[i]! + 8 * draw());
  const weight = gpa.map((g) => 0.3 + g * source.uniform());
  return {
    major: column("major", "nominal", major),
    gpa: column("gpa", "interval", gpa),
    visits: column("visits", "count", visits),
    salary: column("salary", "interval", salary),
    employed: column(
      "employed",
      "binary",
      salary.map((s) => Number(s > 60)),
    ),
    weight: Float64Array.from(weight),
    n,
  };
}
