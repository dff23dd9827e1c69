import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveCodebook } from "../../../src/db/studies.ts";
import { compute } from "./campus-study.ts";
import { locationOf, openVisitor, textOf, type Visitor } from "./visitor.ts";

describe("the first minutes", () => {
  let visitor: Visitor;
  let study: string;
  beforeAll(async () => {
    visitor = await openVisitor();
  });
  afterAll(() => visitor.leave());

  test("one button leads to a sample campus with a plan", async () => {
    const plan = locationOf(await visitor.send("/sample", {}));
    study = plan.replace(/\/plan$/, "");
    const page = textOf(await visitor.see(plan));
    expect(page).toContain("12 experiences and 3 outcomes");
    expect(page).toContain("6 learning outcomes");
    expect(await visitor.see("/")).toContain("Sample campus");
  });

  test("a second button computes its findings, while pages stay quick", async () => {
    const screening = locationOf(await visitor.send(`${study}/screenings`, {}));
    const page = await visitor.see(screening);
    expect(page).toMatch(/<meta http-equiv="refresh" content="2"/);
    const slowest = await slowestAnswer(visitor, 40);
    expect(slowest).toBeLessThan(500);
    locationOf(await visitor.send(screening, {}));
    const cancelled = await visitor.see(screening);
    expect(cancelled).toContain("Cancelled");
    expect(cancelled).not.toContain('http-equiv="refresh"');
  });

  test("the findings name what was planted, learning outcomes first", async () => {
    const screening = await compute(visitor, study);
    const page = textOf(await visitor.see(`${screening}/findings`));
    expect(page).toMatch(/Revise a career plan with mentors/);
    expect(page.indexOf("Learning outcomes, ranked")).toBeLessThan(
      page.indexOf("Experiences, ranked"),
    );
    expect(page).toContain("Too close to call");
  });

  test("a codebook that no longer fits is said, and can be forgotten", async () => {
    const variables = [{ id: "gone", label: "Gone" }];
    await saveCodebook(visitor.db.write, study.split("/").at(-1)!, { variables });
    const answer = await visitor.ask(`${study}/data`);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain("Forget all changes");
    locationOf(await visitor.send(`${study}/data`, { choice: "forget" }));
    expect((await visitor.ask(`${study}/data`)).status).toBe(200);
  });
});

async function slowestAnswer(visitor: Visitor, times: number): Promise<number> {
  let slowest = 0;
  for (let time = 0; time < times; time++) {
    const from = performance.now();
    await visitor.ask("/healthz");
    slowest = Math.max(slowest, performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return slowest;
}
