/** `export`: the answers of a wave as CSV, with everything that is known of the columns. */
import { parseArgs } from "node:util";
import { counted, list } from "#surveys";
import { readConfig } from "../config.ts";
import { connect, type Read } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { listWaves, type Wave } from "../db/waves.ts";
import { collectWave } from "../fielding/collect.ts";
import { sheetOfWave } from "../fielding/sheet-of-wave.ts";
import { Problem } from "../problem.ts";
import { responseFiles } from "../reports/responses/response-files.ts";
import { checkFolder, writeResponses } from "../reports/responses/write-responses.ts";
import type { Command } from "./command.ts";

export const exportResponses: Command = {
  name: "export",
  purpose: "write the answers of a wave as CSV with a codebook",
  help: `throughline export --wave TITLE --out FOLDER [--language LANGUAGE]

  --wave      title or id of the wave; without it the waves are listed
  --out       a folder that does not exist yet, or an empty one
  --language  of labels, such as es; else the first language of the instrument
  --id        name of the column that names the person; else person_id

Writes ${list(responseFiles.map(({ name }) => name))}.
They hold people, not figures: keep them as you keep the answers. The database is that of the service (DATABASE_URL,
DATA_FOLDER); the embedded one can be opened by one program at a time.`,
  async run(words) {
    const { wave, out, language, id = "person_id" } = parse(words);
    if (wave !== undefined && out === undefined)
      throw new Problem("usage", "No folder was given.", { next: "Name one: --out answers" });
    if (out !== undefined) await checkFolder(out);
    const db = await connect(readConfig());
    try {
      await migrate(db.write);
      const found = await waveCalled(db.read, wave);
      const collected = await collectWave(db.read, found);
      const locale = language === undefined ? {} : { locale: language };
      const paths = await writeResponses(out!, sheetOfWave(collected, { person: id, ...locale }));
      process.stdout.write(
        `${counted(collected.responses.length, "response")} of "${found.title}":\n${paths.map((path) => `  ${path}\n`).join("")}`,
      );
    } finally {
      await db.close();
    }
  },
};

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        wave: { type: "string" },
        out: { type: "string" },
        language: { type: "string" },
        id: { type: "string" },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Problem("usage", error.message, { next: "throughline export --help" });
  }
}

/** By id, or by a title that only one wave has. */
async function waveCalled(read: Read, name: string | undefined): Promise<Wave> {
  const waves = await listWaves(read);
  const found = waves.filter(({ id, title }) => id === name || title === name);
  if (found.length === 1) return found[0]!;
  const named = name === undefined ? "No wave was named" : `There is no wave "${name}"`;
  throw new Problem(
    name === undefined ? "usage" : "not-found",
    found.length > 1 ? `${found.length} waves are called "${name}".` : `${named}.`,
    {
      next:
        waves.length === 0
          ? "There are no waves in this database yet."
          : `Name one with --wave: ${list(
              waves.map(({ id, title }) => `"${title}" (${id})`),
              20,
            )}.`,
    },
  );
}
