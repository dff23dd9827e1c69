import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planFields, takeInCampus } from "./campus-study.ts";
import { locationOf, openVisitor, type Visitor } from "./visitor.ts";

describe("a screening under way", () => {
  let visitor: Visitor;
  let study: string;
  beforeAll(async () => {
    visitor = await openVisitor();
    study = await takeInCampus(visitor);
    locationOf(await visitor.send(`${study}/plan`, planFields({ replicates: "100000" })));
  });
  afterAll(() => visitor.leave());

  const start = async (): Promise<string> =>
    locationOf(await visitor.send(`${study}/screenings`, {}));
  const cancel = (screening: string) => visitor.send(screening, {});

  test("is one, however often the button is pressed", async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second).toBe(first);
    expect(await start()).toBe(first);
    await cancel(first!);
  });

  test("says how far it is, and asks again by itself until it has ended", async () => {
    const screening = await start();
    const until = async (holds: RegExp): Promise<string> => {
      for (let tries = 0; tries < 200; tries++) {
        const page = await visitor.see(screening);
        if (holds.test(page)) return page;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${holds} was never seen`);
    };
    expect(await until(/[\d,]+ of 400,000, \d+\u00a0%/)).toContain("Replicates of the ranking");
    const page = await until(/%; [\d,]+ a (?:second|minute), .+ left in this step/);
    expect(page).toMatch(/<progress value="\d+" max="400000"/);
    expect(page).toMatch(/<title>Computing, \d+\u00a0% /);
    expect(page).toContain('http-equiv="refresh"');
    const told = (await (await visitor.ask(`/api/v1${screening}`)).json()) as Told;
    expect(told.share).toBeCloseTo(told.done / 400_000, 12);
    expect(told.perSecond).toBeGreaterThan(0);
    expect(told.secondsLeft).toBeCloseTo((400_000 - told.done) / told.perSecond, 6);
    await cancel(screening);
    expect(await until(/Cancelled/)).not.toContain('http-equiv="refresh"');
  });

  test("once cancelled, can be begun again", async () => {
    const first = await start();
    await cancel(first);
    const second = await start();
    expect(second).not.toBe(first);
    await cancel(second);
  });

  test("that fails says why", async () => {
    const { send, see, ask } = visitor;
    locationOf(await send(`${study}/plan`, planFields({ replicates: "20" })));
    const page = await see(`${study}/files`);
    const [, alumni] = /name="file" value="([^"]+)"[^>]*\/><button[^>]*Remove alumni/.exec(page)!;
    locationOf(await send(`${study}/files/remove`, { file: alumni! }));
    const screening = await start();
    for (let tries = 0; (await (await ask(screening)).text()).includes("refresh"); tries++) {
      expect(tries).toBeLessThan(200);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const ended = await see(screening);
    expect(ended).toContain("The findings could not be computed");
    expect(ended).toContain("career_satisfaction");
  });

  test("of another study is not found, and a study without files has none", async () => {
    const other = locationOf(await visitor.send("/", { title: "Other" })).replace("/files", "");
    const screening = await start();
    const foreign = screening.replace(study, other);
    expect((await visitor.ask(foreign)).status).toBe(404);
    expect((await visitor.ask(`${foreign}/findings`)).status).toBe(404);
    expect((await cancel(foreign)).status).toBe(404);
    expect((await visitor.send(`${other}/screenings`, {})).status).toBe(422);
  });
});

interface Told {
  readonly done: number;
  readonly share: number;
  readonly perSecond: number;
  readonly secondsLeft: number;
}
