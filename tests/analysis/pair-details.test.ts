/** Companions are the methods' own figures; alarms fire on relations made to set them off, and keep still on ordinary ones. */
import { describe, expect, test } from "vitest";
import type { Estimate } from "../../analysis/association.ts";
import { companions } from "../../analysis/methods/choose.ts";
import { fisherExactP } from "../../analysis/methods/exact.ts";
import { methodOf, type MethodId } from "../../analysis/methods/index.ts";
import { pairChecks, type CheckCode } from "../../analysis/methods/pair-checks.ts";
import { normalQuantile } from "../../analysis/numeric/normal.ts";
import { stream } from "../../analysis/numeric/random.ts";
import { pairDetails } from "../../analysis/pair-details.ts";
import { pairsOf } from "../../analysis/pairs.ts";
import type { Column, Level } from "../../analysis/table.ts";
import { close } from "../support/close.ts";

const people = 400;
const chance = stream(12);
const normal = () => normalQuantile(chance.uniform());
/** In pairs on both sides of 0, so that a parabola has no slope by chance. */
const draws = Array.from({ length: people / 2 }, normal).flatMap((at) =>
  [at, -at].map((x) => ({ x, noise: normal() })),
);

const column = (id: string, level: Level, values: readonly number[]): Column => ({
  id,
  label: id,
  level,
  values: Float64Array.from(values),
});
const measured = (id: string, of: (draw: { x: number; noise: number }) => number) =>
  column(id, "interval", draws.map(of));

const x = measured("x", (draw) => draw.x);
const line = measured("line", (draw) => draw.x + draw.noise);
const bent = measured("bent", (draw) => draw.x ** 2 + draw.noise / 3);
const apart = measured("apart", (draw) => draw.noise);
const cut = (id: string, of: (draw: { x: number; noise: number }) => number) =>
  column(
    id,
    "ordinal",
    draws.map((draw) => Math.max(1, Math.min(5, Math.round(3 + of(draw))))),
  );
const weights = Float64Array.from(draws, () => 0.5 + chance.uniform());
const options = { confidence: 0.95 };
const alarmsOf = (one: Column, other: Column): CheckCode[] =>
  pairDetails(one, other, options).alarms.map(({ code }) => code);

describe("companions", () => {
  test.each([
    ["without weights", {}],
    ["with weights", { weights }],
  ])("%s are the figures of their methods, in the order of the table", (_, weighed) => {
    const pairs = pairsOf(x, line, weighed);
    const { companions: found } = pairDetails(x, line, { ...options, ...weighed });
    expect(found).toEqual(
      companions(x, line).map((method) => ({
        method,
        estimate: methodOf(method).estimate(pairs, 0.95),
      })),
    );
  });

  test("that have no version for weights say so", () => {
    const { companions: found } = pairDetails(x, line, { ...options, weights });
    expect(found.find(({ method }) => method === "xi")?.estimate).toEqual({
      ok: false,
      because: "no weighted version",
    });
  });

  test("of groups come from the side that holds them", () => {
    const group = column(
      "group",
      "binary",
      draws.map((draw) => Number(draw.x > 0.3)),
    );
    const [one, other] = [pairDetails(group, line, options), pairDetails(line, group, options)];
    expect(one.companions).toEqual(other.companions);
    expect(one.companions.map(({ method }) => method)).toContain("rank-biserial");
  });
});

describe("alarms", () => {
  test("a bent relation sets one off, a straight one and none at all do not", () => {
    expect(alarmsOf(x, bent)).toEqual(["bent relation"]);
    expect(alarmsOf(x, line)).toEqual([]);
    expect(alarmsOf(x, apart)).toEqual([]);
  });

  test("a bent relation is seen under weights too, among the people as they answered", () => {
    const { alarms } = pairDetails(x, bent, { ...options, weights });
    expect(alarms).toEqual(pairDetails(x, bent, options).alarms);
  });

  test("a table that no cut bivariate normal could give loses its latent reading", () => {
    const plain = cut("plain", (draw) => draw.x);
    const related = cut("related", (draw) => 0.5 * draw.x + draw.noise);
    // Either in step or as far apart as can be.
    const crossed = column(
      "crossed",
      "ordinal",
      Array.from(plain.values, (answer, i) => (i % 2 ? answer : 6 - answer)),
    );
    expect(alarmsOf(plain, related)).toEqual([]);
    expect(alarmsOf(plain, crossed)).toEqual(["latent reading withheld"]);
    const [check] = pairChecks([plain, crossed], pairsOf(plain, crossed));
    expect(check).toMatchObject({ df: 15, misfit: expect.any(Number) });
  });

  test("a misfit that only many people can see is none", () => {
    const [one, other] = [
      cut("one", (draw) => draw.x),
      cut("other", (draw) => draw.x / 2 + draw.noise),
    ];
    const many = (of: Column) =>
      column(of.id, "ordinal", Array.from({ length: 60 }, () => [...of.values]).flat());
    const pairs = pairsOf(many(one), many(other));
    expect(pairs.n).toBe(24000);
    expect(pairChecks([one, other], pairs).map(({ code }) => code)).toEqual([]);
  });

  test("few expected in a cell of a two by two table, and few in a group", () => {
    const rare = column(
      "rare",
      "binary",
      draws.map((_, i) => Number(i % 80 === 3)),
    );
    const yes = column(
      "yes",
      "binary",
      draws.map((draw) => Number(draw.noise > 0)),
    );
    expect(alarmsOf(rare, yes)).toEqual(["exact test", "few people"]);
    const [check] = pairChecks([rare, yes], pairsOf(rare, yes));
    const count = (r: number, y: number) =>
      draws.filter((_, i) => rare.values[i] === r && yes.values[i] === y).length;
    expect(check).toEqual({
      code: "exact test",
      fisherP: fisherExactP(count(1, 1), count(1, 0), count(0, 1), count(0, 0)),
    });
    expect(alarmsOf(yes, line)).toEqual([]);
  });

  test("speak in one plain sentence or two, without numbers of few people", () => {
    const texts = [pairDetails(x, bent, options)].flatMap(({ alarms }) =>
      alarms.map(({ text }) => text),
    );
    for (const text of texts) expect(text).toMatch(/^[A-Z][^0-9]+\.$/);
  });

  test("keep still where there is nobody", () => {
    const nobody = column(
      "nobody",
      "interval",
      draws.map(() => NaN),
    );
    const { companions: found, alarms } = pairDetails(x, nobody, options);
    expect(found.every(({ estimate }) => !estimate.ok)).toBe(true);
    expect(alarms.map(({ code }) => code)).toEqual(["few people"]);
  });
});

describe("an alarm is set off on one side of its limit only", () => {
  const p = (value: number): Estimate => ({ ok: true, value: 0.05, interval: null, p: value });
  const least = { spearman: p(0.5), "distance-correlation": p(0.4), xi: p(0.0009) };
  const bentBy = (given: Partial<Record<MethodId, Estimate>>, level: Level = "interval") => {
    const estimates: Partial<Record<MethodId, Estimate>> = { ...least, ...given };
    const other = { ...bent, level };
    return pairChecks([x, other], pairsOf(x, other), (id) => estimates[id]!).length;
  };
  const nothing: Estimate = { ok: false, because: "no variation" };

  test("of a bent relation, if one of two coefficients for any shape is clear", () => {
    expect(bentBy({})).toBe(1);
    expect(bentBy({ "distance-correlation": p(0.0009), xi: p(0.4) })).toBe(1);
    expect(bentBy({}, "count")).toBe(1);
    expect(bentBy({}, "ordinal")).toBe(0);
  });

  test.each([
    ["the ranks see something", { spearman: { ...p(0.5), value: 0.1 } as Estimate }],
    ["p is no smaller than its limit", { xi: p(0.001) }],
    ["there is no distance correlation", { "distance-correlation": nothing }],
    ["there is no xi", { xi: nothing, "distance-correlation": p(0.0001) }],
    ["there is no rank correlation", { spearman: nothing }],
  ])("of a bent relation, but not where %s", (_, given) => {
    expect(bentBy(given)).toBe(0);
  });

  const answers = (id: string, of: readonly number[]) => column(id, "ordinal", of);
  const upAndDown = (times: number) => {
    const one = Array.from({ length: 8 * times }, (_, i) => 1 + (i % 4));
    return [
      answers("one", one),
      answers(
        "other",
        one.map((at, i) => (i % 8 < 4 ? at : 5 - at)),
      ),
    ] as const;
  };

  test("of a latent reading, if the misfit is both large and clear", () => {
    const [one, other] = upAndDown(20);
    const [check] = pairChecks([one, other], pairsOf(one, other));
    if (check?.code !== "latent reading withheld") throw new Error("expected the alarm");
    const { statistic, df, misfit } = check;
    close(misfit, Math.sqrt((statistic - df) / (df * 159)), 1e-12);
    const few = upAndDown(2);
    expect(pairChecks(few, pairsOf(...few))).toEqual([]);
  });

  const yesNo = (id: string, of: readonly number[]) => column(id, "binary", of);

  test("of an exact test, if fewer than five are expected somewhere", () => {
    const half = Array.from({ length: 40 }, (_, i) => i % 2);
    const some = (many: number) => half.map((_, i) => Number(i < many));
    const [a, b, c] = [yesNo("a", half), yesNo("b", some(10)), yesNo("c", some(9))];
    const codes = (one: Column, other: Column) =>
      pairChecks([one, other], pairsOf(one, other)).map(({ code }) => code);
    expect(codes(a, b)).toEqual([]);
    expect(codes(a, c)).toEqual(["exact test", "few people"]);
    expect(codes(a, yesNo("all", some(40)))).toEqual([]);
  });

  test("of few people, if a category has fewer than ten, whoever is in an ordered one", () => {
    const group = (id: string, level: Level, many: number) =>
      column(
        id,
        level,
        draws.map((_, i) => Number(i < many)),
      );
    expect(alarmsOf(group("nine", "nominal", 9), line)).toEqual(["few people"]);
    expect(alarmsOf(line, group("nine", "nominal", 9))).toEqual(["few people"]);
    expect(alarmsOf(group("ten", "nominal", 10), line)).toEqual([]);
    expect(alarmsOf(group("answer", "ordinal", 9), line)).toEqual([]);
  });
});
