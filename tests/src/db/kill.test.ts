import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { connect, type Database } from "../../../src/db/connect.ts";
import { datasetsOf, loadSource } from "../../../src/db/datasets.ts";
import { createStudy } from "../../../src/db/studies.ts";
import { eachDatabase, type Place } from "../../support/database.ts";
import { writtenFile } from "./sources.ts";

type Config = Place["config"];
const writer = fileURLToPath(new URL("endless-writer.ts", import.meta.url));
const kills = 3;

describe("a process killed while it stores files", () => {
  eachDatabase((kind) => {
    it("leaves whole files only, and every acknowledged one", async () => {
      const { config, remove } = await kind.place();
      const study = await withDatabase(config, (db) => createStudy(db.write, { title: "Killed" }));
      const acknowledged: string[] = [];
      for (let kill = 0; kill < kills; kill++)
        acknowledged.push(...(await killed(config, study, `run ${kill}`)));
      await withDatabase(config, async (db) => {
        const stored = await datasetsOf(db.read, study);
        const ids = stored.map(({ id }) => id);
        expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
        expect(ids).toEqual(expect.arrayContaining(acknowledged));
        expect(ids.length - acknowledged.length).toBeLessThanOrEqual(kills);
        for (const { id, name } of stored)
          expect(await loadSource(db, id)).toStrictEqual(writtenFile(name));
      });
      await remove();
    });
  });
});

async function withDatabase<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await connect(config);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** @returns what it had acknowledged when it was killed, at a moment that is different each time. */
async function killed(config: Config, study: string, seed: string): Promise<string[]> {
  const options = [
    "--conditions=source",
    writer,
    config.databaseUrl ?? "",
    config.dataFolder,
    study,
    seed,
  ];
  const child = spawn(process.execPath, options, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let output = "";
  const started = new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      resolve();
    });
  });
  await Promise.race([started, ended]);
  await sleep(Math.random() * 400);
  child.kill("SIGKILL");
  await ended;
  return output.split("\n").slice(0, -1);
}
