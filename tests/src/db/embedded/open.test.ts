import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { connect } from "../../../../src/db/connect.ts";
import { removeDataset, storeDataset } from "../../../../src/db/datasets.ts";
import { createStudy, findStudy } from "../../../../src/db/studies.ts";
import { databases } from "../../../support/database.ts";
import { sourceOf } from "../sources.ts";

const embedded = databases.find(({ kind }) => kind === "embedded")!;

describe("the embedded database", () => {
  it("keeps what it has over a restart", async () => {
    const { config, remove } = await embedded.place();
    const first = await connect(config);
    const id = await createStudy(first.write, { title: "Kept" });
    await first.close();
    await first.close();
    expect(readdirSync(config.dataFolder)).toEqual(["database"]);
    const second = await connect(config);
    expect((await findStudy(second.read, id))?.title).toBe("Kept");
    await second.close();
    await remove();
  });

  it("refuses a second process while one lives, and is taken over from a killed one", async () => {
    const { config, remove } = await embedded.place();
    const first = await hold(config.dataFolder);
    await expect(connect(config)).rejects.toMatchObject({
      id: "embedded-database-in-use",
      message: expect.stringContaining(`process ${first.pid}`),
    });
    await ended(first, "SIGKILL");
    const second = await hold(config.dataFolder);
    await expect(connect(config)).rejects.toMatchObject({ id: "embedded-database-in-use" });
    await ended(second, "SIGTERM");
    expect(readdirSync(config.dataFolder)).toEqual(["database"]);
    await (await connect(config)).close();
    await remove();
  });

  it("does not stop the thread that asks", async () => {
    const db = await embedded.open();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const slow = sql`select count(*) from generate_series(1, 3000000) n where sqrt(n) > 0`;
    await sleep(50);
    delay.enable();
    const began = performance.now();
    await slow.execute(db.write);
    const took = performance.now() - began;
    delay.disable();
    expect(took).toBeGreaterThan(200);
    expect(delay.max / 1e6).toBeLessThan(took / 3);
    await db.close();
  });

  it("answers reading and writing in turn, transactions whole", async () => {
    const db = await embedded.open();
    const id = await createStudy(db.write, { title: "0" });
    const add = () =>
      db.write.transaction().execute(async (within) => {
        const { title } = await within
          .selectFrom("studies")
          .select("title")
          .where("id", "=", id)
          .executeTakeFirstOrThrow();
        await sleep(1);
        await within
          .updateTable("studies")
          .set({ title: String(Number(title) + 1) })
          .where("id", "=", id)
          .execute();
      });
    const reads = Array.from({ length: 20 }, () => findStudy(db.read, id));
    await Promise.all([...Array.from({ length: 20 }, add), ...reads]);
    expect((await findStudy(db.read, id))?.title).toBe("20");
    await db.close();
  });

  it("rolls a failed transaction back and goes on", async () => {
    const db = await embedded.open();
    const failing = db.write.transaction().execute(async (within) => {
      await createStudy(within, { title: "Never" });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    const broken = db.write.transaction().execute(async (within) => {
      await sql`select nothing`.execute(within).catch(() => undefined);
      await createStudy(within, { title: "Never" });
    });
    await expect(broken).rejects.toMatchObject({ code: "25P02" });
    const { rows } = await sql`select title from studies`.execute(db.write);
    expect(rows).toEqual([]);
    await db.close();
  });

  it("does not grow with what was removed", async () => {
    const { config, remove } = await embedded.place();
    const db = await connect(config);
    const study = await createStudy(db.write, { title: "Again and again" });
    const source = sourceOf("large.csv", { rows: 200_000, columns: 130 });
    for (let cycle = 0; cycle < 7; cycle++)
      await removeDataset(db.write, await storeDataset(db, study, source, [], { confirmed: true }));
    expect(sizeOf(join(config.dataFolder, "database/pg_wal"))).toBeLessThan(150e6);
    await db.close();
    expect(sizeOf(join(config.dataFolder, "database/base"))).toBeLessThan(60e6);
    await remove();
  });

  it("explains a folder of another PostgreSQL, a damaged one, and one it may not make", async () => {
    const home = mkdtempSync(join(tmpdir(), "throughline-odd-"));
    const folder = join(home, "data", "database");
    mkdirSync(folder, { recursive: true });
    const open = () => connect({ databaseUrl: undefined, dataFolder: join(home, "data") });
    writeFileSync(join(folder, "PG_VERSION"), "17\n");
    await expect(open()).rejects.toMatchObject({
      id: "embedded-database-unreadable",
      message: expect.stringMatching(/PostgreSQL 17, this is 18/),
    });
    writeFileSync(join(folder, "PG_VERSION"), "18\n");
    await expect(open()).rejects.toMatchObject({
      id: "embedded-database-unreadable",
      message: expect.stringContaining("it has no base and no global/pg_control"),
    });
    for (const name of ["base", "global", "pg_wal"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "global", "pg_control"), "nonsense");
    await expect(open()).rejects.toMatchObject({ id: "embedded-database-unreadable" });
    expect(readdirSync(join(home, "data"))).toEqual(["database"]);
    const underFile = { databaseUrl: undefined, dataFolder: join(folder, "PG_VERSION", "x") };
    await expect(connect(underFile)).rejects.toMatchObject({
      id: "embedded-database-unreadable",
      message: expect.stringContaining("ENOTDIR"),
    });
    rmSync(home, { recursive: true, force: true });
  });
});

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).reduce(
    (bytes, name) => bytes + statSync(join(folder, name)).size,
    0,
  );

const holder = fileURLToPath(new URL("holder.ts", import.meta.url));

async function hold(dataFolder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--conditions=source", holder, dataFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout!.once("data", resolve));
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await exit;
}
