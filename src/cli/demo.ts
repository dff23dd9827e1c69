/** `demo`: the whole main job on the sample campus. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeCampus } from "../campus/write.ts";
import type { Command } from "./command.ts";
import { rankFiles } from "./rank.ts";
import { rankOptions } from "./rank-options.ts";

const folder = "demo";

export const demo: Command = {
  name: "demo",
  purpose: "make the sample campus and rank it, from CSV files to report",
  help: `throughline demo

Writes the sample campus (three CSV files, a plan, learning outcomes, a codebook) to ${folder}/ and ranks it.
The people are made up; which experiences matter is planted, so the ranking can be checked.`,
  async run() {
    await mkdir(folder, { recursive: true });
    const { data, plan, clos, codebook } = await writeCampus(folder);
    const files = data.flatMap((path) => ["--data", path]);
    const named = ["--id", "student_id", "--plan", plan, "--clos", clos, "--codebook", codebook];
    const words = [...files, ...named, "--out", join(folder, "report")];
    process.stdout.write(`throughline rank ${words.join(" ")}\n\n`);
    await rankFiles(await rankOptions(words));
  },
};
