/** Rosters and links, refusals, and what an anonymous wave does not tell. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createInstrument, publishDraft } from "../../../../src/db/instruments.ts";
import { surveyPages } from "../../../../src/web/surveys/index.ts";
import { begun, respondent } from "../answer/respondent.ts";
import { codebook, definition } from "../answer/survey.ts";
import { locationOf, openVisitor, textOf, type Visitor } from "../visitor.ts";

describe("a wave", () => {
  let visitor: Visitor;
  let instrument: string;
  beforeAll(async () => {
    visitor = await openVisitor({ config: { publicUrl: "https://ask.example.edu" } });
    instrument = await createInstrument(visitor.db.write, {
      title: "Alumni",
      definition: JSON.stringify(definition),
      codebook: JSON.stringify(codebook),
    });
    await publishDraft(visitor.db.write, instrument);
  });
  afterAll(() => visitor.leave());

  const begin = async (more: Readonly<Record<string, string>> = {}): Promise<string> => {
    const times = { opens: "2026-01-01T09:00", closes: "", grace: "7" };
    const fields = { instrument, title: "Spring", who: "named", ...times, ...more };
    return locationOf(await visitor.send("/waves/new", fields));
  };
  const invite = (wave: string, text: string, idColumn?: string) => {
    const body = new FormData();
    if (idColumn !== undefined) body.append("idColumn", idColumn);
    body.append("roster", new Blob([text]), "people.csv");
    const headers = { origin: "http://localhost:4080", "sec-fetch-site": "same-origin" };
    return visitor.ask(`${wave}/roster`, { method: "POST", headers, body });
  };
  const see = async (path: string): Promise<string> => textOf(await visitor.see(path));

  describe("that is anonymous", () => {
    let wave: string;
    let links: string;
    beforeAll(async () => {
      wave = await begin({ who: "anonymous" });
    });

    test("says before the upload that its links come once", async () => {
      const page = await see(wave);
      expect(page).toContain("The links come once, as a file, when you send the roster");
      expect(page).toContain("Invite them and download the links");
    });

    test("answers the roster with the links, at the public address", async () => {
      const rows = Array.from({ length: 12 }, (_, i) => `p${i},2020\n`).join("");
      const answer = await invite(wave, `person_id,year\n${rows}`);
      expect(answer.headers.get("content-disposition")).toBe(
        'attachment; filename="links-spring.csv"',
      );
      links = await answer.text();
      expect(links.match(/https:\/\/ask\.example\.edu\/s\/[\w-]{22}/g)).toHaveLength(12);
    });

    test("never gives them again", async () => {
      const again = await visitor.send(`${wave}/links`, {});
      expect(again.status).toBe(404);
      expect(textOf(await again.text())).toContain("given out once");
      const same = await invite(wave, "person_id,year\np1,2020\n");
      expect(await see(locationOf(same))).toContain("0 people were invited. 1 had a link before");
    });

    test("counts who answered, never by a column of the roster", async () => {
      const [token] = /(?<=\/s\/)[\w-]{22}/.exec(links)!;
      const person = respondent(visitor);
      await person.send(await begun(visitor, token), { job: "full" });
      const page = await see(`${wave}?group=year`);
      expect(page).toMatch(/Started 1 .*Partial 1 /);
      expect(page).toContain("nothing stored says who of the roster has answered");
      expect(page).not.toMatch(/2020 12/);
    });
  });

  describe("with a roster", () => {
    let wave: string;
    beforeAll(async () => {
      wave = await begin();
    });
    const refused = async (answer: Promise<Response>, status = 422): Promise<string> => {
      const found = await answer;
      expect(found.status).toBe(status);
      return textOf(await found.text());
    };

    test("of which two columns look like ids takes the one that is named", async () => {
      const text = "student_id,alumni_id,year\na,1,2020\n";
      expect(await refused(invite(wave, text))).toContain("student_id, alumni_id");
      locationOf(await invite(wave, text, "alumni_id"));
      const links = await (await visitor.send(`${wave}/links`, {})).text();
      expect(links).toMatch(/^person_id,student_id,year,link\n1,a,2020,https:/);
    });

    test("whose id column is not there says so", async () => {
      expect(await refused(invite(wave, "id\na\n", "nothing"))).toContain("nothing");
    });

    test("that is no CSV says where", async () => {
      expect(await refused(invite(wave, "id,a\nx,1,2\n"))).toMatch(/people\.csv 2/);
    });

    test("without a file asks for one", async () => {
      const empty = visitor.upload(`${wave}/roster`, [{ name: "", text: "" }], "roster");
      expect(await refused(empty, 400)).toContain("No file was chosen");
      expect(await refused(visitor.send(`${wave}/roster`, { roster: "a" }), 400)).toContain(
        "A form with a file",
      );
    });

    test("that is too long is refused on the way", async () => {
      const text = `id\n${"x".repeat(33_000_000)}\n`;
      expect(await refused(invite(wave, text), 413)).toContain(
        "A roster may have 32 million bytes",
      );
    });
  });

  test("that has not begun says when it does, and nobody can answer", async () => {
    const wave = await begin({ opens: "2999-01-01T09:00", openLink: "yes" });
    const html = await visitor.see(wave);
    expect(textOf(html)).toContain("It opens on 1 Jan 2999, 09:00. Until then nobody can answer.");
    expect(html).not.toContain("Close it now");
  });

  test("needs a published version", async () => {
    const draft = await createInstrument(visitor.db.write, {
      title: "Unready",
      definition: JSON.stringify(definition),
      codebook: JSON.stringify(codebook),
    });
    const answer = await visitor.ask(`/waves/new?instrument=${draft}`);
    expect(answer.status).toBe(404);
    expect(textOf(await answer.text())).toContain("“Unready” has no published version");
  });

  test("or an instrument that does not exist is not found, on any page and by any form", async () => {
    const addresses = surveyPages
      .filter(({ path }) => path.includes(":"))
      .map(({ path, ...page }) => ({ path: path.replace(/:\w+/g, "nothing"), ...page }));
    expect(addresses.length).toBeGreaterThan(15);
    for (const { path, show, act } of addresses) {
      if (show !== undefined) expect((await visitor.ask(path)).status, path).toBe(404);
      if (act !== undefined) expect((await visitor.send(path, {})).status, path).toBe(404);
    }
  });
});
