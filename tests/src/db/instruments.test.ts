import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/connect.ts";
import {
  beginDraft,
  createInstrument,
  draftOf,
  dropDraft,
  findInstrument,
  listInstruments,
  publishDraft,
  removeInstrument,
  saveDraft,
  saveInstrumentTitle,
  versionOf,
  versionsOf,
} from "../../../src/db/instruments.ts";
import { eachDatabase } from "../../support/database.ts";
import { documents, openWave, publishedInstrument } from "./fielded.ts";

const other = { ...documents, definition: '{"pages":[]}' };

describe("an instrument", () => {
  eachDatabase((kind) => {
    let db: Database;
    beforeAll(async () => {
      db = await kind.open();
    });
    afterAll(() => db.close());

    it("begins as a draft, kept to the letter", async () => {
      const odd = {
        ...documents,
        definition: '{ "title": "caf\u00e9 \\u0000 \\ud800", "pages": [] }',
      };
      const id = await createInstrument(db.write, { title: "  Alumni ", ...odd });
      expect(await findInstrument(db.read, id)).toMatchObject({
        title: "Alumni",
        latest: null,
        hasDraft: true,
        waves: 0,
        sample: false,
      });
      expect(await draftOf(db.read, id)).toMatchObject({ ...odd, number: null, publishedAt: null });
      expect(await versionsOf(db.read, id)).toEqual([]);
    });

    it("is published, edited and published again; old versions stay", async () => {
      const { instrumentId: id, versionId } = await publishedInstrument(db);
      expect(await draftOf(db.read, id)).toBeUndefined();
      await beginDraft(db.write, id);
      expect(await draftOf(db.read, id)).toMatchObject(documents);
      await saveDraft(db.write, id, other);
      await beginDraft(db.write, id);
      expect(await draftOf(db.read, id)).toMatchObject(other);
      expect(await publishDraft(db.write, id)).toBe(2);
      const versions = await versionsOf(db.read, id);
      expect(versions.map(({ number }) => number)).toEqual([2, 1]);
      expect(versions[1]!.id).toBe(versionId);
      expect(await versionOf(db.read, versionId)).toMatchObject({ number: 1, ...documents });
      expect(await findInstrument(db.read, id)).toMatchObject({ latest: 2, hasDraft: false });
    });

    it("is not published twice: what differs in layout only is nothing new", async () => {
      const { instrumentId: id } = await publishedInstrument(db);
      await expect(publishDraft(db.write, id)).rejects.toMatchObject({ id: "not-found" });
      await saveDraft(db.write, id, {
        ...documents,
        codebook: JSON.stringify(JSON.parse(documents.codebook), null, 4),
      });
      await expect(publishDraft(db.write, id)).rejects.toMatchObject({ id: "already-there" });
      await saveDraft(db.write, id, other);
      const both = await Promise.allSettled([1, 2].map(() => publishDraft(db.write, id)));
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await versionsOf(db.read, id)).toHaveLength(2);
    });

    it("is published as it was looked at, not as somebody saved it meanwhile", async () => {
      const { instrumentId: id } = await publishedInstrument(db);
      await saveDraft(db.write, id, other);
      const looked = (await draftOf(db.read, id))!.sha256;
      await saveDraft(db.write, id, { ...other, codebook: '{"a":1}' });
      const published = publishDraft(db.write, id, looked);
      await expect(published).rejects.toMatchObject({ id: "data-changed" });
      await saveDraft(db.write, id, other);
      expect(await publishDraft(db.write, id, looked)).toBe(2);
    });

    it("can return to an older text: it is compared with the newest version only", async () => {
      const { instrumentId: id } = await publishedInstrument(db);
      for (const some of [other, documents]) {
        await saveDraft(db.write, id, some);
        await publishDraft(db.write, id);
      }
      expect(await versionsOf(db.read, id)).toHaveLength(3);
    });

    it("keeps a published version from everybody, also from those who know SQL", async () => {
      const { versionId } = await publishedInstrument(db);
      const change = sql`update instrument_versions set codebook = '{}' where id = ${versionId}`;
      await expect(change.execute(db.write)).rejects.toMatchObject({ code: "23001" });
      expect(await versionOf(db.read, versionId)).toMatchObject(documents);
    });

    it("can drop its draft, and be renamed", async () => {
      const { instrumentId: id } = await publishedInstrument(db);
      await saveDraft(db.write, id, other);
      await dropDraft(db.write, id);
      expect(await draftOf(db.read, id)).toBeUndefined();
      await saveInstrumentTitle(db.write, id, " First jobs ");
      expect(await findInstrument(db.read, id)).toMatchObject({ title: "First jobs", latest: 1 });
    });

    it("is removed with its versions, but not under a wave", async () => {
      const { instrumentId: id } = await publishedInstrument(db);
      await saveDraft(db.write, id, other);
      await removeInstrument(db.write, id);
      expect(await findInstrument(db.read, id)).toBeUndefined();
      const { instrumentId: fielded } = await openWave(db);
      await expect(removeInstrument(db.write, fielded)).rejects.toMatchObject({ id: "in-use" });
      expect((await listInstruments(db.read)).find((one) => one.id === fielded)).toMatchObject({
        waves: 1,
        latest: 1,
      });
    });

    it("is refused without a title, or without being there", async () => {
      const nameless = createInstrument(db.write, { title: " ", ...documents });
      await expect(nameless).rejects.toMatchObject({ id: "invalid-request" });
      for (const verb of [
        () => saveDraft(db.write, "nowhere", documents),
        () => saveInstrumentTitle(db.write, "nowhere", "x"),
        () => publishDraft(db.write, "nowhere"),
      ])
        await expect(verb()).rejects.toMatchObject({ id: "not-found" });
    });
  });
});
