/** The table of methods, and the adjusted estimates, as a screening gives them. */
import { methods, screen, type Level, type MethodId } from "#analysis";
import { everyKind, finest, planOf, tableOf, type Estimator } from "./estimator.ts";

/** Every measure of association at the first levels that it accepts. */
export const measures = methods.map(({ id, accepts }): Estimator => ({
  id,
  kinds: everyKind,
  estimate(people) {
    const levels = people.kind === "skewed ordinal" ? coarseFirst : numbersFirst;
    const pair = levels.find(([x, y]) => accepts(x, y));
    if (pair === undefined) return undefined;
    const { raw } = screen(tableOf(people, pair), planOf(people, { method: id }))[0]!;
    return raw.ok ? raw : undefined;
  },
}));

type Levels = readonly (readonly [x: Level, y: Level])[];

const numbersFirst: Levels = [
  ["interval", "interval"],
  ["binary", "interval"],
  ["nominal", "interval"],
  ["ordinal", "ordinal"],
  ["ordinal", "interval"],
  ["binary", "ordinal"],
  ["nominal", "ordinal"],
  ["binary", "binary"],
  ["nominal", "nominal"],
];

const coarseFirst: Levels = [
  ["ordinal", "ordinal"],
  ["binary", "ordinal"],
  ["nominal", "ordinal"],
  ["binary", "binary"],
  ["nominal", "nominal"],
  ["ordinal", "interval"],
  ["binary", "interval"],
  ["nominal", "interval"],
  ["interval", "interval"],
];

/** With z and a held constant. */
const adjusted = (id: string, method: MethodId): Estimator => ({
  id,
  kinds: everyKind,
  estimate(people) {
    const table = tableOf(people, Array<Level>(4).fill(finest(people)));
    const plan = planOf(people, { method, covariates: ["z", "a"] });
    const estimate = screen(table, plan)[0]!.adjusted?.estimate;
    return estimate?.ok === true ? estimate : undefined;
  },
});

export const partials: readonly Estimator[] = [
  adjusted("partial correlation", "pearson"),
  adjusted("partial rank correlation", "spearman"),
];
