import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldEvents } from "#surveys";
import type { Database } from "../../../src/db/connect.ts";
import { saveWave, type Wave } from "../../../src/db/waves.ts";
import { completeResponse, withdrawResponse } from "../../../src/fielding/finish.ts";
import { recordPage } from "../../../src/fielding/record.ts";
import { startResponse } from "../../../src/fielding/start.ts";
import { freshToken } from "../../../src/fielding/token.ts";
import { findVisit } from "../../../src/fielding/visit.ts";
import { eachDatabase } from "../../support/database.ts";
import { inviteAll, moment, page, people, smallWave, start } from "./small-wave.ts";

describe("somebody who answers", () => {
  eachDatabase((kind) => {
    let db: Database;
    let wave: Wave;
    let nth = 0;
    beforeAll(async () => {
      db = await kind.open();
      wave = await smallWave(db);
    });
    afterAll(() => db.close());

    const invited = async (to = wave) =>
      (await inviteAll(db, to, people(`person ${++nth}`))).links[0]!.token;
    const answered = async (token: string) =>
      Object.fromEntries(foldEvents((await findVisit(db.read, token))!.events).answers);

    it("is known by the link, before and after the start", async () => {
      const token = await invited();
      const before = (await findVisit(db.read, token))!;
      expect(before).toMatchObject({ wave, invitation: { personId: `person ${nth}` }, events: [] });
      expect(before.response).toBeUndefined();
      const begun = await start(db, token);
      expect(begun).toMatchObject({
        wave,
        invitation: before.invitation,
        response: {
          invitationId: before.invitation!.id,
          startedAt: moment("03-02T10:11:12.345"),
          consentedAt: moment("03-02T10:11:12.345"),
          consentVersion: "2026-1",
          link: "personal",
          completedAt: null,
        },
      });
      for (const strange of [freshToken(), "", "x".repeat(22), `${token}A`, token.toLowerCase()])
        expect(await findVisit(db.read, strange)).toBeUndefined();
    });

    it("gets one module of two, and keeps it", async () => {
      const drawn: string[] = [];
      for (let person = 0; person < 24; person++) {
        const token = await invited();
        const { response } = await start(db, token);
        expect(response!.modules).toHaveLength(1);
        expect((await start(db, token)).response).toEqual(response);
        drawn.push(...response!.modules);
      }
      expect(new Set(drawn)).toEqual(new Set(["a", "b"]));
    });

    it("starts once by an open link, too: the form brings the token", async () => {
      const token = freshToken();
      const form = { token, wave, link: "open", locale: "es", device: "desktop" } as const;
      const at = moment("03-05T00:00:00");
      const clicks = [1, 2].map(() =>
        startResponse(db.write, { ...form, consentVersion: "2026-1", at }),
      );
      await Promise.all(clicks);
      const visit = (await findVisit(db.read, token))!;
      expect(visit.invitation).toBeUndefined();
      expect(visit.response).toMatchObject({ link: "open", invitationId: null, locale: "es" });
    });

    it("sends a page again when the reply was cut: one answer, whatever the clock says", async () => {
      const visit = await start(db, await invited());
      const sent = page(visit);
      expect(await recordPage(db.write, sent)).toBe("stored");
      const again = {
        ...sent,
        at: moment("03-03T00:00:00"),
        seconds: 99,
        device: "tablet",
      } as const;
      expect(await recordPage(db.write, again)).toBe("already stored");
      expect((await findVisit(db.read, visit.token))!.events).toMatchObject([{ seconds: 9 }]);
    });

    it("goes back, changes an answer, and changes it back: the last word counts", async () => {
      const visit = await start(db, await invited());
      const sent = page(visit);
      for (const job of ["baker", "smith", "baker"])
        await recordPage(db.write, { ...sent, answers: { job } });
      expect(await answered(visit.token)).toEqual({ job: "baker" });
      expect((await findVisit(db.read, visit.token))!.events).toHaveLength(3);
    });

    it("has two devices: the last word on each question counts, both pages are kept", async () => {
      const visit = await start(db, await invited());
      const both = { job: null, field: null };
      await recordPage(db.write, page(visit, { answers: { ...both, job: "baker" } }));
      const tablet = { answers: { ...both, field: "law" }, device: "tablet" } as const;
      await recordPage(db.write, page(visit, tablet));
      expect(await answered(visit.token)).toEqual({ job: "baker", field: "law" });
      const { events } = (await findVisit(db.read, visit.token))!;
      expect(events.map(({ device }) => device)).toEqual(["phone", "tablet"]);
    });

    it("keeps what could not be used, as it was typed", async () => {
      const visit = await start(db, await invited());
      const typed = { hours: { "": "forty or so" } };
      await recordPage(db.write, page(visit, { section: "module_a", answers: {}, typed }));
      const { events } = (await findVisit(db.read, visit.token))!;
      expect(foldEvents(events).typed.get("hours")).toEqual({ "": "forty or so" });
    });

    it("types something else into the same page: that is another save", async () => {
      const visit = await start(db, await invited());
      const sent = page(visit, { section: "module_a", answers: {} });
      for (const words of ["forty or so", "forty, perhaps"])
        expect(await recordPage(db.write, { ...sent, typed: { hours: { "": words } } })).toBe(
          "stored",
        );
      expect(await recordPage(db.write, { ...sent, section: "end" })).toBe("stored");
      expect((await findVisit(db.read, visit.token))!.events).toHaveLength(3);
    });

    it("finishes once, and can still put an answer right", async () => {
      const visit = await start(db, await invited());
      const at = moment("03-02T11:00:00");
      expect(await completeResponse(db.write, { ...visit, at })).toBe("completed");
      const later = moment("03-02T12:00:00");
      expect(await completeResponse(db.write, { ...visit, at: later })).toBe("already completed");
      expect(await recordPage(db.write, page(visit, { at: later }))).toBe("stored");
      const { response } = (await findVisit(db.read, visit.token))!;
      expect(response!.completedAt).toEqual(at);
    });

    it("withdraws: the answers are gone, the link still says so, nothing can be added", async () => {
      const visit = await start(db, await invited());
      await recordPage(db.write, page(visit));
      const at = moment("05-01T00:00:00");
      await withdrawResponse(db.write, { ...visit, at });
      const after = (await findVisit(db.read, visit.token))!;
      expect(after).toMatchObject({ events: [], response: { withdrawnAt: at } });
      await expect(recordPage(db.write, page(visit))).rejects.toMatchObject({ id: "not-found" });
      await start(db, visit.token);
      expect((await findVisit(db.read, visit.token))!.response!.withdrawnAt).toEqual(at);
    });

    it("is not let in before the beginning and after the end; who is inside may finish late", async () => {
      const visit = await start(db, await invited());
      const outside = await invited();
      for (const at of [moment("02-28T23:59:59.999"), moment("04-01T00:00:00")])
        await expect(start(db, outside, { at })).rejects.toMatchObject({ id: "not-open" });
      for (const at of [moment("03-31T23:59:59.999"), moment("04-07T23:59:59.999")])
        await recordPage(db.write, page(visit, { at }));
      const { events } = (await findVisit(db.read, visit.token))!;
      expect(events.map(({ late }) => late)).toEqual([false, true]);
      const at = moment("04-08T00:00:00");
      for (const refused of [
        recordPage(db.write, page(visit, { at })),
        completeResponse(db.write, { ...visit, at }),
      ])
        await expect(refused).rejects.toMatchObject({ id: "not-open" });
      expect((await findVisit(db.read, outside))!.response).toBeUndefined();
    });

    it("is let in again once the end is put off", async () => {
      const own = await smallWave(db);
      const token = await invited(own);
      await saveWave(db.write, own.id, { closesAt: null });
      const at = moment("08-01T00:00:00");
      expect((await start(db, token, { at })).response).toBeDefined();
    });
  });
});
