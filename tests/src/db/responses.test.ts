import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf, eventsOfWave, insertEvent } from "../../../src/db/answer-events.ts";
import type { Database } from "../../../src/db/connect.ts";
import { addInvitations } from "../../../src/db/invitations.ts";
import {
  findResponse,
  markComplete,
  removeAnswers,
  responsesOf,
} from "../../../src/db/responses.ts";
import { findWave } from "../../../src/db/waves.ts";
import { eachDatabase } from "../../support/database.ts";
import { begunResponse, openWave, pageOf } from "./fielded.ts";

const idOf = ({ id }: { readonly id: number }): number => id;

describe("a response", () => {
  eachDatabase((kind) => {
    let db: Database;
    let waveId: string;
    let versionId: string;
    beforeAll(async () => {
      db = await kind.open();
      ({ waveId, versionId } = await openWave(db));
    });
    afterAll(() => db.close());

    const countOf = async (id: string) => (await eventsOf(db.read, id)).length;

    it("is started once, however often it is", async () => {
      const id = randomUUID();
      await Promise.all([1, 2, 3].map((seed) => begunResponse(db.write, waveId, { id, seed })));
      const mine = (await responsesOf(db.read, waveId)).filter((one) => one.id === id);
      expect(mine).toHaveLength(1);
    });

    it("is one per invitation", async () => {
      const invitation = { id: randomUUID(), personId: "one", facts: { a: "b" }, tokenHash: "t" };
      await addInvitations(db.write, waveId, [invitation]);
      const more = { invitationId: invitation.id, link: "personal" } as const;
      const first = await begunResponse(db.write, waveId, more);
      const second = await begunResponse(db.write, waveId, more);
      expect(await findResponse(db.read, second)).toBeUndefined();
      expect(await findResponse(db.read, first)).toMatchObject({
        wave: await findWave(db.read, waveId),
        invitation: { id: invitation.id, personId: "one", facts: { a: "b" }, waveId },
        response: { id: first, waveId, ...more, modules: [], seed: 7, completedAt: null },
      });
    });

    it("keeps a page to the letter", async () => {
      const id = await begunResponse(db.write, waveId);
      const answers = {
        job: "caf\u00e9 \0 \ud800 \u{1f600} \\ ' \" \n",
        many: ["a", 2, true],
        rows: { x: 1 },
        blank: null,
      };
      const typed = { pay: { "": "lots\0" } };
      const page = pageOf(id, versionId, {
        answers,
        typed,
        seconds: null,
        late: true,
        seen: 2 ** 40,
      });
      await insertEvent(db.write, page);
      const { responseId: _, key: _key, digest: _digest, ...kept } = page;
      expect(await eventsOf(db.read, id)).toEqual([
        { id: expect.any(Number), replaced: 0, ...kept },
      ]);
      expect((await eventsOfWave(db.read, waveId)).get(id)).toEqual(await eventsOf(db.read, id));
    });

    it("stores the same page once: a double click, and fifty at once", async () => {
      const id = await begunResponse(db.write, waveId);
      const page = pageOf(id, versionId);
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, () => insertEvent(db.write, page)),
      );
      expect(outcomes.filter((one) => one === "stored")).toHaveLength(1);
      expect(outcomes.filter((one) => one === "already stored")).toHaveLength(49);
      expect(await insertEvent(db.write, page)).toBe("already stored");
      expect(await countOf(id)).toBe(1);
    });

    it("stores other answers under the same key, and the first ones again after them", async () => {
      const id = await begunResponse(db.write, waveId);
      const yes = pageOf(id, versionId, { digest: "yes" });
      const no = { ...yes, digest: "no" };
      for (const page of [yes, no, yes, no])
        expect([await insertEvent(db.write, page), await insertEvent(db.write, page)]).toEqual([
          "stored",
          "already stored",
        ]);
      const events = await eventsOf(db.read, id);
      expect(events.map(({ replaced }) => replaced)).toEqual([0, ...events.slice(0, 3).map(idOf)]);
    });

    it("stores the same answers of two forms, and of two people with one key", async () => {
      const [id, other] = [
        await begunResponse(db.write, waveId),
        await begunResponse(db.write, waveId),
      ];
      const page = pageOf(id, versionId);
      for (const one of [page, { ...page, key: randomUUID() }, { ...page, responseId: other }])
        expect(await insertEvent(db.write, one)).toBe("stored");
      expect([await countOf(id), await countOf(other)]).toEqual([2, 1]);
    });

    it("is complete once, from the first time on", async () => {
      const id = await begunResponse(db.write, waveId);
      const at = new Date("2026-03-03T00:00:00Z");
      const later = new Date("2026-03-04T00:00:00Z");
      expect(await markComplete(db.write, id, at)).toBe("completed");
      expect(await markComplete(db.write, id, later)).toBe("already completed");
      expect((await findResponse(db.read, id))!.response.completedAt).toEqual(at);
    });

    it("can be withdrawn: the answers go, the fact stays", async () => {
      const id = await begunResponse(db.write, waveId);
      await insertEvent(db.write, pageOf(id, versionId));
      const at = new Date("2026-03-03T00:00:00Z");
      await removeAnswers(db.write, id, at);
      await removeAnswers(db.write, id, new Date());
      expect(await countOf(id)).toBe(0);
      expect((await findResponse(db.read, id))!.response.withdrawnAt).toEqual(at);
      const page = insertEvent(db.write, pageOf(id, versionId));
      await expect(page).rejects.toMatchObject({ id: "not-found" });
      await expect(markComplete(db.write, id, at)).rejects.toMatchObject({ id: "not-found" });
    });

    it("leaves nothing behind, however many pages arrive while it is withdrawn", async () => {
      for (let round = 0; round < 10; round++) {
        const id = await begunResponse(db.write, waveId);
        const page = () => insertEvent(db.write, pageOf(id, versionId)).catch(() => "refused");
        await Promise.all([
          ...Array.from({ length: 4 }, page),
          removeAnswers(db.write, id, new Date()),
          ...Array.from({ length: 4 }, page),
        ]);
        expect(await countOf(id)).toBe(0);
      }
    });

    it("takes pages of its own instrument only, from a form only", async () => {
      const id = await begunResponse(db.write, waveId);
      const { versionId: foreign } = await openWave(db);
      for (const wrong of ["nowhere", foreign])
        await expect(insertEvent(db.write, pageOf(id, wrong))).rejects.toMatchObject({
          id: "not-found",
        });
      await expect(
        insertEvent(db.write, pageOf(id, versionId, { key: "short" })),
      ).rejects.toMatchObject({ id: "invalid-request" });
      await expect(markComplete(db.write, "nowhere", new Date())).rejects.toMatchObject({
        id: "not-found",
      });
      await expect(removeAnswers(db.write, "nowhere", new Date())).rejects.toMatchObject({
        id: "not-found",
      });
    });
  });
});
