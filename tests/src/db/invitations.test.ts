import { randomUUID } from "node:crypto";
import { assert, asyncProperty, dictionary, string, tuple, uniqueArray } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/connect.ts";
import {
  addInvitations,
  findInvitationByHash,
  invitationsOf,
  type NewInvitation,
} from "../../../src/db/invitations.ts";
import { eachDatabase } from "../../support/database.ts";
import { openWave } from "./fielded.ts";

const invited = (personId: string, facts: NewInvitation["facts"] = {}): NewInvitation => {
  const id = randomUUID();
  return { id, personId, facts, tokenHash: `hash of ${id}` };
};

describe("invitations", () => {
  eachDatabase((kind) => {
    let db: Database;
    beforeAll(async () => {
      db = await kind.open();
    });
    afterAll(() => db.close());

    it("are added once; who is invited stays as they are", async () => {
      const { waveId } = await openWave(db);
      const first = [invited("7", { major: "History" }), invited("07")];
      expect(await addInvitations(db.write, waveId, first)).toEqual(
        new Set(first.map(({ id }) => id)),
      );
      const more = [invited("7", { major: "Physics" }), invited("8")];
      expect(await addInvitations(db.write, waveId, more)).toEqual(new Set([more[1]!.id]));
      const all = await invitationsOf(db.read, waveId);
      expect(all.map(({ personId, id }) => [personId, id])).toEqual([
        ["07", first[1]!.id],
        ["7", first[0]!.id],
        ["8", more[1]!.id],
      ]);
      expect(await findInvitationByHash(db.read, first[0]!.tokenHash)).toEqual({
        id: first[0]!.id,
        waveId,
        personId: "7",
        facts: { major: "History" },
      });
      expect(await findInvitationByHash(db.read, more[0]!.tokenHash)).toBeUndefined();
    });

    it("keep any text there is", async () => {
      const { waveId } = await openWave(db);
      const text = string({ unit: "grapheme" });
      const people = uniqueArray(tuple(text, dictionary(text, text)), {
        selector: ([id]) => id,
        maxLength: 30,
      });
      await assert(
        asyncProperty(people, async (some) => {
          const run = randomUUID();
          const added = some.map(([id, facts]) =>
            invited(`${run} ${id.replaceAll("\0", "").slice(0, 100)}`, facts),
          );
          const unique = new Map(added.map((one) => [one.personId, one]));
          await addInvitations(db.write, waveId, [...unique.values()]);
          const stored = await invitationsOf(db.read, waveId);
          const mine = stored.filter(({ personId }) => personId.startsWith(run));
          expect(new Map(mine.map(({ personId, facts }) => [personId, facts]))).toEqual(
            new Map([...unique].map(([id, { facts }]) => [id, { ...facts }])),
          );
        }),
        { numRuns: 20 },
      );
    });

    it("are all there or none: one that cannot be takes the others with it", async () => {
      const { waveId } = await openWave(db);
      const many = Array.from({ length: 4_500 }, (_, n) => invited(`person ${n}`));
      const wrong = [...many, invited("")];
      await expect(addInvitations(db.write, waveId, wrong)).rejects.toMatchObject({
        id: "invalid-request",
      });
      expect(await invitationsOf(db.read, waveId)).toEqual([]);
      expect((await addInvitations(db.write, waveId, many)).size).toBe(4_500);
      expect(await invitationsOf(db.read, waveId)).toHaveLength(4_500);
    });

    it("need a wave", async () => {
      const nowhere = addInvitations(db.write, "nowhere", [invited("7")]);
      await expect(nowhere).rejects.toMatchObject({ id: "not-found" });
    });
  });
});
