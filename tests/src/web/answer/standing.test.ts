/** Every reason why there is nothing to answer, or not yet, or not any more; open links; anonymous waves; new versions. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventsOf } from "../../../../src/db/answer-events.ts";
import { saveWave } from "../../../../src/db/waves.ts";
import { freshToken, hashesOf } from "../../../../src/fielding/token.ts";
import { locationOf, openVisitor, type Visitor } from "../visitor.ts";
import { begun, fill, respondent, type Respondent } from "./respondent.ts";
import { codebook, definition, fieldSurvey, invited, publishNext } from "./survey.ts";

const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000);

describe("where somebody with a link stands", () => {
  let visitor: Visitor;
  let person: Respondent;
  beforeAll(async () => {
    visitor = await openVisitor();
    person = respondent(visitor);
  });
  afterAll(() => visitor.leave());

  const stored = (token: string) => eventsOf(visitor.db.read, hashesOf(token).response);

  test("before the wave opens: when it does", async () => {
    const fielded = await fieldSurvey(visitor.db, {
      wave: { opensAt: new Date("2099-05-01T10:00:00Z"), closesAt: null },
    });
    const page = await person.open(`/s/${await invited(fielded)}`);
    expect(page.text).toContain("This survey is not open yet It opens on May 1, 2099.");
    expect(page.html).not.toContain("<form");
    const open = await person.open(`/o/${fielded.wave.openLink}`);
    expect(open.text).toContain("It opens on May 1, 2099.");
  });

  test("after its end: who had begun may finish, and is marked late; nobody begins", async () => {
    const fielded = await fieldSurvey(visitor.db);
    const [inside, outside] = [await invited(fielded), await invited(fielded)];
    const page = await begun(visitor, inside!);
    const agree = await person.open(`/s/${outside}`);
    await saveWave(visitor.db.write, fielded.wave.id, { closesAt: new Date(Date.now() - 1000) });
    expect((await person.send(agree)).text).toContain("This survey has ended");
    const next = await person.send(page, { job: "part" });
    expect(next.text).toContain("You have begun, so you can finish until");
    expect(await stored(inside!)).toMatchObject([{ late: true }]);
    expect((await person.open(`/o/${fielded.wave.openLink}`)).text).toContain("has ended");
  });

  test("after the days of grace: nothing is taken, and answers can still be withdrawn", async () => {
    const fielded = await fieldSurvey(visitor.db);
    const token = await invited(fielded);
    const page = await begun(visitor, token);
    const work = await person.send(page, { job: "part" });
    await saveWave(visitor.db.write, fielded.wave.id, {
      opensAt: daysFromNow(-30),
      closesAt: daysFromNow(-20),
    });
    const closed = await person.send(work, { hours: "1" });
    expect(closed.text).toContain("This survey has ended It was open until");
    expect(await stored(token)).toHaveLength(1);
    await person.send(await person.open(`/s/${token}/withdraw`));
    expect(await stored(token)).toEqual([]);
  });

  test("with a wrong link: the same page, whatever is wrong, and 404", async () => {
    const pages = await Promise.all(
      [`/s/${freshToken()}`, "/s/short", "/s/%00", "/o/none", "/s/x/at/y/z", "/s/", "/o/"].map(
        (path) => person.open(path),
      ),
    );
    for (const { status, text, path } of pages) {
      expect(status, path).toBe(404);
      expect(text, path).toContain("This link does not open a survey");
      expect(text, path).toBe(pages[0]!.text);
    }
    const spanish = await visitor.ask("/s/short", { headers: { "accept-language": "es-MX" } });
    expect(await spanish.text()).toContain("Este enlace no abre ninguna encuesta");
    expect((await person.post({ ...pages[0]!, html: '<form action="/s/x/at/y">' })).status).toBe(
      404,
    );
  });

  test("with an open link: a link of one's own, one for each rendered page", async () => {
    const { wave } = await fieldSurvey(visitor.db);
    const welcome = await person.open(`/o/${wave.openLink}`);
    expect(welcome.text).toContain("the address of the page is your own link");
    const [first, second] = [await person.post(welcome), await person.post(welcome)];
    expect(locationOf(second!)).toBe(locationOf(first!));
    const other = await person.post(await person.open(`/o/${wave.openLink}`));
    expect(locationOf(other)).not.toBe(locationOf(first!));
    const page = await person.open(locationOf(first!));
    expect(page.path).toMatch(/^\/s\/[\w-]{22}\/at\/now$/);
    expect((await person.send(page, { job: "no" })).path).toContain("/at/skills");
  });

  test("in an anonymous wave: told so, and nothing joins the answers to the person", async () => {
    const fielded = await fieldSurvey(visitor.db, { wave: { anonymous: true } });
    const token = await invited(fielded, { field: "Music" });
    expect((await person.open(`/s/${token}`)).text).toContain("This survey is anonymous");
    const page = await begun(visitor, token);
    expect(page.fields).toContainEqual(["field", ""]);
    await person.send(page, { job: "no" });
    const [response] = await visitor.db.read
      .selectFrom("responses")
      .selectAll()
      .where("wave_id", "=", fielded.wave.id)
      .execute();
    expect(response).toMatchObject({ invitation_id: null });
    expect(response!.started_at.toISOString()).toMatch(/T00:00:00\.000Z$/);
  });

  test("after the consent text was changed: it is read again before anything begins", async () => {
    const fielded = await fieldSurvey(visitor.db);
    const token = await invited(fielded);
    const old = await person.open(`/s/${token}`);
    const consent = { version: "2026-2", text: "We keep them longer." };
    const versionId = await publishNext(fielded, {
      definition,
      codebook: { ...codebook, consent },
    });
    await saveWave(visitor.db.write, fielded.wave.id, { versionId });
    const again = await person.post(old);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("This text has changed");
    expect((await person.open(`/s/${token}`)).text).toContain("We keep them longer.");
  });

  test("with an old tab, after a new version: read as what it was, and nothing is lost", async () => {
    const fielded = await fieldSurvey(visitor.db);
    const token = await invited(fielded);
    const page = await begun(visitor, token);
    const work = await person.send(page, { job: "part", field: "law" });
    const [first, , ...rest] = definition.pages;
    const without = { ...definition, pages: [first!, ...rest] };
    const shorter = {
      ...codebook,
      items: {
        job: codebook.items.job,
        did: codebook.items.did,
        field: codebook.items.field,
        able: codebook.items.able,
        again: codebook.items.again,
        mail: codebook.items.mail,
        born: codebook.items.born,
        year: codebook.items.year,
        words: codebook.items.words,
      },
    };
    const versionId = await publishNext(fielded, { definition: without, codebook: shorter });
    await saveWave(visitor.db.write, fielded.wave.id, { versionId });
    const next = await person.send(work, { hours: "20" });
    expect(next.path).toBe(`/s/${token}/at/skills`);
    expect(await stored(token)).toMatchObject([
      { section: "now", versionId: fielded.wave.versionId },
      { section: "work", versionId: fielded.wave.versionId, answers: { hours: 20 } },
    ]);
    expect((await person.open(`/s/${token}/at/now`)).fields).toContainEqual(["field", "law"]);
    expect((await person.open(`/s/${token}/at/work`)).path).toContain("/at/skills");
  });

  test("a version of another instrument is none", async () => {
    const [own, other] = [await fieldSurvey(visitor.db), await fieldSurvey(visitor.db)];
    const token = await invited(own);
    const page = await begun(visitor, token);
    await person.send(
      { ...page, fields: fill(page.fields, { "~version": other.wave.versionId }) },
      { job: "no" },
    );
    expect(await stored(token)).toMatchObject([
      { versionId: own.wave.versionId, answers: { job: "no" } },
    ]);
  });
});
