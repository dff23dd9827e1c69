import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  cancelScreening,
  failScreening,
  findScreening,
  finishScreening,
  interruptedScreenings,
  latestScreening,
  reportProgress,
  screeningResult,
  screeningsOf,
  startScreening,
} from "../../../src/db/screenings.ts";
import type { Database } from "../../../src/db/connect.ts";
import { createStudy, removeStudy } from "../../../src/db/studies.ts";
import { Problem } from "../../../src/problem.ts";
import type { Specification } from "../../../src/studies/run-study.ts";
import { eachDatabase } from "../../support/database.ts";

const specification: Specification = { scoring: "all items", plan: { outcomes: ["pay"] } };

describe("a screening", () => {
  eachDatabase((kind) => {
    let db: Database;
    let study: string;
    beforeAll(async () => {
      db = await kind.open();
    });
    beforeEach(async () => {
      study = await createStudy(db.write, { title: "Alumni" });
    });
    afterAll(() => db.close());

    it("is queued, runs, and ends with its result byte for byte", async () => {
      const id = await startScreening(db.write, study, specification);
      expect(await findScreening(db.read, id)).toMatchObject({
        studyId: study,
        specification,
        state: "queued",
        done: 0,
        total: 0,
        finishedAt: null,
      });
      const progress = {
        step: "pairs screened",
        done: 3_000_000_000,
        total: 9_007_199_254_740_991,
      };
      expect(await reportProgress(db.write, id, progress)).toBe(true);
      expect(await findScreening(db.read, id)).toMatchObject({ state: "running", ...progress });
      const result = `{"b": 1,  "a": [1.0, 1e5, "é\\u0000"]}\n${"x".repeat(3_000_000)}`;
      expect(await finishScreening(db.write, id, result)).toBe(true);
      expect(await screeningResult(db.read, id)).toBe(result);
      const { state, createdAt, finishedAt } = (await findScreening(db.read, id))!;
      expect(state).toBe("done");
      expect(finishedAt!.getTime()).toBeGreaterThanOrEqual(createdAt.getTime());
    });

    it("fails with its problem", async () => {
      const id = await startScreening(db.write, study, specification);
      const issues = [
        { severity: "error", file: "plan.json", code: "unknown-column", text: "No “pay”." },
      ] as const;
      const problem = new Problem("invalid-plan", "It does not fit.", { next: "Mend it.", issues });
      expect(await failScreening(db.write, id, problem)).toBe(true);
      expect(await findScreening(db.read, id)).toMatchObject({
        state: "failed",
        problem: { id: "invalid-plan", detail: "It does not fit.", next: "Mend it.", issues },
      });
      expect(await screeningResult(db.read, id)).toBeUndefined();
    });

    it("stays as it ended", async () => {
      const id = await startScreening(db.write, study, specification);
      expect(await cancelScreening(db.write, id)).toBe(true);
      const progress = { step: "late", done: 1, total: 2 };
      expect(await reportProgress(db.write, id, progress)).toBe(false);
      expect(await finishScreening(db.write, id, "{}")).toBe(false);
      expect(await failScreening(db.write, id, new Problem("busy", "late"))).toBe(false);
      expect(await cancelScreening(db.write, id)).toBe(false);
      expect(await findScreening(db.read, id)).toMatchObject({ state: "cancelled", step: "" });
    });

    it("is found as the newest of its study, of all or in a state", async () => {
      const first = await startScreening(db.write, study, specification);
      await finishScreening(db.write, first, "{}");
      const second = await startScreening(db.write, study, specification);
      expect((await latestScreening(db.read, study))?.id).toBe(second);
      expect((await latestScreening(db.read, study, "done"))?.id).toBe(first);
      expect(await latestScreening(db.read, study, "failed")).toBeUndefined();
      expect((await screeningsOf(db.read, study)).map(({ id }) => id)).toEqual([second, first]);
    });

    it("that was under way when the program stopped has failed, and says so", async () => {
      await interruptedScreenings(db.write);
      const ids = [1, 2, 3].map(() => startScreening(db.write, study, specification));
      const [queued, running, done] = (await Promise.all(ids)) as [string, string, string];
      await reportProgress(db.write, running, { step: "half", done: 1, total: 2 });
      await finishScreening(db.write, done, "{}");
      expect(await interruptedScreenings(db.write)).toBe(2);
      for (const id of [queued, running])
        expect(await findScreening(db.read, id)).toMatchObject({
          state: "failed",
          problem: { id: "work-stopped" },
        });
      expect((await findScreening(db.read, done))?.state).toBe("done");
      expect(await interruptedScreenings(db.write)).toBe(0);
    });

    it("needs a study, and goes with it", async () => {
      await expect(startScreening(db.write, "none", specification)).rejects.toMatchObject({
        id: "not-found",
      });
      const id = await startScreening(db.write, study, specification);
      await removeStudy(db.write, study);
      expect(await findScreening(db.read, id)).toBeUndefined();
      expect(await finishScreening(db.write, id, "{}")).toBe(false);
    });
  });
});
