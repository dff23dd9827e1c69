/** Instruments as files, in and out; what is refused is said by name and not kept. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codebook, definition } from "../answer/survey.ts";
import { locationOf, openVisitor, textOf, type Visitor } from "../visitor.ts";

describe("a survey as a file", () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await openVisitor();
  });
  afterAll(() => visitor.leave());

  const bring = async (text: string, name = "survey.json") => {
    const answer = await visitor.upload("/surveys/import", [{ name, text }], "file");
    const html = await answer.text();
    return { status: answer.status, html, text: textOf(html) };
  };
  const instruments = () => visitor.db.read.selectFrom("instruments").select("title").execute();
  const hidden = (html: string, name: string): string =>
    textOf(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!);
  const make = async (html: string, title: string): Promise<string> =>
    locationOf(
      await visitor.send("/surveys/new", {
        title,
        definition: hidden(html, "definition"),
        codebook: hidden(html, "codebook"),
      }),
    );

  test("of SurveyJS tells what became of each question, and is kept after a yes", async () => {
    const pages = [
      {
        name: "one",
        elements: [
          { type: "text", name: "job", title: "Your <job>" },
          { type: "signaturepad", name: "sign", title: "Sign here" },
        ],
      },
    ];
    const seen = await bring(JSON.stringify({ title: "Old survey", pages }));
    expect(seen.status).toBe(200);
    expect(seen.text).toContain("1 refused, 0 changed, 1 taken");
    expect(seen.text).toMatch(/sign Refused .*job Taken/);
    expect(await instruments()).toEqual([]);
    const instrument = await make(seen.html, "Old survey");
    expect(await visitor.see(`${instrument}/versions/draft/survey.json`)).toContain("Your <job>");
    expect(await instruments()).toEqual([{ title: "Old survey" }]);
    const draft = /name="draft" value="([^"]+)"/.exec(await visitor.see(instrument))![1]!;
    const refused = await visitor.send(`${instrument}/publish`, { draft });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain("Write your own in the codebook, then publish");
  });

  test("of ours has definition and codebook together, and comes back the same", async () => {
    const seen = await bring(JSON.stringify({ definition, codebook }));
    const instrument = await make(seen.html, "Five years on");
    const file = async (name: string): Promise<unknown> =>
      JSON.parse(await visitor.see(`${instrument}/versions/draft/${name}`));
    expect(await file("survey.json")).toEqual(definition);
    expect(await file("codebook.json")).toEqual(codebook);
  });

  test("of ours that cannot be read says by name what is in the way", async () => {
    const wrong = { ...codebook, items: { ...codebook.items, nothing: { label: "Nothing" } } };
    const seen = await bring(JSON.stringify({ definition, codebook: wrong }));
    expect(seen.status).toBe(422);
    expect(seen.text).toMatch(/codebook\.items\.nothing/);
    expect(seen.html).not.toContain("Make the instrument");
  });

  test.each([
    ["words", "Dear all, here is the survey."],
    ["an empty file", ""],
    ["JSON that is no survey", '{"a": 1}'],
  ])("that is %s is refused on the page it was sent from", async (_, text) => {
    const seen = await bring(text, "notes.txt");
    expect(seen.status).toBe(422);
    expect(seen.text).toContain("notes.txt");
    expect(seen.text).toContain("New instrument");
  });

  test("that was forgotten is asked for", async () => {
    const answer = await visitor.upload("/surveys/import", [{ name: "", text: "" }], "file");
    expect(answer.status).toBe(400);
    expect(textOf(await answer.text())).toContain("No file was chosen");
  });

  describe("into a draft", () => {
    let instrument: string;
    beforeAll(async () => {
      const documents = {
        definition: JSON.stringify(definition),
        codebook: JSON.stringify(codebook),
      };
      instrument = locationOf(await visitor.send("/surveys/new", { title: "Draft", ...documents }));
    });
    const take = (text: string) =>
      visitor.upload(`${instrument}/file`, [{ name: "a.json", text }], "file");
    const stored = () => visitor.see(`${instrument}/versions/draft/codebook.json`);

    test("a codebook takes the place of the codebook alone", async () => {
      const next = { ...codebook, consent: { version: "2027-1", text: "Agreed?" } };
      locationOf(await take(`\uFEFF${JSON.stringify(next)}`));
      expect(await stored()).toContain("2027-1");
      expect(await visitor.see(`${instrument}/versions/draft/survey.json`)).toContain(
        "Do you work?",
      );
    });

    test("what does not fit is shown in the form and not stored", async () => {
      const answer = await take(
        JSON.stringify({ consent: { version: "3", text: "x" }, items: {} }),
      );
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain('<a href="#codebook">');
      expect(textOf(html)).toContain("Nothing was stored");
      expect(await stored()).toContain("2027-1");
    });
  });

  describe("of a version", () => {
    let instrument: string;
    beforeAll(async () => {
      const titled = { ...definition, title: "<b>Bold</b> & 'quoted'" };
      const documents = { definition: JSON.stringify(titled), codebook: JSON.stringify(codebook) };
      instrument = locationOf(await visitor.send("/surveys/new", { title: "Files", ...documents }));
      const draft = /name="draft" value="([^"]+)"/.exec(await visitor.see(instrument))![1]!;
      locationOf(await visitor.send(`${instrument}/publish`, { draft }));
    });

    test.each([
      ["survey.json", "application/json"],
      ["codebook.json", "application/json"],
      ["codebook.html", "text/html"],
      ["codebook.md", "text/markdown"],
      ["codebook.xml", "application/xml"],
    ])("%s is a download that can do nothing in a browser", async (name, type) => {
      const answer = await visitor.ask(`${instrument}/versions/1/${name}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
      expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
      expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
      const text = await answer.text();
      if (/html|xml/.test(type)) expect(text).not.toContain("<b>Bold");
    });

    test("says its number and its day, a draft does not", async () => {
      const ddi = await visitor.see(`${instrument}/versions/1/codebook.xml`);
      expect(ddi).toMatch(/<version [^>]*date="\d{4}-\d\d-\d\d"[^>]*>1<\/version>/);
      locationOf(await visitor.send(instrument, { choice: "begin" }));
      expect(await visitor.see(`${instrument}/versions/draft/codebook.xml`)).not.toContain(
        "<version",
      );
    });

    test("that is not there is not found", async () => {
      for (const path of [
        "versions/2/survey.json",
        "versions/1/other.json",
        "preview/9",
        "paths?version=9",
      ])
        expect((await visitor.ask(`${instrument}/${path}`)).status, path).toBe(404);
    });
  });
});
