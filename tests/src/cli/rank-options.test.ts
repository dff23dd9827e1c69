import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rankOptions } from "../../../src/cli/rank-options.ts";
import { rankHelp } from "../../../src/cli/rank-help.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-options-"));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const margin = { variable: "gender", people: { Woman: 5210, Man: 4100 } };
const planOf = async (...words: string[]) =>
  (await rankOptions(["--data", "a.csv", "--out", "report", ...words])).specification.plan;

test("says how people were drawn, what is known of them, and what is compared", async () => {
  const path = file("margins.json", [margin]);
  const plan = await planOf(
    ..."--outcomes happy --strata region --clusters campus --population size".split(" "),
    ..."--response-classes cohort --trim-at 4 --groups gender,first_gen --groups major".split(" "),
    ..."--smallest-group 60 --meaningful 0.2 --less-is-better months --margins".split(" "),
    path,
  );
  expect(plan).toEqual({
    outcomes: ["happy"],
    design: { strata: "region", clusters: "campus", population: "size" },
    responseClasses: "cohort",
    margins: [margin],
    trimAt: 4,
    groups: ["gender", "first_gen", "major"],
    smallestGroup: 60,
    meaningful: 0.2,
    lessIsBetter: ["months"],
  });
});

test("an option replaces what the plan says of the same thing, and nothing else", async () => {
  const path = file("plan.json", {
    outcomes: ["happy"],
    design: { strata: "region", clusters: "campus" },
    margins: [margin],
    groups: ["gender"],
  });
  const plan = await planOf("--plan", path, "--clusters", "class", "--groups", "major");
  expect(plan).toEqual({
    outcomes: ["happy"],
    design: { strata: "region", clusters: "class" },
    margins: [margin],
    groups: ["major"],
  });
});

test("a file of margins that is none is refused by its place", async () => {
  const path = file("wrong.json", [{ variable: "gender", people: { Woman: -1 } }]);
  await expect(planOf("--outcomes", "happy", "--margins", path)).rejects.toMatchObject({
    id: "invalid-plan",
    message: expect.stringContaining("[0].people.Woman"),
  });
});

test.each(["--trim-at", "--smallest-group", "--meaningful"])(
  "%s takes a number",
  async (option) => {
    const asked = planOf("--outcomes", "happy", option, "much");
    await expect(asked).rejects.toMatchObject({ id: "usage" });
  },
);

test("help names every option", () => {
  for (const option of [
    "strata",
    "clusters",
    "population",
    "response-classes",
    "margins",
    "groups",
  ])
    expect(rankHelp).toContain(`--${option} `);
});
