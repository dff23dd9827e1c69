/** Eight people of a wave, each at another place; their counts are done by hand here. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertEvent, type NewEvent } from "../../../src/db/answer-events.ts";
import type { Database } from "../../../src/db/connect.ts";
import { addInvitations } from "../../../src/db/invitations.ts";
import { markComplete, removeAnswers } from "../../../src/db/responses.ts";
import {
  countDays,
  countKinds,
  countSections,
  countWave,
  invitedStates,
  medianSeconds,
  someFacts,
  waveProgress,
} from "../../../src/db/wave-figures.ts";
import { eachDatabase } from "../../support/database.ts";
import { begunResponse, openWave, pageOf } from "./fielded.ts";

const noon = (day: number): Date => new Date(Date.UTC(2026, 2, day, 12));

describe("how a wave goes", () => {
  eachDatabase((kind) => {
    let db: Database;
    let waveId: string;
    let versionId: string;
    let instrumentId: string;
    beforeAll(async () => {
      db = await kind.open();
      ({ waveId, versionId, instrumentId } = await openWave(db));
      await fill();
    });
    afterAll(() => db.close());

    const page = (id: string, more: Partial<NewEvent>) =>
      insertEvent(db.write, pageOf(id, versionId, more));

    /** Four invited; three of them began, and three others by the open link. */
    async function fill(): Promise<void> {
      const people = ["ann", "ben", "cy", "dee"].map((personId, i) => ({
        id: `i-${personId}`,
        personId,
        facts: { year: i < 2 ? "2020" : "2021" },
        tokenHash: `hash ${personId}`,
      }));
      await addInvitations(db.write, waveId, people);
      const begin = (id: string, day: number, more = {}) =>
        begunResponse(db.write, waveId, { id, startedAt: noon(day), ...more });
      const personal = (personId: string) => ({
        invitationId: `i-${personId}`,
        link: "personal" as const,
      });
      await begin("ann", 2, personal("ann"));
      await page("ann", { section: "first", seconds: 60 });
      await page("ann", { section: "second", seconds: 30 });
      await markComplete(db.write, "ann", noon(2));
      await begin("ben", 2, { ...personal("ben"), device: "desktop", locale: "es" });
      await page("ben", { section: "first", seconds: 20 });
      await page("ben", { section: "first", seconds: 20 });
      await begin("cy", 3, personal("cy"));
      await page("cy", { section: "first" });
      await removeAnswers(db.write, "cy", noon(3));
      await begin("open 1", 3);
      await begin("open 2", 3);
      await page("open 2", { section: "first", seconds: 100 });
      await page("open 2", { section: "second", seconds: 50 });
      await markComplete(db.write, "open 2", noon(5));
      await begin("open 3", 3);
      await page("open 3", { section: "second", seconds: null });
      await page("open 3", { section: "first", seconds: null });
    }

    it("started is partial, complete and withdrawn together", async () => {
      expect(await countWave(db.read, waveId)).toEqual({
        invited: 4,
        started: 6,
        partial: 3,
        complete: 2,
        withdrawn: 1,
        completeByInvitation: 1,
      });
    });

    it("days are those on which something happened, in order", async () => {
      expect(await countDays(db.read, waveId)).toEqual([
        { day: "2026-03-02", started: 2, complete: 1 },
        { day: "2026-03-03", started: 4, complete: 0 },
        { day: "2026-03-05", started: 0, complete: 1 },
      ]);
    });

    it("who left, left after the page that was sent last; who withdrew is nowhere", async () => {
      const sections = await countSections(db.read, waveId);
      expect(new Map(sections.map(({ section, ...counts }) => [section, counts]))).toEqual(
        new Map([
          ["", { reached: 1, left: 1 }],
          ["first", { reached: 4, left: 2 }],
          ["second", { reached: 3, left: 0 }],
        ]),
      );
    });

    it("devices and languages of those who did not withdraw", async () => {
      expect(await countKinds(db.read, waveId, "device")).toEqual([
        { kind: "phone", started: 4, complete: 2 },
        { kind: "desktop", started: 1, complete: 0 },
      ]);
      expect(await countKinds(db.read, waveId, "locale")).toEqual([
        { kind: "en", started: 4, complete: 2 },
        { kind: "es", started: 1, complete: 0 },
      ]);
    });

    it("the median of the seconds of those who finished", async () => {
      expect(await medianSeconds(db.read, waveId)).toEqual({ seconds: 120, people: 2 });
    });

    it("how far each invited person is, with what the roster says", async () => {
      const states = await invitedStates(db.read, waveId);
      const told = states.map(({ facts, started, complete }) => [
        (JSON.parse(facts) as { year: string }).year,
        started,
        complete,
      ]);
      expect(told.toSorted()).toEqual([
        ["2020", true, false],
        ["2020", true, true],
        ["2021", false, false],
        ["2021", true, false],
      ]);
      expect(await someFacts(db.read, waveId)).toHaveLength(4);
    });

    it("a wave is told by its instrument, with who started and who finished", async () => {
      const [wave, ...others] = await waveProgress(db.read, instrumentId);
      expect(others).toEqual([]);
      expect(wave).toMatchObject({
        title: "Spring",
        instrumentTitle: "Alumni",
        version: 1,
        started: 6,
        complete: 2,
      });
      expect(await waveProgress(db.read, "another")).toEqual([]);
    });

    it("of a wave that nobody has opened, everything is nothing", async () => {
      const empty = await openWave(db);
      expect(await countWave(db.read, empty.waveId)).toMatchObject({ invited: 0, started: 0 });
      expect(await countDays(db.read, empty.waveId)).toEqual([]);
      expect(await countSections(db.read, empty.waveId)).toEqual([]);
      expect(await medianSeconds(db.read, empty.waveId)).toEqual({ seconds: null, people: 0 });
    });
  });
});
