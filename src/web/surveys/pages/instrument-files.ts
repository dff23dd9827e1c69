/** A version of an instrument as a file. */
import { Problem } from "../../../problem.ts";
import { reportPolicy } from "../../../reports/index.ts";
import type { Page } from "../../page.ts";
import { instrumentFiles } from "../instrument-files.ts";
import { chosenVersion, openInstrument } from "../instrument.ts";

export const instrumentFile: Page<"/surveys/:instrument/versions/:version/:name"> = {
  path: "/surveys/:instrument/versions/:version/:name",
  async show({ params }, world) {
    const open = await openInstrument(world, params.instrument);
    const chosen = await chosenVersion(world, open, params.version);
    const file = instrumentFiles.find(({ name }) => name === params.name);
    if (file === undefined)
      throw new Problem("not-found", "There is no such file of an instrument.", {
        next: "Choose one from the page of the instrument.",
      });
    return new Response(await file.write(chosen), {
      headers: {
        "content-type": `${file.mediaType}; charset=utf-8`,
        "content-disposition": `attachment; filename="${file.name}"`,
        "content-security-policy": `${reportPolicy}; sandbox`,
      },
    });
  },
};
