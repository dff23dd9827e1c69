import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Codebook } from "#surveys";
import type { Database } from "../../../src/db/connect.ts";
import { storeDataset } from "../../../src/db/datasets.ts";
import {
  createStudy,
  findStudy,
  listStudies,
  removeStudy,
  saveCodebook,
  saveIdColumn,
  saveLearningOutcomes,
  savePlan,
  saveScoring,
  saveTitle,
} from "../../../src/db/studies.ts";
import { scoringRules } from "../../../src/studies/study.ts";
import { eachDatabase } from "../../support/database.ts";
import { sourceOf } from "./sources.ts";

describe("a study", () => {
  eachDatabase((kind) => {
    let db: Database;
    beforeAll(async () => {
      db = await kind.open();
    });
    afterAll(() => db.close());

    it("begins with nothing decided", async () => {
      const id = await createStudy(db.write, { title: "  Alumni 2019 " });
      const study = await findStudy(db.read, id);
      expect(study).toMatchObject({
        id,
        title: "Alumni 2019",
        sample: false,
        idColumn: null,
        scoring: scoringRules[0],
        codebook: null,
        learningOutcomes: null,
        plan: null,
      });
      expect(Math.abs(Date.now() - study!.createdAt.getTime())).toBeLessThan(60_000);
    });

    it("keeps what was decided, and forgets it again", async () => {
      const id = await createStudy(db.write, { title: "Alumni", sample: true });
      const plan = { outcomes: ["pay"], weight: null, confidence: 0.9 };
      const outcomes = [{ id: "C1", label: "Explains “why”", evidence: ["a", "b"] }];
      await saveTitle(db.write, id, "Renamed");
      await saveIdColumn(db.write, id, "Person \\ number");
      await saveCodebook(db.write, id, codebook);
      await saveLearningOutcomes(db.write, id, outcomes);
      await savePlan(db.write, id, plan);
      expect(await findStudy(db.read, id)).toMatchObject({
        title: "Renamed",
        sample: true,
        idColumn: "Person \\ number",
        codebook,
        learningOutcomes: outcomes,
        plan,
      });
      await saveLearningOutcomes(db.write, id, []);
      await savePlan(db.write, id, null);
      expect(await findStudy(db.read, id)).toMatchObject({ learningOutcomes: [], plan: null });
    });

    it.each(scoringRules)("can be scored by the rule %s", async (rule) => {
      const id = await createStudy(db.write, { title: "Scored" });
      await saveScoring(db.write, id, rule);
      expect((await findStudy(db.read, id))?.scoring).toBe(rule);
    });

    it("is listed newest first, with the number of its files", async () => {
      const older = await createStudy(db.write, { title: "Older" });
      const newer = await createStudy(db.write, { title: "Newer" });
      for (const name of ["a.csv", "b.csv"])
        await storeDataset(db, older, sourceOf(name), [], { confirmed: true });
      const [first, second] = await listStudies(db.read);
      expect([first, second]).toMatchObject([
        { id: newer, title: "Newer", datasets: 0 },
        { id: older, title: "Older", datasets: 2 },
      ]);
    });

    it("is gone when it is removed, and cannot be changed any more", async () => {
      const id = await createStudy(db.write, { title: "Gone" });
      await removeStudy(db.write, id);
      expect(await findStudy(db.read, id)).toBeUndefined();
      await expect(savePlan(db.write, id, null)).rejects.toMatchObject({ id: "not-found" });
      await removeStudy(db.write, id);
    });

    it.each(["", "   ", "x".repeat(201)])("needs a title of a sensible length", async (title) => {
      await expect(createStudy(db.write, { title })).rejects.toMatchObject({
        id: "invalid-request",
        message: expect.stringContaining("title"),
      });
    });

    it("refuses a text that cannot be stored in words", async () => {
      await expect(createStudy(db.write, { title: "a\0b" })).rejects.toMatchObject({
        id: "invalid-request",
        message: expect.stringContaining("NUL"),
      });
      const id = await createStudy(db.write, { title: "NUL" });
      await expect(savePlan(db.write, id, { outcomes: ["\0"] })).rejects.toMatchObject({
        id: "invalid-request",
      });
    });
  });
});

const codebook: Codebook = {
  variables: [
    {
      id: "__proto__",
      label: 'O\'Brien "quoted" \\ 🎓',
      level: "ordinal",
      source: "a.csv",
      values: [{ cell: "007", code: 7, label: "true" }],
      missing: { "-9": "refused", "": "skipped" },
      decidedBy: "a person",
    },
  ],
};
