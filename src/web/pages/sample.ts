/** The sample campus: files as if they had been uploaded, with its plan, ready to be computed. */
import { storeDataset } from "../../db/datasets.ts";
import {
  createStudy,
  removeStudy,
  saveCodebook,
  saveLearningOutcomes,
  savePlan,
} from "../../db/studies.ts";
import { seeOther, type Page } from "../page.ts";
import { addressOfStudy } from "../studies/study.ts";

export const sample: Page<"/sample"> = {
  path: "/sample",
  async act(_visit, { db, jobs }) {
    const { files, plan, learningOutcomes, codebook } = await jobs.run("make sample", {});
    const id = await createStudy(db.write, { title: "Sample campus", sample: true });
    try {
      for (const { source, issues } of files)
        await storeDataset(db, id, source, issues, { confirmed: true });
      await saveCodebook(db.write, id, codebook);
      await savePlan(db.write, id, plan);
      await saveLearningOutcomes(db.write, id, learningOutcomes);
    } catch (error) {
      await removeStudy(db.write, id);
      throw error;
    }
    return seeOther(`${addressOfStudy(id)}/plan`);
  },
};
