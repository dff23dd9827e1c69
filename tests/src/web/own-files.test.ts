import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { run } from "../../../src/cli.ts";
import { reportFiles } from "../../../src/reports/index.ts";
import { campus, compute, plan, planFields } from "./campus-study.ts";
import { locationOf, openVisitor, textOf, type Visitor } from "./visitor.ts";

/** One person's way; each test is the next step of it. */
describe("from own files to a report", () => {
  let visitor: Visitor;
  let study: string;
  let screening: string;
  beforeAll(async () => {
    visitor = await openVisitor();
  });
  afterAll(() => visitor.leave());

  test("the first page offers the sample and own files", async () => {
    const page = textOf(await visitor.see("/"));
    expect(page).toContain("Use your own files");
    expect(page).toContain("Open the sample campus");
  });

  test("a study without a name is asked for one, and nothing is made", async () => {
    const answer = await visitor.send("/", { title: "  " });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/<a href="#title">Give the study a name/);
    expect(await visitor.see("/")).toContain("Where to begin");
  });

  test("a new study teaches what files it needs", async () => {
    study = locationOf(await visitor.send("/", { title: "Class of 2019" })).replace("/files", "");
    expect(textOf(await visitor.see(`${study}/files`))).toContain(
      "files that name the same people",
    );
    expect(locationOf(await visitor.ask(`${study}/data`))).toBe(`${study}/files`);
    expect(locationOf(await visitor.ask(`${study}/plan`))).toBe(`${study}/files`);
  });

  test("uploaded files are shown before they are used", async () => {
    const preview = locationOf(await visitor.upload(`${study}/files`, campus.files));
    const page = textOf(await visitor.see(preview));
    expect(page).toContain("Nothing of this is used until you confirm it");
    expect(page).toMatch(/nsse\.csv nsse/);
    expect(page).toMatch(/engagement\.csv event log/);
    expect(page).toContain("people altogether");
    expect(page).toContain("Ordinal: documented by NSSE");
    expect(locationOf(await visitor.ask(`${study}/data`))).toBe(`${study}/files`);
  });

  test("after a yes they are the data of the study", async () => {
    const data = locationOf(await visitor.send(`${study}/files/preview`, { choice: "confirm" }));
    expect(data).toBe(`${study}/data`);
    const page = textOf(await visitor.see(data));
    expect(page).toContain("Offered for analysis");
    expect(page).toContain("career_satisfaction");
    expect(page).toContain("Set aside");
  });

  test("the same file again says so and changes nothing", async () => {
    const answer = await visitor.upload(`${study}/files`, [campus.files[0]!]);
    const page = textOf(await answer.text());
    expect(page).toContain("nsse.csv is in this study already");
    expect(page).not.toContain("look and confirm");
  });

  test("a plan without an outcome comes back with what was chosen", async () => {
    const fields = planFields({ seed: "4711" }).map(
      ([name, value]) => [name, value === "outcome" ? "none" : value] as const,
    );
    const answer = await visitor.send(`${study}/plan`, fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(/<a href="#roles">Choose at least one outcome/);
    expect(page).toContain('value="4711"');
    expect(page).toContain("Present strengths: mock_interview, career_fair");
  });

  test("a plan that fits is said in a sentence before it is computed", async () => {
    const answer = await visitor.send(`${study}/plan`, planFields());
    const page = textOf(await visitor.see(locationOf(answer)));
    expect(page).toContain("4 experiences and 2 outcomes");
    expect(page).toContain("8 pairs among");
    expect(page).toContain("weighted by weight");
    expect(page).toContain("one of 2 learning outcomes");
    expect(page).toContain("50 bootstrap replicates");
  });

  test("computing leads to findings of each outcome", async () => {
    screening = await compute(visitor, study);
    const page = textOf(await visitor.see(`${screening}/findings`));
    expect(page).toContain("What goes with career_satisfaction");
    expect(page).toContain("Learning outcomes, ranked");
    expect(page.indexOf("Learning outcomes, ranked")).toBeLessThan(
      page.indexOf("Experiences, ranked"),
    );
    const other = await visitor.see(`${screening}/findings?outcome=economic_mobility`);
    expect(other).toContain("What goes with economic_mobility");
    expect(other).toContain("<svg");
  });

  test("every row leads to its pair", async () => {
    const page = await visitor.see(`${screening}/findings?outcome=career_satisfaction`);
    const links = [...page.matchAll(/href="([^"]*\/pair\?[^"]*)"/g)].map(([, to]) =>
      to!.replaceAll("&amp;", "&"),
    );
    expect(new Set(links).size).toBe(plan.predictors.length);
    const pair = textOf(await visitor.see(links.find((to) => to.includes("=SF"))!));
    expect(pair).toContain("people have both values");
    expect(pair).toContain("not joined");
    expect(pair).toContain("covariates held constant");
    expect(pair).toContain("Spearman");
  });

  test("the table sorts by what the address says", async () => {
    const down = await visitor.see(`${screening}/findings?sort=associations.raw&order=down`);
    const up = await visitor.see(`${screening}/findings?sort=associations.raw&order=up`);
    expect(down).toContain('aria-sort="descending"');
    expect(rowsOf(down)).toEqual(rowsOf(up).toReversed());
  });

  test("all pairs stand in one table", async () => {
    const page = await visitor.see(`${screening}/matrix`);
    expect([...page.matchAll(/<td data-tier=/g)]).toHaveLength(8);
  });

  test("the files are, byte for byte, what the command line writes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-same-"));
    const quiet = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockReturnValue(true),
    );
    expect(await commandLineReport(folder)).toBe(0);
    for (const spy of quiet) spy.mockRestore();
    for (const { name } of reportFiles) {
      const answer = await visitor.ask(`${screening}/files/${name}`);
      expect(answer.status, name).toBe(200);
      const here = await answer.text();
      expect(here === readFileSync(join(folder, "report", name), "utf8"), name).toBe(true);
    }
    rmSync(folder, { recursive: true });
  });

  test("when a file goes, what was found stays, and nothing of other data stands beside it", async () => {
    const page = await visitor.see(`${study}/files`);
    const [, id] = /name="file" value="([^"]+)"[^>]*\/><button[^>]*Remove engagement/.exec(page)!;
    locationOf(await visitor.send(`${study}/files/remove`, { file: id! }));
    expect((await visitor.ask(`${screening}/findings`)).status).toBe(200);
    const pair = `${screening}/pair?predictor=SF&outcome=career_satisfaction`;
    expect((await visitor.ask(pair)).status).toBe(409);
    expect((await visitor.ask(`${screening}/files/data.csv`)).status).toBe(409);
    expect((await visitor.ask(`${screening}/files/screening.json`)).status).toBe(200);
    expect((await visitor.ask(`${study}/plan`)).status).toBe(200);
  });

  test("a removed study is gone with everything in it", async () => {
    expect(locationOf(await visitor.send(`${study}/remove`, {}))).toBe(study);
    expect(locationOf(await visitor.send(`${study}/remove`, { sure: "yes" }))).toBe("/");
    for (const path of [study, `${study}/files`, `${screening}/findings`])
      expect((await visitor.ask(path)).status).toBe(404);
  });
});

/** The same files and plan, as somebody at a terminal gives them. */
async function commandLineReport(folder: string): Promise<number> {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const settings = {
    method: "by level",
    confidence: 0.95,
    minimumPairs: 10,
    replicates: 50,
    seed: 7,
  };
  const clos = [
    { id: "clo-1", statement: "Present strengths", evidence: ["mock_interview", "career_fair"] },
    { id: "clo-2", statement: "Apply learning at work", evidence: ["intern_done"] },
  ];
  return run([
    "rank",
    ...campus.files.flatMap(({ name, text }) => ["--data", write(name, text)]),
    "--plan",
    write("plan.json", JSON.stringify({ ...plan, ...settings })),
    "--clos",
    write("clos.json", JSON.stringify(clos)),
    "--out",
    join(folder, "report"),
  ]);
}

const rowsOf = (page: string): string[] => {
  const table = /<table id="associations">[\s\S]*?<\/table>/.exec(page)![0];
  return [...table.matchAll(/<th scope="row"[\s\S]*?<\/th>/g)].map(([row]) => textOf(row).trim());
};
