import { describe, expect, it } from "vitest";
import { holm } from "../../analysis/inference/multiplicity.ts";
import { stream } from "../../analysis/numeric/random.ts";
import { type Plan, planDefaults } from "../../analysis/plan.ts";
import { joined } from "../../analysis/inference/bootstrap.ts";
import { countRankings, finish, rank, replicate } from "../../analysis/rank.ts";
import { reliability } from "../../analysis/reliability/reliability.ts";
import type { Ranking, Unranked } from "../../analysis/ranking.ts";
import type { Column, Level } from "../../analysis/table.ts";
import { sum } from "./importance/people.ts";
import { tableOf } from "../support/table.ts";

/** A graduating class: two things matter, one a lot; two do not; background matters too. */
const people = 300;
const source = stream(77);
const draw = (next: (row: number) => number): Float64Array =>
  Float64Array.from({ length: people }, (_, row) => next(row));
const chance = (): number => source.uniform() + source.uniform() + source.uniform() - 1.5;

const family = draw(() => source.below(2));
const major = draw(() => source.below(4));
const mentor = draw((i) => Number(chance() + 0.3 * family[i]! > 0));
const visits = draw(() => Math.floor(8 * source.uniform() ** 2));
const club = draw((i) => Math.max(0, Math.min(4, Math.round(2 + mentor[i]! + 2 * chance()))));
const parking = draw(() => source.below(5));
const satisfaction = draw(
  (i) => 1.2 * mentor[i]! + 0.35 * Math.log1p(visits[i]!) + 0.3 * family[i]! + chance(),
);
const luck = draw(chance);

const column = (id: string, level: Level, values: Float64Array): Column => ({
  id,
  label: `The ${id}`,
  level,
  values,
});
const campus: readonly Column[] = [
  column("satisfaction", "interval", satisfaction),
  column("luck", "interval", luck),
  column("mentor", "binary", mentor),
  column("visits", "count", visits),
  column("club", "ordinal", club),
  column("parking", "ordinal", parking),
  column("family", "binary", family),
  column("major", "nominal", major),
];
const plan: Plan = {
  ...planDefaults,
  outcomes: ["satisfaction"],
  predictors: ["parking", "club", "mentor", "visits"],
  covariates: ["family"],
  replicates: 200,
};

const ranked = (answer: Ranking | Unranked | undefined): Ranking => {
  if (answer?.ok !== true) throw new Error(`expected a ranking, got ${JSON.stringify(answer)}`);
  return answer;
};
const first = (columns: readonly Column[], changes: Partial<Plan> = {}): Ranking =>
  ranked(rank(tableOf(columns), { ...plan, ...changes })[0]);
const withColumn = (changed: Column): Column[] => [
  ...campus.filter(({ id }) => id !== changed.id),
  changed,
];
const importances = ({ ranked }: Ranking): Map<string, number> =>
  new Map(ranked.map(({ id, importance }) => [id, importance]));

describe("a ranking of experiences", () => {
  const ranking = first(campus);

  it("puts what was planted strong above what was planted weak or not at all", () => {
    expect(ranking.ranked[0]!.id).toBe("mentor");
    expect(ranking.ranked[1]!.id).toBe("visits");
    const parking = ranking.ranked.find(({ id }) => id === "parking")!;
    expect(ranking.ranked[0]!.rankHigh).toBeLessThan(parking.rankLow);
    expect(ranking.ranked[0]!.evidence.pHolm).toBeLessThan(0.001);
    expect(parking.evidence.pHolm).toBeGreaterThan(0.05);
    expect(parking.importance).toBeLessThan(0.01);
  });

  it("shares out the added R2, and says what each experience's share is", () => {
    expect(sum(ranking.ranked.map((one) => one.importance))).toBeCloseTo(ranking.addedRSquared, 12);
    expect(sum(ranking.ranked.map((one) => one.share))).toBeCloseTo(1, 12);
    expect(ranking).toMatchObject({
      outcome: "satisfaction",
      of: "experiences",
      n: people,
      effectiveN: people,
      computed: { how: "exact" },
      leftOut: [],
    });
    expect(ranking.replicated).toBeUndefined();
    expect(ranking.covariatesRSquared).toBeGreaterThan(0.01);
    expect(ranking.ranked[0]).toMatchObject({
      label: "The mentor",
      members: ["mentor"],
      parts: [],
    });
  });

  it("orders by importance, each rank inside its set, each estimate near its interval", () => {
    for (const [at, one] of ranking.ranked.entries()) {
      expect(one.rank).toBe(at + 1);
      expect(one.rankLow).toBeLessThanOrEqual(one.rank);
      expect(one.rankHigh).toBeGreaterThanOrEqual(one.rank);
      expect(one.interval!.low).toBeLessThan(one.interval!.high);
      if (at > 0) expect(one.importance).toBeLessThanOrEqual(ranking.ranked[at - 1]!.importance);
    }
    const { importance, interval } = ranking.ranked[0]!;
    expect(interval!.low).toBeLessThan(importance);
    expect(interval!.high).toBeGreaterThan(importance);
  });

  it("groups neighbours that cannot be told apart, leaving nobody out", () => {
    const order = ranking.ranked.map(({ id }) => id);
    expect(new Set(ranking.groups.flat())).toEqual(new Set(order));
    for (const group of ranking.groups) {
      const start = order.indexOf(group[0]!);
      expect(group).toEqual(order.slice(start, start + group.length));
    }
    expect(ranking.groups[0]).toEqual(["mentor"]);
    expect(ranking.groups.at(-1)).toContain("parking");
  });

  it("adjusts the evidence for the number of experiences ranked", () => {
    expect(ranking.ranked.map(({ evidence }) => evidence.pHolm)).toEqual(
      holm(ranking.ranked.map(({ evidence }) => evidence.p)),
    );
  });

  it("is the same, byte for byte, for the same seed; the seed moves only the uncertainty", () => {
    expect(JSON.stringify(first(campus))).toBe(JSON.stringify(ranking));
    const other = first(campus, { seed: 1 });
    expect(importances(other)).toEqual(importances(ranking));
    expect(other.ranked[0]!.interval).not.toEqual(ranking.ranked[0]!.interval);
  });

  it("draws other people for each outcome", () => {
    const again = column("again", "interval", satisfaction);
    const [one, two] = rank(tableOf([...campus, again]), {
      ...plan,
      outcomes: ["satisfaction", "again"],
    }).map(ranked);
    expect(importances(two!)).toEqual(importances(one!));
    expect(two!.ranked[0]!.interval).not.toEqual(one!.ranked[0]!.interval);
  });

  it("does not depend on the order of people, but for the draws", () => {
    const turned = first(campus.map((one) => ({ ...one, values: one.values.toReversed() })));
    for (const [id, importance] of importances(ranking))
      expect(importances(turned).get(id)).toBeCloseTo(importance, 13);
  });

  it("without replicates leaves every rank open", () => {
    const { ranked: all, groups } = first(campus, { replicates: 0 });
    for (const one of all)
      expect(one).toMatchObject({ interval: null, rankLow: 1, rankHigh: all.length });
    expect(groups).toEqual([all.map(({ id }) => id)]);
  });
});

describe("what is ranked", () => {
  it("takes a count as log(1 + count)", () => {
    const logged = column("visits", "interval", visits.map(Math.log1p));
    expect(importances(first(withColumn(logged)))).toEqual(importances(first(campus)));
  });

  it("takes a nominal predictor as one, whatever its codes", () => {
    const predictors = [...plan.predictors, "major"];
    const recoded = column(
      "major",
      "nominal",
      major.map((code) => (code * 3 + 1) % 4),
    );
    const base = first(campus, { predictors });
    expect(base.ranked).toHaveLength(5);
    expect(importances(first(withColumn(recoded), { predictors })).get("major")).toBeCloseTo(
      importances(base).get("major")!,
      13,
    );
  });

  it("does not rank a covariate, nor the outcome, nor anything twice", () => {
    const { ranked: all } = first(campus, {
      predictors: [...plan.predictors, "family", "satisfaction", "mentor"],
    });
    expect(all.map(({ id }) => id).sort()).toEqual([...plan.predictors].sort());
  });

  it("leaves out what does not vary, without losing the people who lack it", () => {
    const unasked = column("unasked", "ordinal", new Float64Array(people).fill(NaN));
    const always = column(
      "always",
      "binary",
      draw((i) => (i < 100 ? NaN : 1)),
    );
    const rare = column(
      "rare",
      "binary",
      draw((i) => Number(i < 5)),
    );
    const seldom = column(
      "seldom",
      "binary",
      draw((i) => Number(i < 6)),
    );
    const ranking = first([...campus, unasked, always, rare, seldom], {
      predictors: [...plan.predictors, "unasked", "always", "rare", "seldom"],
    });
    expect(ranking.leftOut).toEqual(["unasked", "always", "rare"]);
    expect(ranking.n).toBe(people);
    expect(importances(ranking).has("seldom")).toBe(true);
  });

  it("leaves out what does not vary among the people who remain, and gives their place back", () => {
    // Only people without a mentor on record have it; the last ten have no answer to it.
    const patchy = column(
      "mentor",
      "binary",
      mentor.map((value, i) => (i < 60 ? NaN : value)),
    );
    const early = column(
      "early",
      "binary",
      draw((i) => (i >= 290 ? NaN : Number(i < 60))),
    );
    const ranking = first([...withColumn(patchy), early], {
      predictors: [...plan.predictors, "early"],
    });
    expect(ranking.leftOut).toEqual(["early"]);
    expect(ranking.n).toBe(240);
  });

  it("counts people by their weight, and not at all without one", () => {
    const unit = column("weight", "interval", new Float64Array(people).fill(2.5));
    const weighted = first([...campus, unit], { weight: "weight" });
    for (const [id, importance] of importances(first(campus)))
      expect(importances(weighted).get(id)).toBeCloseTo(importance, 13);
    expect(weighted.effectiveN).toBeCloseTo(people, 9);
    // Rao and Wu draw one person fewer, so the replicates are not the same.
    expect(weighted.ranked[0]!.interval).not.toEqual(first(campus).ranked[0]!.interval);

    const some = column(
      "weight",
      "interval",
      draw((i) => (i < 50 ? 0 : 1 + (i % 2))),
    );
    const uneven = first([...campus, some], { weight: "weight" });
    expect(uneven.n).toBe(250);
    expect(uneven.effectiveN).toBeCloseTo((125 + 250) ** 2 / (125 + 500), 9);
    const twice = campus.map((one) => ({
      ...one,
      values: Float64Array.from(
        [...one.values.subarray(50)].flatMap((value, i) =>
          i % 2 === 0 ? [value] : [value, value],
        ),
      ),
    }));
    for (const [id, importance] of importances(first(twice)))
      expect(importances(uneven).get(id)).toBeCloseTo(importance, 12);
  });

  it("samples orders for the replicates of a long list, and says so", () => {
    const many = Array.from({ length: 18 }, (_, k) =>
      column(
        `x${k}`,
        "interval",
        draw((i) => chance() + (k < 2 ? satisfaction[i]! : 0)),
      ),
    );
    const ranking = first([...campus, ...many], {
      predictors: many.map(({ id }) => id),
      replicates: 20,
    });
    expect(ranking.computed).toEqual({ how: "exact" });
    expect(ranking.replicated).toEqual({ how: "sampled orders", orders: 1000 });
    expect(
      ranking.ranked
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["x0", "x1"]);
  });
});

it("says how reliable a score is measured, by the items of those ranked", () => {
  const noisy = (seed: number): Column => ({
    ...column(`item ${seed}`, "ordinal", new Float64Array(0)),
    values: Int8Array.from({ length: people }, (_, i) =>
      i % 50 === seed ? -128 : Math.round(club[i]! + 2 * stream(500 + seed, i).uniform()),
    ),
  });
  const items = [1, 2, 3].map(noisy);
  const score = { ...column("club", "interval", club), items };
  const top = first(withColumn(score)).ranked.find(({ id }) => id === "club");
  const complete = [...club.keys()].flatMap((i) => ([1, 2, 3].includes(i % 50) ? [] : [i]));
  const { alpha } = reliability(
    items.map(({ values }) => Float64Array.from(complete, (row) => values[row]!)),
    0.95,
  )!;
  expect(top!.reliability).toMatchObject({ alpha, items: 3 });
  expect(first(campus).ranked.every((one) => one.reliability === null)).toBe(true);
});

describe("a ranking of learning outcomes", () => {
  const learningOutcomes = [
    { id: "relate", label: "Build a network", evidence: ["mentor", "club"] },
    { id: "explore", label: "Explore careers", evidence: ["visits", "mentor"] },
    { id: "arrive", label: "Arrive on time", evidence: ["parking"] },
  ];
  const [items, outcomes] = rank(tableOf(campus), { ...plan, learningOutcomes }).map(ranked);

  it("follows that of the experiences and shares out the variance of all evidence", () => {
    expect([items!.of, outcomes!.of]).toEqual(["experiences", "learning outcomes"]);
    expect(outcomes!.addedRSquared).toBeCloseTo(items!.addedRSquared, 12);
    expect(sum(outcomes!.ranked.map((one) => one.share))).toBeCloseTo(1, 12);
    expect(outcomes!.ranked.at(-1)).toMatchObject({ id: "arrive", label: "Arrive on time" });
    expect(outcomes!.ranked.at(-1)!.rankLow).toBe(3);
  });

  it("shares its importance out among the pieces of evidence, most important first", () => {
    for (const one of outcomes!.ranked) {
      expect(one.parts.map(({ id }) => id).sort()).toEqual(one.members.toSorted());
      expect(sum(one.parts.map(({ importance }) => importance))).toBeCloseTo(one.importance, 12);
      expect(one.parts).toEqual(one.parts.toSorted((a, b) => b.importance - a.importance));
    }
    expect(items!.ranked.every(({ parts }) => parts.length === 0)).toBe(true);
  });

  it("of one experience each is the ranking of the experiences", () => {
    const alone = plan.predictors.map((id) => ({ id: `only ${id}`, label: id, evidence: [id] }));
    const [one, other] = rank(tableOf(campus), { ...plan, learningOutcomes: alone }).map(ranked);
    for (const [id, importance] of importances(one!))
      expect(importances(other!).get(`only ${id}`)).toBeCloseTo(importance, 13);
  });

  it("leaves out experiences that evidence none", () => {
    const answers = rank(tableOf(campus), {
      ...plan,
      predictors: ["mentor", "parking"],
      learningOutcomes: learningOutcomes.slice(0, 2),
    });
    const second = ranked(answers[1]);
    expect(second.ranked.flatMap(({ members }) => members)).not.toContain("parking");
  });

  it("ties two learning outcomes with the same evidence", () => {
    const twin = { ...learningOutcomes[0]!, id: "twin", evidence: ["club", "mentor"] };
    const answers = rank(tableOf(campus), {
      ...plan,
      learningOutcomes: [...learningOutcomes, twin],
    });
    const { ranked: all, groups } = ranked(answers[1]);
    const [a, b] = ["relate", "twin"].map((id) => all.find((one) => one.id === id)!);
    expect(a!.importance).toBeCloseTo(b!.importance, 14);
    expect([a!.rankLow, a!.rankHigh]).toEqual([b!.rankLow, b!.rankHigh]);
    expect(groups.some((group) => group.includes("relate") && group.includes("twin"))).toBe(true);
  });

  it("drops evidence that does not vary, and a learning outcome with no other", () => {
    const flat = column("parking", "ordinal", new Float64Array(people).fill(1));
    const answers = rank(tableOf(withColumn(flat)), { ...plan, learningOutcomes });
    const { ranked: all, leftOut } = ranked(answers[1]);
    expect(leftOut).toEqual(["parking"]);
    expect(all.map(({ id }) => id).sort()).toEqual(["explore", "relate"]);
  });
});

describe("no ranking", () => {
  const unranked = (columns: readonly Column[], changes: Partial<Plan> = {}): Unranked => {
    const [answer] = rank(tableOf(columns), { ...plan, ...changes });
    if (answer?.ok !== false) throw new Error("expected no ranking");
    return answer;
  };

  it("of too few people", () => {
    const patchy = column(
      "club",
      "ordinal",
      club.map((value, i) => (i < 29 ? value : NaN)),
    );
    expect(unranked(withColumn(patchy))).toEqual({
      outcome: "satisfaction",
      of: "experiences",
      ok: false,
      because: "too few complete people",
      n: 29,
      addedRSquared: null,
    });
  });

  it("of nobody: an outcome and a covariate that no one has both of", () => {
    const early = column(
      "early",
      "binary",
      draw((i) => (i < 150 ? i % 2 : NaN)),
    );
    const late = column(
      "late",
      "nominal",
      draw((i) => (i < 150 ? NaN : i % 3)),
    );
    expect(
      unranked([...campus, early, late], { outcomes: ["early"], covariates: ["late"] }),
    ).toMatchObject({ because: "too few complete people", n: 0 });
  });

  it("of too few people for so many columns", () => {
    const cut = column(
      "club",
      "ordinal",
      club.map((value, i) => (i < 40 ? value : NaN)),
    );
    const many = Array.from({ length: 31 }, (_, k) => column(`x${k}`, "interval", draw(chance)));
    const predictors = [...plan.predictors, ...many.map(({ id }) => id)];
    expect(unranked([...withColumn(cut), ...many], { predictors })).toMatchObject({
      because: "too few complete people",
      n: 40,
    });
  });

  it("of one experience", () => {
    expect(unranked(campus, { predictors: ["mentor"] })).toMatchObject({
      because: "fewer than two experiences vary",
      n: people,
    });
  });

  it("of noise: together the experiences explain almost nothing", () => {
    const nothing = unranked(campus, { outcomes: ["luck"] });
    expect(nothing.because).toBe("together they explain almost nothing");
    expect(nothing.addedRSquared).toBeLessThan(0.03);
  });

  it("of few people whose added R2 is chance", () => {
    const few = column(
      "luck",
      "interval",
      luck.map((value, i) => (i < 40 ? value : NaN)),
    );
    const nothing = unranked(withColumn(few), { outcomes: ["luck"] });
    expect(nothing.because).toBe("together they explain almost nothing");
    expect(nothing.addedRSquared).toBeGreaterThan(0.02);
  });

  it("of what many people make certain but not worth ordering", () => {
    const slight = column(
      "slight",
      "interval",
      luck.map((value, i) => value + 0.1 * mentor[i]!),
    );
    const eightfold = [...campus, slight].map((one) => ({
      ...one,
      values: Float64Array.from({ length: 8 * people }, (_, i) => one.values[i % people]!),
    }));
    const nothing = unranked(eightfold, { outcomes: ["slight"] });
    expect(nothing.because).toBe("together they explain almost nothing");
    expect(nothing.addedRSquared).toBeLessThan(0.02);
    expect(nothing.addedRSquared).toBeGreaterThan(10 / (8 * people)); // p < .05 for four columns
  });

  it("of a nominal outcome: it is passed over, and the others keep their draws", () => {
    const answers = rank(tableOf(campus), { ...plan, outcomes: ["major", "satisfaction"] });
    expect(answers).toHaveLength(1);
    const both = rank(tableOf(campus), { ...plan, outcomes: ["luck", "satisfaction"] });
    expect(both[1]).toEqual(answers[0]);
  });
});

it("is the same, byte for byte, when replicates are drawn in portions and in another order", () => {
  const asked = {
    ...plan,
    outcomes: ["satisfaction", "major", "luck"],
    learningOutcomes: [
      { id: "a", label: "A", evidence: ["mentor"] },
      { id: "b", label: "B", evidence: ["club", "visits"] },
    ],
  };
  const count = countRankings(tableOf(campus), asked);
  expect(count).toBe(4);
  const drawn = Array.from({ length: count }, (_, ranking) => {
    const portion = (from: number, to: number) =>
      replicate(tableOf(campus), asked, { ranking, from, to });
    const [last, first] = [portion(120, 200), portion(0, 120)];
    return joined([first, last]);
  });
  const together = finish(tableOf(campus), asked, drawn);
  expect(JSON.stringify(together)).toBe(JSON.stringify(rank(tableOf(campus), asked)));
  expect(() => replicate(tableOf(campus), asked, { ranking: 4 })).toThrow("got number 4");
});

it("tells how far it is, to the end, also past what is not ranked", () => {
  const told: [number, number][] = [];
  rank(tableOf(campus), { ...plan, outcomes: ["luck", "satisfaction"] }, (done, total) =>
    told.push([done, total]),
  );
  expect(told.every(([done, total], i) => total === 400 && done >= (told[i - 1]?.[0] ?? 0))).toBe(
    true,
  );
  expect(told.at(-1)).toEqual([400, 400]);
  expect(told.length).toBeGreaterThan(8);
});
