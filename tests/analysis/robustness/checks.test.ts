/** Each check against the estimator it stands for, and people made so that a known choice turns the order round. */
import { describe, expect, test } from "vitest";
import { weightedCorrelations } from "../../../analysis/importance/correlations.ts";
import { regressionShares } from "../../../analysis/importance/johnson.ts";
import { importance } from "../../../analysis/importance/lmg.ts";
import { incompleteNormal } from "../../../analysis/missing/incomplete-normal.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import {
  overEverybody,
  type Entered,
  type RobustnessInput,
  type Variables,
} from "../../../analysis/robustness/input.ts";
import { robustnessChecks, runChecks } from "../../../analysis/robustness/checks.ts";
import { orderOf, tauOfOrders } from "../../../analysis/robustness/compared.ts";
import type { Level } from "../../../analysis/table.ts";
import { close } from "../../support/close.ts";
import { fitted } from "../models/people.ts";

const n = 500;

const entered = (id: string, columns: readonly Float64Array[], level: Level): Entered => ({
  id,
  label: `the ${id}`,
  level,
  columns,
});

/** Five independent normal columns, and an outcome of them that wants 0.6, 0.45, 0.3, 0.15 and 0. */
function people(seed: number) {
  const chance = stream(seed);
  const normal = () => Float64Array.from({ length: n }, () => normalQuantile(chance.uniform()));
  const x = Array.from({ length: 5 }, normal);
  const noise = normal();
  const y = noise.map((e, i) => e + x.reduce((sum, own, j) => sum + (0.6 - 0.15 * j) * own[i]!, 0));
  return { x, y };
}

function asked(
  variables: Variables,
  items: RobustnessInput["items"],
  withHoles: Variables | null = null,
): RobustnessInput {
  const columns = [variables.outcome, ...variables.covariates, ...variables.ranked];
  let next = 0;
  const places = new Map(columns.map((one) => [one.id, one.columns.map(() => next++)]));
  const { lmg } = importance(
    weightedCorrelations(
      columns.flatMap((one) => one.columns),
      variables.weights,
    ),
    {
      outcome: 0,
      covariates: variables.covariates.flatMap(({ id }) => places.get(id)!),
      players: items.map(({ members }) => members.flatMap((id) => places.get(id)!)),
    },
  );
  return { ...variables, items, base: lmg, withHoles };
}

const alone = (variables: Variables): RobustnessInput["items"] =>
  variables.ranked.map(({ id }) => ({ members: [id] }));

function plain(seed: number, level: Level = "ordinal"): Variables {
  const { x, y } = people(seed);
  const scores = (column: Float64Array) =>
    level === "interval" ? column : column.map((v) => Math.max(-2, Math.min(2, Math.round(v))));
  return {
    outcome: entered("satisfaction", [scores(y)], level),
    covariates: [],
    ranked: x.map((column, j) => entered(`experience ${j}`, [scores(column)], level)),
  };
}

const resultOf = (of: RobustnessInput, id: string, k = 3) =>
  runChecks(of, k).find((one) => one.id === id)!;

describe("the stress test", () => {
  test("has one row per check, with words for people and none twice", () => {
    const variables = plain(1);
    const rows = runChecks(asked(variables, alone(variables)), 3);
    expect(rows.map(({ id }) => id)).toEqual(robustnessChecks.map(({ id }) => id));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { label, sentence } of rows) {
      expect(label).toMatch(/^[A-Z].*[^.]$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("leaves the top of a clear ranking where it is", () => {
    const variables = {
      ...plain(2),
      weights: Float64Array.from({ length: n }, (_, i) => 1 + (i % 2)),
    };
    const covariates = [entered("age", [people(9).x[0]!], "interval")];
    const gaps = (one: Entered, k: number): Entered => ({
      ...one,
      columns: one.columns.map((c) => c.map((v, i) => (i % 23 === k ? NaN : v))),
    });
    const withHoles = { ...variables, covariates, ranked: variables.ranked.map(gaps) };
    const rows = runChecks(asked({ ...variables, covariates }, alone(variables), withHoles), 2);
    expect(rows.map((row) => row.ok && row.topUnchanged)).toEqual(rows.map(() => true));
    for (const row of rows) if (row.ok) expect(row.tau).toBeGreaterThan(0.5);
  });

  test("says of each check that does not apply why not", () => {
    const variables = plain(3, "interval");
    const none = runChecks(asked(variables, alone(variables)), 3);
    expect(none.flatMap((row) => (row.ok ? [] : [`${row.id}: ${row.because}`]))).toEqual([
      "latent: no answers are ordered categories",
      "em: nobody has a gap",
      "covariates: nothing is held constant",
      "weights: there are no weights",
    ]);
  });
});

describe("each check is the estimator it stands for", () => {
  const variables = plain(4);
  const weights = Float64Array.from({ length: n }, (_, i) => 0.2 + ((i * 7) % 11));
  const columns = [variables.outcome, ...variables.ranked].map((one) => one.columns[0]!);
  const game = { outcome: 0, players: [[1], [2], [3], [4], [5]] };
  const sharesOf = (id: string, of: RobustnessInput) => {
    const found = robustnessChecks.find((check) => check.id === id)!.shares(of);
    if ("because" in found) throw new Error(found.because);
    return found;
  };

  test("Johnson's weights; of a block, the sum of its columns'", () => {
    const items = [
      { members: ["experience 0", "experience 3"] },
      { members: ["experience 4"] },
      { members: ["experience 1", "experience 2"] },
    ];
    const { johnson } = regressionShares(weightedCorrelations(columns, weights), {
      outcome: 0,
      predictors: [1, 2, 3, 4, 5],
    });
    const { shares } = sharesOf("johnson", asked({ ...variables, weights }, items));
    close(shares[0]!, johnson[0]! + johnson[3]!, 1e-9);
    close(shares[1]!, johnson[4]!, 1e-9);
    close(shares[2]!, johnson[1]! + johnson[2]!, 1e-9);
  });

  test("weights off: LMG of the same people, once each", () => {
    const { shares } = sharesOf("weights", asked({ ...variables, weights }, alone(variables)));
    const { lmg } = importance(weightedCorrelations(columns), game);
    expect([...shares]).toEqual([...lmg]);
  });

  test("everybody: LMG on the correlations of the incomplete normal distribution", () => {
    const holed = columns.map((column, k) =>
      column.map((value, i) => ((i * 3 + k) % 17 === 0 ? NaN : value)),
    );
    const [outcome, ...ranked] = [variables.outcome, ...variables.ranked].map((one, k) => ({
      ...one,
      columns: [holed[k]!],
    }));
    const withHoles = { outcome: outcome!, covariates: [], ranked, weights };
    const { shares } = sharesOf("em", asked(variables, alone(variables), withHoles));
    const { lmg } = importance(fitted(incompleteNormal(holed, { weights })).correlations, game);
    shares.forEach((share, j) => close(share, lmg[j]!, 0, 1e-5));
  });

  test("latent correlations: answers cut coarsely give the order of what lies behind them", () => {
    // The second is the stronger, but only one in twenty answers above the lowest.
    const { x } = people(5);
    const y = x[2]!.map((e, i) => e + 0.5 * x[0]![i]! + 0.7 * x[1]![i]!);
    const cut: Variables = {
      outcome: entered("salary", [y], "interval"),
      covariates: [],
      ranked: [
        entered("half", [x[0]!.map((v) => Number(v > 0) + Number(v > 1))], "ordinal"),
        entered("few", [x[1]!.map((v) => Number(v > 1.7) + Number(v > 2.2))], "ordinal"),
      ],
    };
    const of = asked(cut, alone(cut));
    expect(orderOf(of.base)).toEqual([0, 1]);
    const found = resultOf(of, "latent", 1);
    expect(found).toMatchObject({ ok: true, order: [1, 0], topUnchanged: false, tau: -1 });
  });

  test("latent correlations take a yes or no for what it is", () => {
    const { x } = people(5);
    const facts: Variables = {
      outcome: entered("salary", [x[2]!], "interval"),
      covariates: [],
      ranked: [entered("did", [x[0]!.map((v) => Number(v > 0))], "binary")],
    };
    expect(resultOf(asked(facts, alone(facts)), "latent", 1)).toMatchObject({
      ok: false,
      because: "no answers are ordered categories",
    });
  });

  test("one covariate less: the one that matters is named, and the order is that without it", () => {
    // Half of what the first experience goes with is the covariate, which hides the second.
    const { x } = people(6);
    const grades = x[3]!;
    const first = x[0]!.map((v, i) => v + grades[i]!);
    const y = x[2]!.map((e, i) => e + 0.35 * x[1]![i]! + 0.9 * grades[i]! + 0.2 * first[i]!);
    const of: Variables = {
      outcome: entered("salary", [y], "interval"),
      covariates: [entered("age", [x[4]!], "interval"), entered("grades", [grades], "interval")],
      ranked: [entered("first", [first], "interval"), entered("second", [x[1]!], "interval")],
    };
    const question = asked(of, alone(of));
    expect(orderOf(question.base)).toEqual([1, 0]);
    expect(resultOf(question, "covariates", 1)).toMatchObject({
      ok: true,
      of: "the grades",
      order: [0, 1],
      topUnchanged: false,
      tau: tauOfOrders([1, 0], [0, 1]),
    });
  });
});

test("columns of some people, over everybody, have gaps where the others stand", () => {
  const [spread] = overEverybody([Float64Array.of(7, 8)], Int32Array.of(1, 3), 5);
  expect([...spread!]).toEqual([NaN, 7, NaN, 8, NaN]);
});

describe("variables of several columns", () => {
  const base = plain(7);
  const code = (i: number) => (i * 11) % 3;
  const dummy = (k: number) => Float64Array.from({ length: n }, (_, i) => Number(code(i) === k));
  const major = entered("major", [dummy(1), dummy(2)], "nominal");

  test("enter all checks but Johnson's, as a covariate too", () => {
    const ranked = [...base.ranked.slice(0, 2), major];
    const found = runChecks(asked({ ...base, ranked }, alone({ ...base, ranked })), 2);
    expect(found.find(({ id }) => id === "johnson")).toMatchObject({
      ok: false,
      because: "unordered categories have no weights of their own",
    });
    expect(found.find(({ id }) => id === "latent")).toMatchObject({ ok: true, topUnchanged: true });
    const held = { ...base, covariates: [major] };
    expect(resultOf(asked(held, alone(held)), "covariates")).toMatchObject({
      ok: true,
      of: "the major",
    });
  });

  test("shared by two blocks have no Johnson's weights", () => {
    const items = [
      { members: ["experience 0", "experience 1"] },
      { members: ["experience 1", "experience 2"] },
    ];
    expect(resultOf(asked(base, items), "johnson")).toMatchObject({
      because: "something counts in several blocks",
    });
    expect(resultOf(asked(base, items), "latent").ok).toBe(true);
  });

  test("whose latent correlation has no estimate are named", () => {
    const twin = { ...base.ranked[0]!, id: "twin", label: "the twin" };
    const of = { ...base, ranked: [...base.ranked, twin] };
    expect(resultOf(asked(of, alone(of)), "latent")).toMatchObject({
      ok: false,
      because: "no interior maximum between the experience 0 and the twin",
    });
  });

  test("that were not handed over are a mistake of the caller", () => {
    expect(() =>
      runChecks({ ...asked(base, alone(base)), items: [{ members: ["?"] }] }, 1),
    ).toThrow(RangeError);
  });
});
