/** What the pages say of rankings and pairs, where there is much to say and where there is nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stream } from "#analysis";
import { locationOf, openVisitor, textOf, type Visitor } from "./visitor.ts";

const people = 400;

/** A mentor goes with satisfaction, a club and a parade with nothing; four rowed; the field has no order. */
function file(): string {
  const source = stream(17);
  const lines = Array.from({ length: people }, (_, i) => {
    const mentor = source.below(2);
    const visits = source.below(6);
    const satisfaction = Math.round(20 + 30 * mentor + 4 * visits + 40 * source.uniform());
    const luck = Math.round(1000 * source.uniform());
    const year = 2019 + source.below(2);
    const rowed = i % 100 === 0 ? "yes" : "no";
    const club = source.below(2) ? "yes" : "no";
    const parade = source.below(2) ? "yes" : "no";
    const field = ["Arts", "Law", "Physics"][source.below(3)];
    return [i, satisfaction, luck, field, mentor ? "yes" : "no", visits, club, parade, rowed, year];
  });
  const head = "id,satisfaction,luck,field,mentor,visits,club,parade,rowed,year";
  return [head, ...lines.map((line) => line.join(","))].join("\n");
}

const plan = {
  outcomes: ["satisfaction", "luck", "field"],
  predictors: ["mentor", "visits", "club", "parade", "rowed"],
  groups: ["year"],
  replicates: 60,
};

describe("the pages of what was found", () => {
  let visitor: Visitor;
  let screening: string;
  beforeAll(async () => {
    visitor = await openVisitor();
    const files = locationOf(await visitor.send("/", { title: "Small" }));
    locationOf(await visitor.upload(files, [{ name: "people.csv", text: file() }]));
    locationOf(await visitor.send(`${files}/preview`, { choice: "confirm" }));
    const study = files.replace(/\/files$/, "");
    const codebook = { variables: [{ id: "year", level: "nominal" }] };
    const put = (path: string, body: unknown) =>
      visitor.ask(`/api/v1${study}${path}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await put("/codebook", codebook)).status).toBe(204);
    expect((await put("/plan", plan)).status).toBe(204);
    screening = locationOf(await visitor.send(`${study}/screenings`, {}));
    while ((await visitor.ask(screening)).status !== 303)
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
  afterAll(() => visitor.leave());

  const findings = (more: Readonly<Record<string, string>> = {}): Promise<string> =>
    visitor.see(`${screening}/findings?${new URLSearchParams(more).toString()}`);
  const pair = async (predictor: string): Promise<string> =>
    textOf(await visitor.see(`${screening}/pair?predictor=${predictor}&outcome=satisfaction`));

  test("begin with what to look at, in words, and say how far it holds", async () => {
    const page = textOf(await findings());
    expect(page).toMatch(/Two things to look at first/);
    expect(page).toMatch(
      /those who did report “satisfaction” [\d.]+ higher than those who did not/,
    );
    expect(page).toMatch(/mentor .*(?:clear priority|likely matters)/);
    expect(page).toMatch(/stays? the (?:first|same) in/);
    expect(page.indexOf("to look at first")).toBeLessThan(page.indexOf("Experiences, ranked"));
  });

  test("draw importance, reach and differences, each with its table", async () => {
    const page = await findings();
    expect([...page.matchAll(/<svg/g)].length).toBe(3);
    for (const head of ["Chance alone", "Tier", "Reach", "Adjusted difference", "Robustness"])
      expect(page, head).toContain(head);
    expect(textOf(page)).toMatch(/Too close to call/);
  });

  test("sort one table and leave the others", async () => {
    const sorted = async (order: string) => {
      const page = await findings({ sort: "evidence-of-experiences.adjusted-difference", order });
      expect([...page.matchAll(/aria-sort="/g)]).toHaveLength(1);
      const [, table] = page.split('<table id="evidence-of-experiences"');
      const rows = table!.split("</table>")[0]!.matchAll(/<th scope="row".*?<\/th>/g);
      return [...rows].map(([row]) => textOf(row).trim());
    };
    const down = await sorted("down");
    expect(down.slice(0, 2)).toEqual(["mentor", "visits"]);
    expect(await sorted("up")).toEqual(down.toReversed());
  });

  test("say that nothing is ranked where all together explain almost nothing", async () => {
    const page = textOf(await findings({ outcome: "luck" }));
    expect(page).toContain("together explain almost nothing");
    expect(page).toContain("ranking not shown");
    expect(page).toContain("Pair by pair");
    expect(page).not.toContain("to look at first");
  });

  test("say that an outcome without an order is not ranked, and why", async () => {
    const page = textOf(await findings({ outcome: "field" }));
    expect(page).toContain("Its categories have no order");
    expect(page).toContain("Pair by pair");
  });

  test("compare groups in three parts that are never mixed", async () => {
    const page = textOf(await findings());
    expect(page).toContain("Between groups of people");
    expect(page).toMatch(/Mean of “satisfaction” by “year”/);
    expect(page).toContain("Took part, or mean place");
  });

  test("a pair shows other measures of it, its standing and its groups", async () => {
    const page = await pair("mentor");
    for (const measure of ["Mean difference", "Hedges' g", "Rank-biserial"])
      expect(page.replaceAll("’", "'"), measure).toContain(measure);
    expect(page).toContain("Among all experiences");
    expect(page).toMatch(/Tier (?:clear priority|likely matters)/);
    expect(page).toMatch(/Adjusted difference [\d.]+ \([\d.]+ to [\d.]+\)/);
    expect(page).toMatch(/Something unmeasured would have to explain/);
    expect(page).toMatch(/mentor by year/);
  });

  test("a pair of few people keeps what would tell how they fare", async () => {
    const page = await pair("rowed");
    expect(page).toContain("Fewer than ten people are in a group");
    expect(page).toContain("suppressed");
    expect(page).not.toMatch(/Mean difference [−\d]/);
  });
});
