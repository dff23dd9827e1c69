/** People who answer, without scripts: from the link to the thanks, and everything that comes between. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventsOf } from "../../../../src/db/answer-events.ts";
import { hashesOf } from "../../../../src/fielding/token.ts";
import { locationOf, openVisitor, type Visitor } from "../visitor.ts";
import { begun, fill, respondent, type Respondent, type Seen } from "./respondent.ts";
import { fieldSurvey, invited, type Fielded } from "./survey.ts";

describe("somebody with a link", () => {
  let visitor: Visitor;
  let fielded: Fielded;
  let person: Respondent;
  beforeAll(async () => {
    visitor = await openVisitor();
    fielded = await fieldSurvey(visitor.db);
    person = respondent(visitor);
  });
  afterAll(() => visitor.leave());

  const start = async (): Promise<{ token: string; page: Seen }> => {
    const token = await invited(fielded);
    return { token, page: await begun(visitor, token) };
  };
  const stored = async (token: string) => eventsOf(visitor.db.read, hashesOf(token).response);

  test("agrees, answers, looks it over, sends it, and reads what it comes to", async () => {
    const token = await invited(fielded);
    const welcome = await person.open(`/s/${token}`);
    expect(welcome.text).toContain("We keep your answers. You may stop.");
    expect(welcome.text).toContain("Version 2026-1 of this text");
    let page = await person.send(welcome);
    expect(page.text).toContain("Step 1 of about 4");
    page = await person.send(page, { job: "part", did: ["abroad", "intern"], field: "law" });
    expect(page.path).toBe(`/s/${token}/at/work`);
    page = await person.send(page, {
      hours: "20",
      "since.month": "6",
      "since.year": "2019",
      happy: "8",
    });
    page = await person.send(page, {
      "able.write": "2",
      "able.count": "3",
      again: "true",
      mail: "ada@example.org",
      born: "1990-02-28",
    });
    page = await person.send(page, { year: "2015", words: "Two\nlines" });
    expect(page.path).toBe(`/s/${token}/review`);
    for (const words of [
      "Do you work? Part time",
      "An internship, A term abroad",
      "Your field law",
      "Hours a week 20",
      "June 2019",
      "Write: Well Count: Very well",
      "Would you study again? Yes",
      "28 February 1990",
      "Two lines",
    ])
      expect(page.text).toContain(words.replace("28 February 1990", "February 28, 1990"));
    const thanks = await person.send(page);
    expect(thanks.path).toBe(`/s/${token}/thanks?lang=en`);
    expect(thanks.text).toContain("Your skills 75 on a scale from 0 to 100");
  });

  test("stores codes, never labels, and every page under its version and language", async () => {
    const { token, page } = await start();
    await person.send(page, { job: "other", "job-Comment": "Sailing", did: "none", field: "" });
    const [event] = await stored(token);
    expect(event).toMatchObject({
      section: "now",
      versionId: fielded.wave.versionId,
      locale: "en",
      answers: { job: "other", "job-Comment": "Sailing", did: ["none"], field: null },
      late: false,
    });
  });

  test("can skip whatever is not required", async () => {
    let { page } = await start();
    page = await person.send(page);
    page = await person.send(page);
    expect(page.path).toContain("/at/end");
    page = await person.send(page, { year: "2001" });
    expect(page.text).toContain("Not answered");
    expect((await person.send(page)).text).toContain("Your answers have been sent.");
  });

  test("is told beside the field what is wrong, and finds everything again that was typed", async () => {
    const { page } = await start();
    const work = await person.send(page, { job: "full" });
    const wrong = await person.send(work, {
      hours: "a <lot>",
      "since.month": "13",
      "since.year": "x",
      happy: "2",
    });
    expect(wrong.path).toContain("/at/work?again");
    expect(wrong.html).toMatch(/<title>Please look again: Your work/);
    expect(wrong.html).toContain('<a href="#hours">Hours a week: Please write a number in figures');
    expect(wrong.html).toMatch(/id="hours" name="hours"[^>]*aria-describedby="[^"]*hours\.\.fault/);
    expect(wrong.html).toMatch(/id="hours"[^>]*aria-invalid="true"/);
    expect(wrong.fields).toContainEqual(["hours", "a <lot>"]);
    expect(wrong.fields).toContainEqual(["since.year", "x"]);
    const right = await person.send(wrong, { hours: "38,5", "since.month": "", "since.year": "" });
    expect(right.path).not.toContain("again");
  });

  test("can leave a page that is not right, and is told before sending", async () => {
    const { token, page } = await start();
    const work = await person.send(page, { job: "full" });
    const back = await person.send(work, { hours: "900" }, "back");
    expect(back.path).toBe(`/s/${token}/at/now`);
    const review = await person.open(`/s/${token}/review`);
    expect(review.text).toContain("Before you can send");
    expect(review.html).toContain(`/s/${token}/at/work?back=review&amp;lang=en&amp;again#hours`);
    expect((await person.send(review)).path).toContain("/review");
    const again = await person.open(`/s/${token}/at/work?back=review&again`);
    expect(again.text).toContain("Please write a number that is at most 80.");
  });

  test("sees a question that an answer on the same page opened", async () => {
    const { page } = await start();
    const work = await person.send(page, { job: "part" });
    expect(work.text).not.toContain("why so little");
    const more = await person.send(work, { happy: "1" });
    expect(more.path).toMatch(/\/at\/work\?more$/);
    expect(more.html).toContain('<a href="#why">Working Part time: why so little?');
    expect((await person.send(more, { why: "Rain" })).path).toContain("/at/skills");
  });

  test("who changes an answer goes back to looking over, by way of what it opened", async () => {
    const { token, page } = await start();
    let at = await person.send(page, { job: "no" });
    at = await person.send(at);
    at = await person.send(at, { year: "2001" });
    expect(at.html).toContain(`/s/${token}/at/now?back=review`);
    at = await person.send(await person.open(`/s/${token}/at/now?back=review`), { job: "full" });
    expect(at.path).toBe(`/s/${token}/at/work?back=review`);
    expect((await person.send(at, { hours: "40" })).text).toContain("Hours a week 40");
  });

  test("takes an answer back that a radio button holds", async () => {
    const { token, page } = await start();
    expect(page.text).not.toContain("No answer");
    await person.send(page, { job: "full" });
    const again = await person.open(`/s/${token}/at/now`);
    expect(again.text).toContain("No answer");
    await person.send(again, { job: "" });
    expect((await person.open(`/s/${token}/at/now`)).text).not.toContain("No answer");
  });

  test("stops, and goes on with the same link where they were", async () => {
    const { token, page } = await start();
    const stopped = await person.send(page, { job: "part" }, "stop");
    expect(stopped.text).toContain("Your answers are saved");
    const welcome = await person.open(`/s/${token}`);
    expect(welcome.text).toContain("Welcome back");
    expect(welcome.html).toContain(`/s/${token}/at/work?lang=en`);
    expect((await person.open(`/s/${token}/at/now`)).html).toMatch(/value="part" checked/);
  });

  test("changes the language in the middle, and keeps what was typed", async () => {
    const { token, page } = await start();
    const spanish = await person.send(page, { job: "part", did: "none" }, "lang es");
    expect(spanish.html).toMatch(/^<!doctype html><html lang="es" dir="ltr">/);
    expect(spanish.text).toContain("¿Trabaja usted?");
    expect(spanish.html).toMatch(/value="part" checked/);
    const next = await person.send(spanish);
    expect(next.text).toContain("Paso 2 de unos 4");
    expect((await stored(token)).map(({ locale }) => locale)).toEqual(["en", "es"]);
  });

  test("is asked whether the records are right, once", async () => {
    const token = await invited(fielded, { field: "Music" });
    const page = await begun(visitor, token);
    expect(page.text).toContain("This is what our records say.");
    expect(page.fields).toContainEqual(["field", "music"]);
    await person.send(page, { field: "" });
    const again = await person.open(`/s/${token}/at/now`);
    expect(again.fields).toContainEqual(["field", ""]);
    expect(again.text).not.toContain("our records");
  });

  test("cannot change answers that were sent, and is thanked again", async () => {
    const { token, page } = await start();
    let at = await person.send(page);
    at = await person.send(at);
    const end = await person.send(at, { year: "2001" });
    await person.send(end);
    const before = await stored(token);
    for (const path of ["", "/at/now", "/review"])
      expect((await person.open(`/s/${token}${path}`)).path).toBe(`/s/${token}/thanks`);
    expect((await person.send(page, { job: "full" })).path).toBe(`/s/${token}/thanks`);
    expect(await stored(token)).toEqual(before);
  });

  test("withdraws: asked once more, then everything is gone", async () => {
    const { token, page } = await start();
    await person.send(page, { job: "full" });
    const sure = await person.open(`/s/${token}/withdraw`);
    expect(sure.text).toContain("Everything you answered here will be removed");
    const gone = await person.send(sure);
    expect(gone.text).toContain("Your answers have been removed");
    expect(await stored(token)).toEqual([]);
    expect((await person.send(page, { job: "full" })).text).toContain("have been removed");
    expect(await stored(token)).toEqual([]);
  });

  test("an old page on another device takes nothing back that it did not know of", async () => {
    const { token, page } = await start();
    const old = await person.open(page.path);
    await person.send(page, { job: "part", field: "law" });
    await person.send(old, { did: "none" });
    const again = await person.open(`/s/${token}/at/now`);
    expect(again.fields).toEqual(
      expect.arrayContaining([
        ["job", "part"],
        ["field", "law"],
        ["did", "none"],
      ]),
    );
  });

  test("a double click, a replay and a resubmit are one answer", async () => {
    const { token, page } = await start();
    const answers = { job: "part" };
    const [first, second] = await Promise.all([
      person.post(page, answers),
      person.post(page, answers),
    ]);
    expect(locationOf(first!)).toBe(locationOf(second!));
    expect(locationOf(await person.post(page, answers))).toBe(`/s/${token}/at/work`);
    expect(await stored(token)).toHaveLength(1);
    await person.post(page, { job: "full" });
    expect(await stored(token)).toHaveLength(2);
    expect((await person.open(`/s/${token}/at/now`)).html).toMatch(/value="full" checked/);
  });

  test("how long a page took is kept where it can be true", async () => {
    const { token, page } = await start();
    const now = Date.now();
    for (const shown of [now - 65_000, now + 60_000, now - 90 * 86_400_000, "soon", ""])
      await person.post(
        { ...page, fields: fill(page.fields, { "~shown": String(shown) }) },
        { job: String(shown) },
      );
    const [first, ...others] = (await stored(token)).map(({ seconds }) => seconds);
    expect(first).toBeGreaterThanOrEqual(65);
    expect(first).toBeLessThan(95);
    expect(others).toEqual([null, null, null, null]);
  });

  test("pages that arrive while everything is withdrawn are gone, too", async () => {
    const { token, page } = await start();
    const sure = await person.open(`/s/${token}/withdraw`);
    const pages = Array.from({ length: 8 }, (_, i) =>
      person.post(
        { ...page, fields: fill(page.fields, { "~key": `${i}`.repeat(20) }) },
        { job: "no" },
      ),
    );
    const answers = await Promise.all([...pages.slice(0, 4), person.post(sure), ...pages.slice(4)]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    expect(await stored(token)).toEqual([]);
    expect((await person.open(`/s/${token}`)).text).toContain("have been removed");
  });

  test("the script gets an address where a page was saved, and only there", async () => {
    const { token, page } = await start();
    const body = new URLSearchParams(
      [...fill(page.fields, { job: "part" })].map(([name, value]): [string, string] => [
        name,
        value,
      ]),
    );
    const headers = { accept: "text/uri-list", "content-type": form };
    const post = () =>
      visitor.ask(`/s/${token}/at/now`, { method: "POST", headers, body: body.toString() });
    const answer = await post();
    expect(answer.headers.get("content-type")).toBe("text/uri-list");
    expect(await answer.text()).toBe(`/s/${token}/at/work`);
    await person.send(await person.open(`/s/${token}/withdraw`));
    expect(locationOf(await post())).toBe(`/s/${token}`);
  });
});

const form = "application/x-www-form-urlencoded;charset=UTF-8";
