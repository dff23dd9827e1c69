/** What every file of a report must hold to, and what each says in particular. */
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { asNumbers, columnOf, release, type Released, type Screening } from "#analysis";
import { reportFiles } from "../../../src/reports/index.ts";
import type { Study } from "../../../src/studies/study.ts";
import { sampleStudy } from "./sample.ts";

let study: Study;
let released: Released<Screening>;
let texts: ReadonlyMap<string, string>;
let again: ReadonlyMap<string, string>;

async function renderAll(of: Study): Promise<ReadonlyMap<string, string>> {
  const gated = release(of.screening);
  const made = new Map<string, string>();
  for (const file of reportFiles) made.set(file.name, await file.render(of, gated));
  return made;
}

beforeAll(async () => {
  study = await sampleStudy();
  released = release(study.screening);
  texts = await renderAll(study);
  again = await renderAll(await sampleStudy());
});

describe.each(reportFiles)("$name", ({ name, about }) => {
  test("is the same to the byte for the same study, run again", () => {
    expect(again.get(name)).toBe(texts.get(name));
  });

  test("ends with a line feed and has no carriage return, byte mark or NaN", () => {
    expect(texts.get(name)).toMatch(/\n$/);
    expect(texts.get(name)).not.toMatch(/\r|^\uFEFF|\bNaN\b|\bundefined\b/);
  });

  test("claims no reason for an association, in whatever names people gave their variables", () => {
    let words = `${about} ${texts.get(name)!}`;
    for (const { label, id } of study.assembly.table.columns.values())
      words = words.replaceAll(label, "").replaceAll(id, "");
    const banned =
      /\bimpacts?\b|\bdrivers?\b|\bleads? to\b|\bcaus(?:es?|ed|ing)\b|(?<!design )\beffects?\b/gi;
    expect(words.match(banned) ?? []).toEqual([]);
  });

  test("names nobody", () => {
    const ids = study.assembly.ids.filter((id) => id.length > 4);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id) => texts.get(name)!.includes(id))).toEqual([]);
  });
});

test("files of figures hold none that rests on fewer than ten people", async () => {
  const [first, ...rest] = study.screening.associations;
  const secret = { ok: true, value: 0.7654321, interval: null, p: 0.0123456 } as const;
  const few = { ...first!, raw: secret, n: 9, effectiveN: 8.7654321, adjusted: null };
  const made = await renderAll({
    ...study,
    screening: { ...study.screening, associations: [few, ...rest] },
  });
  for (const { name, holds } of reportFiles)
    if (holds === "figures") expect(made.get(name), name).not.toMatch(/7654321|0\.0123456|0\.77\b/);
  expect(made.get("associations.csv")).toMatch(/^[^\n]*\n[^\n]*,suppressed,/);
});

describe("associations.csv", () => {
  const header =
    "predictor,predictor_label,outcome,outcome_label,method,estimate,ci_low,ci_high,p,p_holm,q_bh,n," +
    "effective_n,adjusted_method,adjusted_estimate,adjusted_ci_low,adjusted_ci_high,adjusted_p," +
    "adjusted_p_holm,adjusted_n,unadjusted_same_people,sign_flip,shortfall,adjusted_shortfall,rule,cautions";

  test("keeps its columns, in this order", () => {
    expect(texts.get("associations.csv")!.split("\n")[0]).toBe(header);
  });

  test("gives back every figure of every pair to the last bit", () => {
    const rows = parse("associations.csv");
    expect(rows).toHaveLength(released.associations.length);
    released.associations.forEach(({ raw, adjusted, pHolm, qBh, n, effectiveN }, i) => {
      const row = rows[i]!;
      const numbers = (names: string) => names.split(" ").map((name) => number(row[name]!));
      const of = (estimate: typeof raw | undefined) =>
        estimate?.ok
          ? [
              estimate.value,
              estimate.interval?.low ?? null,
              estimate.interval?.high ?? null,
              estimate.p,
            ]
          : [null, null, null, null];
      expect(numbers("estimate ci_low ci_high p")).toEqual(of(raw));
      expect(numbers("p_holm q_bh n effective_n")).toEqual([pHolm, qBh, n, effectiveN]);
      expect(
        numbers("adjusted_estimate adjusted_ci_low adjusted_ci_high adjusted_p adjusted_n"),
      ).toEqual([...of(adjusted?.estimate), adjusted?.n ?? null]);
    });
  });
});

test("rankings.csv has every ranked thing once, most important first", () => {
  const rows = parse("rankings.csv");
  const expected = released.rankings.flatMap((ranking) =>
    ranking.ok
      ? ranking.ranked.map(({ id, importance }): Line => [id, importance])
      : [["", null] satisfies Line],
  );
  expect(rows.map(({ id, importance }) => [id, number(importance!)])).toEqual(expected);
});

test("screening.json holds the plan, the fingerprint, the seed and every figure", () => {
  const json = JSON.parse(texts.get("screening.json")!);
  expect(json).toMatchObject({
    engine: released.engine,
    seed: released.plan.seed,
    dataset: released.dataset,
    plan: JSON.parse(JSON.stringify(released.plan)),
  });
  expect(json.associations).toEqual(JSON.parse(JSON.stringify(released.associations)));
  expect(json.rankings).toEqual(JSON.parse(JSON.stringify(released.rankings)));
});

describe("data.csv", () => {
  test("has the numbers as they were analysed, in an order that tells nothing", () => {
    const rows = parse("data.csv");
    const { table } = study.assembly;
    expect(rows).toHaveLength(table.rows);
    for (const id of Object.keys(rows[0]!)) {
      const written = rows.map((row) => number(row[id]!) ?? NaN);
      expect(written.sort(ascending), id).toEqual(
        [...asNumbers(columnOf(table, id))].sort(ascending),
      );
    }
    const lines = texts.get("data.csv")!.trimEnd().split("\n").slice(1);
    expect(lines).toEqual(lines.toSorted());
  });

  test("has the columns of the plan and no other", () => {
    const { outcomes, predictors, covariates, weight } = released.plan;
    const asked = [...outcomes, ...predictors, ...covariates, weight!];
    expect(Object.keys(parse("data.csv")[0]!)).toEqual(expect.arrayContaining(asked));
    expect(texts.get("data.csv")!.split("\n")[0]).not.toMatch(/student_?id/i);
  });
});

type Line = [id: string, importance: number | null];

const parse = (name: string) =>
  Papa.parse<Record<string, string>>(texts.get(name)!, { header: true, skipEmptyLines: true }).data;
const number = (cell: string): number | null => (cell === "" ? null : Number(cell));
const ascending = (a: number, b: number) =>
  Number.isNaN(a) || Number.isNaN(b) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : a - b;
