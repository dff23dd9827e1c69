import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberAt, reasonAt } from "#analysis";
import type { Database } from "../../../src/db/connect.ts";
import { datasetsOf, loadSource, storeDataset } from "../../../src/db/datasets.ts";
import { createStudy } from "../../../src/db/studies.ts";
import type { Wave } from "../../../src/db/waves.ts";
import { comparisonOf } from "../../../src/fielding/comparison.ts";
import { completeResponse, withdrawResponse } from "../../../src/fielding/finish.ts";
import { recordPage } from "../../../src/fielding/record.ts";
import { takeSnapshot } from "../../../src/fielding/take-snapshot.ts";
import { readSource } from "../../../src/intake/read.ts";
import { createJobs, type Jobs } from "../../../src/jobs/index.ts";
import { assemble } from "../../../src/studies/assemble.ts";
import { eachDatabase } from "../../support/database.ts";
import { inviteAll, moment, page, people, smallWave, start } from "./small-wave.ts";

async function* campus(): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode("alum_id,visits\nalum-1,3\nalum-2,0\nalum-9,5\n");
}

describe("a wave taken into a study", () => {
  eachDatabase((kind) => {
    let db: Database;
    let jobs: Jobs;
    let wave: Wave;
    let study: string;
    const at = moment("03-11T12:00:00");
    const take = (now = at) => takeSnapshot({ db, jobs }, { waveId: wave.id, studyId: study, now });

    beforeAll(async () => {
      db = await kind.open();
      jobs = createJobs({ threads: 1 });
      wave = await smallWave(db);
      study = await createStudy(db.write, { title: "Alumni" });
      const { source } = await readSource(campus(), { name: "campus.csv" });
      await storeDataset(db, study, source, [], { confirmed: true });
    });
    afterAll(async () => {
      await jobs.close();
      await db.close();
    });

    const answer = async (token: string, job: string) => {
      const visit = await start(db, token, { at });
      await recordPage(db.write, page(visit, { at, answers: { job } }));
      return visit;
    };

    it("is refused while nobody has answered", async () => {
      await expect(take()).rejects.toMatchObject({ id: "nothing-answered" });
      expect(await datasetsOf(db.read, study)).toHaveLength(1);
    });

    it("joins the other files by the person, and says what it knows of its columns", async () => {
      const { links } = await inviteAll(db, wave, people("alum-1", "alum-2", "alum-3", "alum-4"));
      const tokens = links.map(({ token }) => token);
      await completeResponse(db.write, { ...(await answer(tokens[0]!, "Teacher")), at });
      await answer(tokens[1]!, "Nurse");
      const taken = await take();
      expect(taken.responses).toBe(2);
      const sources = await Promise.all(
        (await datasetsOf(db.read, study)).map(({ id }) => loadSource(db, id)),
      );
      const { table, codebook, ids } = assemble(sources);
      expect(ids).toEqual(["alum-1", "alum-2", "alum-9"]);
      const complete = table.columns.get("survey_complete")!;
      expect([0, 1].map((row) => numberAt(complete, row))).toEqual([1, 0]);
      expect(reasonAt(complete, 2)).toBe("not joined");
      expect(codebook.variables.find(({ id }) => id === "job")).toMatchObject({
        excluded: "free text",
      });
    });

    it("takes the place of what was taken before, and leaves out who withdrew", async () => {
      const { links } = await inviteAll(db, wave, people("alum-5"));
      const visit = await answer(links[0]!.token, "Baker");
      expect((await take(moment("03-12T12:00:00"))).responses).toBe(3);
      await withdrawResponse(db.write, { ...visit, at });
      const { responses, datasetId } = await take(moment("03-13T12:00:00"));
      expect(responses).toBe(2);
      const files = await datasetsOf(db.read, study);
      expect(files.map(({ name }) => name)).toEqual([
        "campus.csv",
        expect.stringContaining("2026-03-13"),
      ]);
      expect(files[1]!.id).toBe(datasetId);
      const again = await take(moment("03-14T12:00:00"));
      expect(again.datasetId).toBe(datasetId);
    });

    it("tells nobody anything of two people", async () => {
      const comparison = await comparisonOf(db.read, wave.id);
      expect(comparison!.responses).toBe(2);
      for (const { description } of comparison!.scales)
        expect(description).toEqual({ n: 0, mean: null, middleHalf: null, reliability: null });
    });
  });
});
