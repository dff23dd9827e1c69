/** The answers of a wave, as they are now, go into a study. */
import { takeSnapshot } from "../../../fielding/take-snapshot.ts";
import { Problem } from "../../../problem.ts";
import { readForm } from "../../forms/form.ts";
import { seeOther, type Page } from "../../page.ts";
import { addressOfStudy } from "../../studies/study.ts";
import { openWave } from "../wave.ts";
import { waveView } from "./wave.tsx";

export const snapshot: Page<"/waves/:wave/snapshots"> = {
  path: "/waves/:wave/snapshots",
  async act({ params, request }, world) {
    const open = await openWave(world, params.wave);
    const form = await readForm(request);
    const studyId = form.get("study") ?? "";
    try {
      await takeSnapshot(world, { waveId: open.wave.id, studyId, now: new Date() });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return waveView(world, open, { problem });
    }
    return seeOther(`${addressOfStudy(studyId)}/data`);
  },
};
