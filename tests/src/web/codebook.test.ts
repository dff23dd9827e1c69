import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { locationOf, openVisitor, textOf, type Visitor } from "./visitor.ts";

const rows = Array.from({ length: 60 }, (_, i) => {
  const happy = i % 20 === 0 ? 99 : 1 + (i % 5);
  return `${i},${happy},${["low", "middle", "high"][i % 3]},${20_000 + 500 * i},${["Arts", "Law"][i % 2]}`;
});
const file = { name: "alumni.csv", text: `id,happy,rung,pay,field\n${rows.join("\n")}\n` };

describe("what the data are, put right by a person", () => {
  let visitor: Visitor;
  let study: string;
  beforeAll(async () => {
    visitor = await openVisitor();
    const files = locationOf(await visitor.send("/", { title: "Codebook" }));
    await visitor.upload(files, [file]);
    await visitor.send(`${files}/preview`, { choice: "confirm" });
    study = files.replace(/\/files$/, "");
  });
  afterAll(() => visitor.leave());

  const page = async (id: string): Promise<string> =>
    visitor.see(`${study}/data/variable?id=${id}`);
  const lines = (
    ...cells: (readonly [cell: string, means: string, code: string, text: string])[]
  ) =>
    cells.flatMap(([cell, means, code, text]) => [
      ["cell", cell] as const,
      ["means", means] as const,
      ["code", code] as const,
      ["text", text] as const,
    ]);

  test("the page of a variable shows level, rule, answers and codes", async () => {
    const shown = textOf(await page("rung"));
    expect(shown).toContain("What the cells mean");
    for (const cell of ["low", "middle", "high"]) expect(shown).toContain(cell);
  });

  test("a category can get an order, codes and labels", async () => {
    const form = [
      ["label", "Rung of the ladder"],
      ["level", "ordinal"],
      ["use", "offered"],
      ...lines(
        ["low", "answer", "1", "Lower rung"],
        ["middle", "answer", "2", "Middle rung"],
        ["high", "answer", "3", "Higher rung"],
        ["", "not applicable", "", ""],
      ),
    ] as const;
    const answer = await visitor.send(`${study}/data/variable?id=rung`, form);
    const data = textOf(await visitor.see(locationOf(answer)));
    expect(data).toContain(
      "Rung of the ladder rung ordinal 1 Lower rung, 2 Middle rung, 3 Higher rung",
    );
    expect(await (await visitor.ask(`${study}/codebook.json`)).json()).toMatchObject({
      variables: expect.arrayContaining([
        expect.objectContaining({ id: "rung", level: "ordinal", label: "Rung of the ladder" }),
      ]),
    });
  });

  test("a cell can be said to mean no answer", async () => {
    expect(textOf(await page("happy"))).toContain("Cells are read as numbers");
    const form = [
      ["label", "happy"],
      ["level", "ordinal"],
      ["use", "offered"],
      ["cell", "99"],
      ["means", "refused"],
    ] as const;
    locationOf(await visitor.send(`${study}/data/variable?id=happy`, form));
    expect(textOf(await visitor.see(`${study}/data`))).toContain("99: refused");
  });

  test("a code that is no number is said beside its field, with everything kept", async () => {
    const form = [
      ["label", "Rung, again"],
      ["level", "ordinal"],
      ["use", "offered"],
      ...lines(["low", "answer", "1", "Bottom"], ["middle", "answer", "two", "Mid"]),
    ] as const;
    const answer = await visitor.send(`${study}/data/variable?id=rung`, form);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(/<a href="#code-1">“middle” needs a whole number/);
    expect(html).toMatch(/<input id="code-1"[^>]*value="two"[^>]*aria-invalid="true"/);
    for (const kept of ["Rung, again", "Bottom", "Mid"]) expect(html).toContain(`value="${kept}"`);
    expect(textOf(await visitor.see(`${study}/data`))).toContain("Rung of the ladder");
  });

  test("what the cells contradict is refused with their lines", async () => {
    const form = [
      ["label", "field"],
      ["level", "interval"],
      ["use", "offered"],
      ...lines(["Arts", "answer", "1", "Arts"]),
    ] as const;
    const answer = await visitor.send(`${study}/data/variable?id=field`, form);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toMatch(/Law/);
    expect((await visitor.ask(`${study}/data`)).status).toBe(200);
  });

  test("a variable can be set aside, and offered again", async () => {
    const aside = [
      ["label", "pay"],
      ["level", "interval"],
      ["use", "aside"],
    ] as const;
    locationOf(await visitor.send(`${study}/data/variable?id=pay`, aside));
    expect(await visitor.see(`${study}/plan`)).not.toContain('value="pay"');
    const back = await visitor.send(`${study}/data/variable?id=pay`, { choice: "forget" });
    locationOf(back);
    expect(await visitor.see(`${study}/plan`)).toContain('value="pay"');
  });

  test("the codebook goes out as a file and comes back as one", async () => {
    const text = await (await visitor.ask(`${study}/codebook.json`)).text();
    locationOf(await visitor.send(`${study}/data`, { choice: "forget" }));
    expect(textOf(await visitor.see(`${study}/data`))).not.toContain("Rung of the ladder");
    const upload = (sent: string) =>
      visitor.upload(`${study}/data/codebook`, [{ name: "codebook.json", text: sent }], "codebook");
    locationOf(await upload(text));
    expect(textOf(await visitor.see(`${study}/data`))).toContain("Rung of the ladder");
    const broken = await upload('{"variables":[{"id":"rung","level":"up"}]}');
    expect(broken.status).toBe(422);
    expect(textOf(await broken.text())).toContain("codebook.json");
    const unknown = await upload('{"variables":[{"id":"rang","label":"x"}]}');
    expect(textOf(await unknown.text())).toContain("rung");
    expect(textOf(await visitor.see(`${study}/data`))).toContain("Rung of the ladder");
  });

  test("a variable that no file has is not found", async () => {
    expect((await visitor.ask(`${study}/data/variable?id=nothing`)).status).toBe(404);
    expect((await visitor.ask(`${study}/data/variable?id=__proto__`)).status).toBe(404);
  });
});
