/** The sample campus: files and a fielded wave, as if they were one's own, with a plan, ready to be computed. */
import { storeDataset } from "../../db/datasets.ts";
import {
  createStudy,
  removeStudy,
  saveCodebook,
  saveLearningOutcomes,
  savePlan,
} from "../../db/studies.ts";
import { fieldSample } from "../../fielding/field-sample.ts";
import { linkSecretOf } from "../../fielding/link-secret.ts";
import { takeSnapshot } from "../../fielding/take-snapshot.ts";
import { seeOther, type Page } from "../page.ts";
import { addressOfStudy } from "../studies/study.ts";

export const sample: Page<"/sample"> = {
  path: "/sample",
  async act(_visit, { db, jobs, config }) {
    const now = new Date();
    const made = await jobs.run("make sample", { year: now.getUTCFullYear() });
    const id = await createStudy(db.write, { title: "Sample campus", sample: true });
    try {
      for (const { source, issues } of made.files)
        await storeDataset(db, id, source, issues, { confirmed: true });
      const waveId = await fieldSample(db, made.wave, { secret: linkSecretOf(config), now });
      await takeSnapshot({ db, jobs }, { waveId, studyId: id, now });
      await saveCodebook(db.write, id, made.codebook);
      await savePlan(db.write, id, made.plan);
      await saveLearningOutcomes(db.write, id, made.learningOutcomes);
    } catch (error) {
      await removeStudy(db.write, id);
      throw error;
    }
    return seeOther(`${addressOfStudy(id)}/plan`);
  },
};
