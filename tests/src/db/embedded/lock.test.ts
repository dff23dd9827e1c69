import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
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
const leave = (number: number, content: object | string) =>
  writeFileSync(
    `${folder}.lock.${number}`,
    typeof content === "string" ? content : JSON.stringify(content),
  );

describe("the lock of a folder", () => {
  it("names its holder, and is gone when it is let go", () => {
    const unlock = lockFolder(folder);
    expect(readdirSync(home)).toEqual(["database.lock.1"]);
    expect(JSON.parse(readFileSync(`${folder}.lock.1`, "utf8"))).toEqual(holder);
    unlock();
    expect(readdirSync(home)).toEqual([]);
    lockFolder(folder)();
  });

  it("is refused while its holder lives, with words about what to do", () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(
      expect.objectContaining({
        id: "embedded-database-in-use",
        message: expect.stringContaining(`process ${process.pid}`),
        next: expect.stringContaining("DATA_FOLDER"),
      }),
    );
    expect(readdirSync(home)).toEqual(["database.lock.1"]);
    unlock();
  });

  it.each([
    ["there is no such process", { ...holder, pid: deadPid }],
    ["the number belongs to a later process", { ...holder, started: "before" }],
  ])("is taken over when %s", (_, left) => {
    leave(7, left);
    const unlock = lockFolder(folder);
    expect(readdirSync(home)).toEqual(["database.lock.8"]);
    unlock();
  });

  it.each([
    ["on a machine that cannot be asked", { ...holder, pid: deadPid, host: "elsewhere" }],
    ["by nobody that can be read", ""],
    ["by a process whose start nobody knows", { ...holder, started: null }],
  ])("is refused when held %s, however old it is", (_, left) => {
    leave(1, left);
    expect(() => lockFolder(folder)).toThrow(/is in use|may be in use/);
    expect(existsSync(`${folder}.lock.1`)).toBe(true);
  });

  it("counts by its highest number: leftovers below it neither hold nor stay", () => {
    leave(2, holder);
    leave(10, { ...holder, pid: deadPid });
    const unlock = lockFolder(folder);
    expect(readdirSync(home)).toEqual(["database.lock.11"]);
    unlock();
  });

  it("is not confused by the locks of other folders", () => {
    writeFileSync(join(home, "database.lock.9.txt"), "");
    writeFileSync(join(home, "other.lock.3"), JSON.stringify(holder));
    lockFolder(folder)();
    expect(readdirSync(home).toSorted()).toEqual(["database.lock.9.txt", "other.lock.3"]);
  });
});
