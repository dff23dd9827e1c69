/** The answers of a wave as files: the same as the command line writes. */
import { collectWave } from "../../../fielding/collect.ts";
import { Problem } from "../../../problem.ts";
import { responseFiles } from "../../../reports/responses/response-files.ts";
import type { Page } from "../../page.ts";
import { openWave } from "../wave.ts";

export const waveAnswers: Page<"/waves/:wave/answers/:name"> = {
  path: "/waves/:wave/answers/:name",
  async show({ params }, world) {
    const { wave } = await openWave(world, params.wave);
    const file = responseFiles.find(({ name }) => name === params.name);
    if (file === undefined)
      throw new Problem("not-found", "There is no such file of a wave.", {
        next: "Choose one from the page of the wave.",
      });
    const collected = await collectWave(world.db.read, wave);
    const text = await world.jobs.run("give out", {
      wave: collected,
      person: "person_id",
      file: file.name,
    });
    return new Response(text, {
      headers: {
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename="${file.name}"`,
      },
    });
  },
};
