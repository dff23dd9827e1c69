/** One careers office's way, from a ready instrument to answers in a study; each test is the next step of it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begun, respondent } from "../answer/respondent.ts";
import { locationOf, openVisitor, textOf, type Visitor } from "../visitor.ts";

interface Definition {
  readonly pages: { readonly name: string; readonly elements: Question[] }[];
}
interface Question {
  readonly name: string;
  title?: unknown;
  choices?: { value: string }[];
}

describe("from a ready instrument to a study", () => {
  let visitor: Visitor;
  let instrument: string;
  let wave: string;
  beforeAll(async () => {
    visitor = await openVisitor();
  });
  afterAll(() => visitor.leave());

  const see = async (path: string): Promise<string> => textOf(await visitor.see(path));
  const file = async (version: string, name: string): Promise<string> =>
    visitor.see(`${instrument}/versions/${version}/${name}`);
  const draft = async () => ({
    draft: /name="draft" value="([^"]+)"/.exec(await visitor.see(instrument))![1]!,
    title: "First destination",
    definition: await file("draft", "survey.json"),
    codebook: await file("draft", "codebook.json"),
  });
  const edited = async (change: (definition: Definition) => void) => {
    const fields = await draft();
    const definition = JSON.parse(fields.definition) as Definition;
    change(definition);
    return { ...fields, definition: JSON.stringify(definition) };
  };
  const question = ({ pages }: Definition, name: string): Question =>
    pages.flatMap(({ elements }) => elements).find((each) => each.name === name)!;
  const publishing = async (): Promise<string> =>
    /name="draft" value="([^"]+)"/.exec(await visitor.see(`${instrument}/publish`))![1]!;

  test("without instruments, the page says what they are for", async () => {
    const page = await see("/surveys");
    expect(page).toContain("Ask alumni and students here");
    expect(page).toContain("Alumni career mobility");
  });

  test("a ready one becomes a draft, of which the check has nothing to say", async () => {
    const made = await visitor.send("/surveys/new", { shipped: "first-destination" });
    instrument = locationOf(made);
    const page = await see(instrument);
    expect(page).toContain("First destination");
    expect(page).toContain("No version is published yet");
    expect(page).toContain("The check found nothing");
  });

  test("what cannot be read is refused beside the field, and nothing of it is stored", async () => {
    const before = await file("draft", "survey.json");
    const fields = { ...(await draft()), definition: '{"title": "x", "pages": [{"nam": "a<b>"}]}' };
    const answer = await visitor.send(instrument, { ...fields, choice: "save" });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(/<a href="#definition">/);
    expect(html).toContain("a&lt;b&gt;");
    const page = textOf(html);
    expect(page).toContain("Nothing was stored");
    expect(page).toMatch(/pages\[0\]/);
    expect(await file("draft", "survey.json")).toBe(before);
  });

  test("text that is no JSON at all says where", async () => {
    const answer = await visitor.send(instrument, {
      ...(await draft()),
      codebook: '{"items": {,}}',
    });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toMatch(/The codebook is not JSON: .*position 11/);
  });

  test("an edit is saved", async () => {
    const fields = await edited((definition) => {
      question(definition, "outcome").title = {
        default: "What do you do mainly?",
        es: "¿Qué hace?",
      };
    });
    expect(locationOf(await visitor.send(instrument, { ...fields, choice: "save" }))).toBe(
      instrument,
    );
    expect(await file("draft", "survey.json")).toContain("What do you do mainly?");
  });

  test("who saves over somebody else's edit is told so first", async () => {
    const fields = { ...(await draft()), draft: "0".repeat(64), choice: "save" };
    const answer = await visitor.send(instrument, fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain("The draft has been saved or published since");
    const again = /name="draft" value="([^"]+)"/.exec(html)![1]!;
    expect(locationOf(await visitor.send(instrument, { ...fields, draft: again }))).toBe(
      instrument,
    );
  });

  test("a preview is the respondents' pages, and stores nothing", async () => {
    const person = respondent(visitor);
    const start = await person.open(`${instrument}/preview`);
    expect(start.text).toContain("Preview of the draft. Nothing is kept.");
    let page = await person.send(start);
    expect(page.text).toContain("What do you do mainly?");
    const first = page.path;
    page = await person.send(page, { outcome: "employed_full" });
    expect(page.path).not.toBe(first);
    const back = await person.send(page, {}, "back");
    expect(back.fields).toContainEqual(["outcome", "employed_full"]);
    page = await person.send(page, {}, "lang es");
    expect(page.html).toMatch(/<html lang="es"/);
    const logged = visitor.logged.filter((line) => line.includes("/preview/"));
    expect(logged.join()).not.toContain(page.path.split("/")[5]);
    for (const table of ["responses", "answer_events"] as const)
      expect(await visitor.db.read.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test("it goes to the end: the review, a change, the thanks", async () => {
    const person = respondent(visitor);
    let page = await person.send(await person.open(`${instrument}/preview/draft`), {});
    page = await person.send(page, { outcome: "seeking_work" });
    while (!page.path.includes("/review")) page = await person.send(page);
    expect(page.text).toContain("Looking for work");
    const change = /href="([^"]*\/at\/status[^"]*)"/.exec(page.html)![1]!.replaceAll("&amp;", "&");
    const changing = await person.open(change);
    expect(changing.fields).toContainEqual(["outcome", "seeking_work"]);
    page = await person.send(changing, { outcome: "not_seeking" });
    while (!page.path.includes("/review")) page = await person.send(page);
    expect(page.text).not.toContain("Looking for work");
    const thanks = await person.send(page);
    expect(thanks.path).toMatch(/\/thanks\?lang=en$/);
    expect(thanks.text).toContain("Nothing is kept");
    expect(thanks.html).not.toMatch(/withdraw|save-draft/);
    const stopped = await person.send(await person.open(change), {}, "stop");
    expect(stopped.path).toMatch(/\?stopped$/);
    expect(stopped.text).toContain("Preview of the draft");
  });

  test("the paths say what is asked of whom, in words", async () => {
    const asked = (page: string): number => Number(/(\d+) of \d+ pages/.exec(page)![1]);
    const nobody = await see(`${instrument}/paths`);
    expect(nobody).toContain("Your work (not asked)");
    expect(nobody).toContain("Asked when “What do you do mainly?” is one of “Working full-time");
    const working = await see(`${instrument}/paths?version=draft&outcome=employed_full`);
    expect(asked(working)).toBeGreaterThan(asked(nobody));
    expect(working).not.toContain("Your work (not asked)");
  });

  test("a question that nobody would be asked is marked", async () => {
    const before = await draft();
    const never = await edited((definition) => {
      Object.assign(question(definition, "comment"), {
        visibleIf: "{outcome} = 'study' and {outcome} = 'military'",
      });
    });
    locationOf(await visitor.send(instrument, { ...never, choice: "save" }));
    expect(await see(instrument)).toContain('The item "comment" is never shown');
    expect(await see(`${instrument}/paths`)).toContain("comment Never: no answers make it shown");
    const { draft: now } = await draft();
    locationOf(await visitor.send(instrument, { ...before, draft: now, choice: "save" }));
  });

  test("the only draft there is cannot be dropped", async () => {
    locationOf(await visitor.send(instrument, { choice: "drop" }));
    expect(await file("draft", "survey.json")).toContain("What do you do mainly?");
  });

  test("the first version is published as it is", async () => {
    expect(await see(`${instrument}/publish`)).toContain("It is the first version");
    locationOf(await visitor.send(`${instrument}/publish`, { draft: await publishing() }));
    const page = await see(instrument);
    expect(page).toContain("Version 1 is the newest. There is no draft");
    expect(await file("1", "survey.json")).toContain("What do you do mainly?");
  });

  test("a draft that removes an option breaks, which needs a yes", async () => {
    locationOf(await visitor.send(instrument, { choice: "begin" }));
    const fields = await edited((definition) => {
      const outcome = question(definition, "outcome");
      outcome.choices = outcome.choices!.filter(({ value }) => value !== "not_seeking");
      question(definition, "comment").title = "Anything else?";
    });
    locationOf(await visitor.send(instrument, { ...fields, choice: "save" }));
    expect(await see(instrument)).toContain("The draft differs from it");
    const page = await see(`${instrument}/publish`);
    expect(page).toMatch(/outcome .*not_seeking.* Breaking/);
    expect(page).toMatch(/comment .* Safe/);
    const refused = await visitor.send(`${instrument}/publish`, { draft: await publishing() });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/<a href="#breaking">/);
    expect(await see(instrument)).toContain("Version 1 is the newest");
  });

  test("a draft that was changed meanwhile is shown again", async () => {
    const answer = await visitor.send(`${instrument}/publish`, {
      draft: "f".repeat(64),
      breaking: "yes",
    });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain("The draft has changed since you looked");
  });

  test("a wave asks with the newest version; what is missing is asked for", async () => {
    const id = instrument.split("/").at(-1)!;
    expect(await see(`/waves/new?instrument=${id}`)).toContain("Time zone of this machine: UTC");
    const fields = { instrument: id, title: "", opens: "2026-02-30T09:00", closes: "", grace: "7" };
    const refused = await visitor.send("/waves/new", fields);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    for (const field of ["title", "opens", "who"]) expect(html).toContain(`<a href="#${field}">`);
    expect(html).toContain('value="2026-02-30T09:00"');
    const good = { ...fields, title: "Class of 2026", opens: "2026-01-01T09:00", who: "named" };
    wave = locationOf(await visitor.send("/waves/new", good));
    expect(await see(wave)).toContain("Open until you close it");
  });

  test("a roster with a mistake in line 3 invites nobody", async () => {
    const text = "student_id,year\ns1,2025\n,2025\ns2,2026\n";
    const answer = await visitor.upload(`${wave}/roster`, [{ name: "people.csv", text }], "roster");
    expect(answer.status).toBe(422);
    const page = textOf(await answer.text());
    expect(page).toMatch(/Error people\.csv 3 student_id There is no id/);
    expect(page).toMatch(/Invited 0 /);
  });

  test("a good one invites everybody once", async () => {
    const text = `student_id,year,college\n${Array.from({ length: 40 }, (_, i) => `s${i},${2025 + (i % 2)},${i < 3 ? "Law" : "Arts"}\n`).join("")}`;
    const send = () => visitor.upload(`${wave}/roster`, [{ name: "people.csv", text }], "roster");
    expect(await see(locationOf(await send()))).toContain("40 people were invited.");
    expect(await see(locationOf(await send()))).toContain(
      "0 people were invited. 40 had a link before and keep it.",
    );
  });

  test("the links are a file for a mail merge, the same each time", async () => {
    const links = async () => (await visitor.send(`${wave}/links`, {})).text();
    const csv = await links();
    expect(csv.split("\n")[0]).toBe("person_id,year,college,link");
    expect(csv.match(/http:\/\/localhost:4080\/s\/[\w-]{22}/g)).toHaveLength(40);
    expect(await links()).toBe(csv);
  });

  test("who answers is counted, by groups of ten or more", async () => {
    const csv = await (await visitor.send(`${wave}/links`, {})).text();
    const tokens = [...csv.matchAll(/\/s\/([\w-]{22})/g)].map(([, token]) => token!);
    const person = respondent(visitor);
    for (const token of tokens.slice(0, 2)) {
      let page = await begun(visitor, token);
      page = await person.send(page, { outcome: "seeking_work" });
      while (!page.path.endsWith("/review")) page = await person.send(page);
      await person.send(page);
    }
    await person.send(await begun(visitor, tokens[2]!), { outcome: "study" });
    await begun(visitor, tokens[3]!);
    const page = await see(wave);
    expect(page).toMatch(
      /Invited 40 .*Started 4 .*Partial 2 .*Complete 2 5\.0\s% of those invited/,
    );
    expect(page).toContain("The median time is shown once 10 people have finished");
    expect(page).toContain("Devices, languages and pages are shown once 10 people have started");
    const years = await see(`${wave}?group=year`);
    expect(years).toMatch(/2025 20 \d \d .*2026 20 \d \d/);
    const colleges = await see(`${wave}?group=college`);
    expect(colleges).toMatch(/Law not shown not shown not shown –/);
    expect(colleges).toMatch(/Arts not shown/);
  });

  test("a newer version is offered, with what changes", async () => {
    const breaking = { draft: await publishing(), breaking: "yes" };
    locationOf(await visitor.send(`${instrument}/publish`, breaking));
    expect(await see(wave)).toContain("Version 2 is published.");
    const html = await visitor.see(`${wave}/version`);
    expect(textOf(html)).toContain("From version 1 to version 2");
    const version = /name="version" value="([^"]+)"/.exec(html)![1]!;
    expect((await visitor.send(`${wave}/version`, { version })).status).toBe(422);
    expect(
      (await visitor.send(`${wave}/version`, { version: "another", breaking: "yes" })).status,
    ).toBe(422);
    locationOf(await visitor.send(`${wave}/version`, { version, breaking: "yes" }));
    expect(await see(wave)).toContain("First destination , version 2");
  });

  test("a code that meant something else is never published", async () => {
    locationOf(await visitor.send(instrument, { choice: "begin" }));
    const fields = await edited((definition) => {
      question(definition, "outcome").choices!.push(
        Object.assign({ value: "not_seeking" }, { text: "Somewhere else altogether" }),
      );
    });
    locationOf(await visitor.send(instrument, { ...fields, choice: "save" }));
    const page = await see(`${instrument}/publish`);
    expect(page).toContain("These codes meant something else in an older version");
    expect(page).not.toContain("Publish version 3 Back");
    const draftOf = textOf(await visitor.see(instrument));
    expect(draftOf).toContain("The draft differs");
    const { draft } = await visitor.db.read
      .selectFrom("instrument_versions")
      .select("sha256 as draft")
      .where("number", "is", null)
      .executeTakeFirstOrThrow();
    const refused = await visitor.send(`${instrument}/publish`, { draft, breaking: "yes" });
    expect(refused.status).toBe(422);
    expect(await see(instrument)).toContain("Version 2 is the newest");
    locationOf(await visitor.send(instrument, { choice: "drop" }));
  });

  test("times can be changed, the wave closed and opened again", async () => {
    const times = { title: "Class of 2026", opens: "2026-01-01T09:00", grace: "3" };
    const wrong = await visitor.send(wave, { ...times, closes: "2025-01-01T09:00" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('<a href="#closes">The end must be after the beginning.');
    locationOf(await visitor.send(wave, { choice: "close" }));
    expect(await see(wave)).toContain("Closed. People who had begun can finish for 7 days");
    locationOf(await visitor.send(wave, { choice: "reopen" }));
    locationOf(await visitor.send(wave, { ...times, closes: "2999-01-01T09:00" }));
    expect(await see(wave)).toContain("Open until 1 Jan 2999, 09:00");
  });

  test("the open link can be switched on and off", async () => {
    locationOf(await visitor.send(wave, { choice: "open link on" }));
    const address = /http:\/\/localhost:4080(\/o\/[\w-]+)/.exec(await visitor.see(wave))![1]!;
    expect((await visitor.ask(address)).status).toBe(200);
    locationOf(await visitor.send(wave, { choice: "open link off" }));
    expect((await visitor.ask(address)).status).toBe(404);
  });

  test("the answers go into a study, as a file like any other", async () => {
    const study = locationOf(await visitor.send("/", { title: "Graduates" })).split("/")[2]!;
    const data = locationOf(await visitor.send(`${wave}/snapshots`, { study }));
    expect(data).toBe(`/studies/${study}/data`);
    const page = await see(data);
    expect(page).toMatch(/Class of 2026 [\d-]+ [\d.]+\.csv plain 3 3/);
    expect(page).toContain("First destination outcome nominal");
    const none = await visitor.send(`${wave}/snapshots`, { study: "none" });
    expect(none.status).toBe(404);
  });

  test("an instrument that was sent out stays; a wave goes with a yes, then the instrument can", async () => {
    const stays = await visitor.send(`${instrument}/remove`, { sure: "yes" });
    expect(stays.status).toBe(409);
    expect(locationOf(await visitor.send(`${wave}/remove`, {}))).toBe(wave);
    expect(locationOf(await visitor.send(`${wave}/remove`, { sure: "yes" }))).toBe("/surveys");
    expect((await visitor.ask(wave)).status).toBe(404);
    locationOf(await visitor.send(`${instrument}/remove`, { sure: "yes" }));
    expect(await see("/surveys")).toContain("Ask alumni and students here");
  });
});
