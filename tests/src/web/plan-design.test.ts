/** A plan that says how people were drawn: through the form, to the findings, and through the API. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { screeningIn } from "../../../src/reports/screening-json.ts";
import { compute, planFields, takeInCampus } from "./campus-study.ts";
import { locationOf, openVisitor, textOf, type Visitor } from "./visitor.ts";

let visitor: Visitor;
let study: string;
beforeAll(async () => {
  visitor = await openVisitor();
  study = await takeInCampus(visitor);
});
afterAll(() => visitor.leave());

const margins = "graduation_year: 2019 = 700, 2020 = 500";
const design: [string, string][] = [
  ["strata", "graduation_year"],
  ["margins", margins],
  ["groups", "firstgen"],
  ["lessIsBetter", "economic_mobility"],
];

test("the form folds the design away, and needs no script for it", async () => {
  const page = await visitor.see(`${study}/plan`);
  expect(page).toMatch(/<details><summary>How people were drawn/);
  expect(page).toMatch(/<select id="strata" name="strata"[^>]*>/);
  expect(page).toMatch(/<select id="groups" name="groups"[^>]*multiple/);
});

test("margins that cannot be read, or name a category that is none, come back as typed", async () => {
  const typed = await visitor.send(`${study}/plan`, [...planFields(), ["margins", "gender"]]);
  expect(typed.status).toBe(422);
  expect(await typed.text()).toMatch(/<a href="#margins">Line 1 of the margins cannot be read/);
  const wrong = "graduation_year: 2019 = 700, 3020 = 500\nMAJfirstcol: Busines = 4";
  const named = await visitor.send(`${study}/plan`, [...planFields(), ["margins", wrong]]);
  expect(named.status).toBe(422);
  const page = await named.text();
  expect(textOf(page)).toContain('"Busines" is no category of "MAJfirstcol"');
  expect(page).toContain("3020 = 500");
});

test("an outcome cannot be a stratum", async () => {
  const fields: [string, string][] = [...planFields(), ["strata", "economic_mobility"]];
  const answer = await visitor.send(`${study}/plan`, fields);
  expect(answer.status).toBe(422);
  expect(textOf(await answer.text())).toContain("named twice: as outcome and as strata");
});

test("a design is said in a sentence, kept in the form, and in the findings", async () => {
  locationOf(await visitor.send(`${study}/plan`, [...planFields(), ...design]));
  const page = await visitor.see(`${study}/plan`);
  expect(textOf(page)).toContain("drawn in strata of graduation_year");
  expect(textOf(page)).toContain("raked to what is known of graduation_year");
  expect(textOf(page)).toContain("compared between the groups of");
  expect(page).toMatch(/<details open[^>]*><summary>How people were drawn/);
  expect(page).toContain(margins);
  const screening = await compute(visitor, study);
  const file = await visitor.ask(`${screening}/files/screening.json`);
  const result = screeningIn(await file.text());
  expect(result.plan.design).toEqual({
    strata: "graduation_year",
    clusters: null,
    population: null,
  });
  expect(result.plan.margins).toEqual([
    {
      variable: "graduation_year",
      people: [
        { code: 2019, people: 700 },
        { code: 2020, people: 500 },
      ],
    },
  ]);
  expect(result.weighting).toMatchObject({ strata: 2, single: 0 });
  expect(result.weighting!.misfit).toBeLessThan(1e-8);
});

test("margins that the answers cannot meet are refused by name when computing", async () => {
  const unmet = [...planFields(), ["margins", "graduation_year: 2019 = 700, 2020 = 500, 2031 = 9"]];
  locationOf(await visitor.send(`${study}/plan`, unmet as [string, string][]));
  const screening = locationOf(await visitor.send(`${study}/screenings`, {}));
  let page = "";
  for (let tries = 0; tries < 200 && !page.includes("Nobody in the sample"); tries++) {
    page = textOf(await (await visitor.ask(screening)).text());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(page).toContain('Nobody in the sample is in "2031" of "graduation_year"');
});
