import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../../../src/db/embedded/lock.ts";
import { processAt } from "../../../../src/db/embedded/running-process.ts";

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "throughline-lock-"));
  folder = join(home, "database");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const holder = { ...processAt(process.pid)!, host: hostname() };
const deadPid = 2 ** 22 + 1;
const leave = (name: string, content: object | string) =>
  writeFileSync(
    `${folder}.lock.${name}`,
    typeof content === "string" ? content : JSON.stringify(content),
  );
const locks = () => readdirSync(home).filter((name) => name.startsWith("database.lock."));

describe("the lock of a folder", () => {
  it("names its holder, and is gone when it is let go", async () => {
    const unlock = await lockFolder(folder);
    const [mine] = locks();
    expect(JSON.parse(readFileSync(join(home, mine!), "utf8"))).toEqual(holder);
    unlock();
    expect(readdirSync(home)).toEqual([]);
    (await lockFolder(folder))();
  });

  it("is refused while its holder lives, with words about what to do", async () => {
    const unlock = await lockFolder(folder);
    const held = locks();
    await expect(lockFolder(folder)).rejects.toMatchObject({
      id: "embedded-database-in-use",
      message: expect.stringContaining(`process ${process.pid}`),
      next: expect.stringContaining("DATA_FOLDER"),
    });
    expect(readdirSync(home)).toEqual(held);
    unlock();
  });

  it.each([
    ["there is no such process", { ...holder, pid: deadPid }],
    ["the number belongs to a later process", { ...holder, started: "before" }],
  ])("is taken over when %s", async (_, left) => {
    leave("left", left);
    leave("left-earlier", left);
    const unlock = await lockFolder(folder);
    expect(locks()).toHaveLength(1);
    expect(locks()[0]).not.toContain("left");
    unlock();
  });

  it.each([
    ["on a machine that cannot be asked", { ...holder, pid: deadPid, host: "elsewhere" }],
    ["by nobody that can be read", ""],
    ["by a process whose start nobody knows", { ...holder, started: null }],
  ])("is refused when held %s, however old it is", async (_, left) => {
    leave("left", left);
    utimesSync(`${folder}.lock.left`, 0, 0);
    leave("dead", { ...holder, pid: deadPid });
    await expect(lockFolder(folder)).rejects.toThrow(/is in use|may be in use/);
    expect(locks()).toContain("database.lock.left");
  });

  it("is held by one at a time, however many contend for it and die with it", async () => {
    const until = String(Date.now() + 2500);
    const said = await Promise.all(Array.from({ length: 4 }, () => contend(until)));
    for (const text of said) expect(text).toMatch(/^[1-9]\d*\n$/);
    // The last one died with it too.
    expect(locks().length).toBeGreaterThan(0);
    (await lockFolder(folder))();
    expect(locks()).toEqual([]);
  });

  it("is not confused by the locks of other folders", async () => {
    writeFileSync(join(home, "other.lock.3"), JSON.stringify(holder));
    (await lockFolder(folder))();
    expect(readdirSync(home)).toEqual(["other.lock.3"]);
  });
});

const contestant = fileURLToPath(new URL("contestant.ts", import.meta.url));

/** @returns what it printed. */
async function contend(until: string): Promise<string> {
  const child = spawn(process.execPath, ["--conditions=source", contestant, folder, until], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await new Promise((resolve) => child.once("close", resolve));
  return output;
}
