/** The codebook as a file, out and in. */
import { saveCodebook } from "../../db/studies.ts";
import { Problem } from "../../problem.ts";
import { readCodebook, writeCodebook } from "../../studies/codebook-file.ts";
import { seeOther, type Page } from "../page.ts";
import { readUploadedText } from "../uploads/receive-text.ts";
import {
  addressOfStudy,
  assemblyOf,
  assemblyOfStudy,
  openStudy,
  readingOptions,
} from "../studies/study.ts";
import { dataView } from "./data.tsx";

export const codebookFile: Page<"/studies/:study/codebook.json"> = {
  path: "/studies/:study/codebook.json",
  async show({ params }, world) {
    const { codebook } = await assemblyOfStudy(world, await openStudy(world, params.study));
    return new Response(writeCodebook(codebook), {
      headers: {
        "content-type": "application/json",
        "content-disposition": 'attachment; filename="codebook.json"',
      },
    });
  },
};

export const takeCodebook: Page<"/studies/:study/data/codebook"> = {
  path: "/studies/:study/data/codebook",
  async act({ params, request }, world) {
    const open = await openStudy(world, params.study);
    try {
      const { text, name } = await readUploadedText(request);
      const codebook = readCodebook(text, name);
      await assemblyOf(world, open.confirmed, { ...readingOptions(open.study), codebook });
      await saveCodebook(world.db.write, open.study.id, codebook);
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal;
      return dataView(world, open, { query: new URLSearchParams(), refusal });
    }
    return seeOther(`${addressOfStudy(open.study.id)}/data`);
  },
};
