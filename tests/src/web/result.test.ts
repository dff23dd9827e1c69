/** screening.json against the schema that the API promises: strictly, so that a field nobody described is found. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { result } from "../../../src/web/api/finding-schemas.ts";
import { locationOf, openVisitor, type Visitor } from "./visitor.ts";

interface Answer {
  readonly state: string;
  readonly problem: unknown;
  readonly id: string;
}

describe("the result of the sample campus", () => {
  let visitor: Visitor;
  let study: string;
  let own: object;
  beforeAll(async () => {
    visitor = await openVisitor();
    const plan = locationOf(await visitor.send("/sample", {}));
    study = `/api/v1${plan.replace(/\/plan$/, "")}`;
    own = (await (await send("GET", "/plan")).json()) as object;
  });
  afterAll(() => visitor.leave());

  const send = (method: string, path: string, body?: unknown): Promise<Response> =>
    visitor.ask(`${study}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  /** Computed with what the plan of the sample does not ask for. */
  async function compute(more: Readonly<Record<string, unknown>>): Promise<unknown> {
    expect((await send("PUT", "/plan", { ...own, replicates: 20, ...more })).status).toBe(204);
    const { id } = (await (await send("POST", "/screenings")).json()) as Answer;
    for (;;) {
      const { state, problem } = (await (await send("GET", `/screenings/${id}`)).json()) as Answer;
      if (state === "done") return (await send("GET", `/screenings/${id}/result`)).json();
      expect(problem).toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  let found: Record<string, unknown>;

  test("has the shape that is documented, with groups compared", async () => {
    found = (await compute({ groups: ["firstgen", "MAJfirstcol"] })) as typeof found;
    const parsed = result.safeParse(found);
    expect(parsed.error?.issues ?? []).toEqual([]);
    const { rankings, weighting } = parsed.data!;
    const ranked = rankings.filter((one) => one.ok);
    expect(ranked).toHaveLength(6);
    expect(ranked.flatMap((one) => one.comparisons).length).toBeGreaterThan(0);
    expect(ranked.flatMap((one) => one.stressTest.checks).length).toBeGreaterThan(0);
    expect(weighting).not.toBeNull();
  });

  test("has it with weights raked to margins, too", async () => {
    const margins = [{ variable: "firstgen", people: { 0: 4000, 1: 2000 } }];
    const weighed = await compute({ margins, lessIsBetter: ["economic_mobility"] });
    const parsed = result.safeParse(weighed);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data!.weighting!.misfit).not.toBeNull();
    expect(parsed.data!.plan.margins).toHaveLength(1);
  });

  test("would not have it with one field more", () => {
    expect(result.safeParse({ ...found, more: 1 }).success).toBe(false);
    const [first, ...rest] = found["rankings"] as object[];
    const added = { ...found, rankings: [{ ...first, more: 1 }, ...rest] };
    expect(result.safeParse(added).success).toBe(false);
  });
});
