import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/connect.ts";
import { eventsOf, insertEvent } from "../../../src/db/answer-events.ts";
import { draftOf, publishDraft, saveDraft, versionsOf } from "../../../src/db/instruments.ts";
import { responsesOf } from "../../../src/db/responses.ts";
import {
  createWave,
  findWave,
  findWaveByOpenLink,
  listWaves,
  removeWave,
  saveWave,
} from "../../../src/db/waves.ts";
import { eachDatabase } from "../../support/database.ts";
import { begunResponse, documents, openWave, pageOf, publishedInstrument } from "./fielded.ts";

describe("a wave", () => {
  eachDatabase((kind) => {
    let db: Database;
    beforeAll(async () => {
      db = await kind.open();
    });
    afterAll(() => db.close());

    it("has one published version, and its own times", async () => {
      const { versionId, instrumentId } = await publishedInstrument(db);
      const opensAt = new Date("2026-03-01T08:00:00.123Z");
      const closesAt = new Date("2026-04-01T08:00:00Z");
      const wave = { versionId, title: " Spring ", anonymous: true, opensAt, closesAt };
      const id = await createWave(db.write, { ...wave, graceDays: 3 });
      expect(await findWave(db.read, id)).toMatchObject({
        ...wave,
        id,
        instrumentId,
        title: "Spring",
        graceDays: 3,
        openLink: null,
        sample: false,
      });
    });

    it("cannot show a draft, or the version of another instrument", async () => {
      const { instrumentId, versionId } = await publishedInstrument(db);
      await saveDraft(db.write, instrumentId, { ...documents, definition: "{}" });
      const draft = (await draftOf(db.read, instrumentId))!.id;
      const wave = { title: "x", anonymous: false, opensAt: new Date() };
      for (const wrong of ["nowhere", draft])
        await expect(createWave(db.write, { ...wave, versionId: wrong })).rejects.toMatchObject({
          id: "not-found",
        });
      const own = await createWave(db.write, { ...wave, versionId });
      const { waveId: foreign } = await openWave(db);
      for (const [waveId, wrong] of [
        [own, draft],
        [foreign, versionId],
      ] as const)
        await expect(saveWave(db.write, waveId, { versionId: wrong })).rejects.toMatchObject({
          id: "not-found",
        });
    });

    it("moves to a newer version", async () => {
      const { instrumentId, waveId } = await openWave(db);
      await saveDraft(db.write, instrumentId, { ...documents, definition: "{}" });
      await publishDraft(db.write, instrumentId);
      const [newest] = await versionsOf(db.read, instrumentId);
      await saveWave(db.write, waveId, { versionId: newest!.id });
      expect(await findWave(db.read, waveId)).toMatchObject({ versionId: newest!.id });
    });

    it("is found by its open link, which is the same whenever it is on", async () => {
      const { waveId } = await openWave(db, { openLink: true });
      const { openLink } = (await findWave(db.read, waveId))!;
      expect(openLink).toMatch(/^[\w-]{12}$/);
      await saveWave(db.write, waveId, { openLink: false });
      expect(await findWaveByOpenLink(db.read, openLink!)).toBeUndefined();
      await saveWave(db.write, waveId, { openLink: true });
      expect(await findWaveByOpenLink(db.read, openLink!)).toMatchObject({ id: waveId });
    });

    it("is changed where something is said, and nowhere else", async () => {
      const { waveId } = await openWave(db, { openLink: true });
      const before = await findWave(db.read, waveId);
      await saveWave(db.write, waveId, {});
      expect(await findWave(db.read, waveId)).toEqual(before);
      const closesAt = new Date("2026-05-01T00:00:00Z");
      await saveWave(db.write, waveId, { closesAt, graceDays: 0, title: "Autumn" });
      expect(await findWave(db.read, waveId)).toEqual({
        ...before,
        closesAt,
        graceDays: 0,
        title: "Autumn",
      });
      await saveWave(db.write, waveId, { closesAt: null });
      expect(await findWave(db.read, waveId)).toMatchObject({ closesAt: null });
    });

    it.each([
      ["a title of nothing", { title: " " }],
      ["an end before its beginning", { closesAt: new Date("2026-02-01T00:00:00Z") }],
      ["too long a grace", { graceDays: 61 }],
    ])("refuses %s", async (_, wrong) => {
      const { waveId } = await openWave(db);
      const saved = saveWave(db.write, waveId, wrong);
      await expect(saved).rejects.toMatchObject({ id: "invalid-request" });
    });

    it("is listed newest first, under its instrument", async () => {
      const { instrumentId, versionId, waveId } = await openWave(db);
      const wave = { versionId, title: "Later", anonymous: false };
      const later = await createWave(db.write, { ...wave, opensAt: new Date("2026-09-01") });
      const listed = await listWaves(db.read, instrumentId);
      expect(listed.map(({ id }) => id)).toEqual([later, waveId]);
      expect((await listWaves(db.read)).length).toBeGreaterThan(2);
    });

    it("is removed with everything that was answered in it", async () => {
      const { waveId, versionId } = await openWave(db);
      const response = await begunResponse(db.write, waveId);
      await insertEvent(db.write, pageOf(response, versionId));
      await removeWave(db.write, waveId);
      expect(await findWave(db.read, waveId)).toBeUndefined();
      expect(await responsesOf(db.read, waveId)).toEqual([]);
      expect(await eventsOf(db.read, response)).toEqual([]);
    });
  });
});
