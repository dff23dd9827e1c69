/**
 * One process at a time in the folder of an embedded database: PGlite lets a second one in, and both then lose
 * rows they had acknowledged.
 *
 * Who wants the folder first puts down a file beside it that says who he is, and only then looks for the files of
 * others. Of two who come at once at least one sees the other and steps back, so there are never two. A file is
 * ignored, and removed, only when its process is known to be gone; never because it is old.
 */
import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../../problem.ts";
import { processAt, type RunningProcess } from "./running-process.ts";

/** Two who came at once may both have stepped back, so each tries again. */
const attempts = 4;

/** @returns lets go of the lock. */
export async function lockFolder(folder: string): Promise<() => void> {
  const mine = `${folder}.lock.${randomUUID().slice(0, 8)}`;
  for (let attempt = 1; ; attempt++) {
    putDown(mine);
    const others = locksBeside(folder).filter((path) => path !== mine);
    const refusal = others
      .map((path) => refusalBy(path, folder))
      .find((found) => found !== undefined);
    if (refusal === undefined) {
      for (const gone of others) rmSync(gone, { force: true });
      return () => rmSync(mine, { force: true });
    }
    rmSync(mine, { force: true });
    if (attempt === attempts) throw refusal;
    await sleep(20 + Math.random() * 80);
  }
}

interface Holder extends RunningProcess {
  readonly host: string;
}

/** Under its name it is whole or not there. */
function putDown(path: string): void {
  const holder: Holder = { ...processAt(process.pid)!, host: hostname() };
  const unfinished = path.replace(".lock.", ".locking.");
  writeFileSync(unfinished, JSON.stringify(holder), { mode: 0o600 });
  renameSync(unfinished, path);
}

function locksBeside(folder: string): string[] {
  const prefix = `${basename(folder)}.lock.`;
  return readdirSync(dirname(folder))
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(dirname(folder), name));
}

/** Undefined: its process is gone. */
function refusalBy(path: string, folder: string): Problem | undefined {
  const holder = holderOf(path);
  if (holder === "gone") return undefined;
  const ifUnused = `If nothing uses the folder any more, delete ${path} and start again.`;
  if (holder === "unreadable")
    return inUse(`${folder} may be in use: ${path} does not say by whom.`, ifUnused);
  if (holder.host !== hostname())
    return inUse(`${folder} is in use by process ${holder.pid} on ${holder.host}.`, ifUnused);
  const running = processAt(holder.pid);
  if (running === undefined || !sameProcess(running, holder)) return undefined;
  return inUse(
    `${folder} is in use by process ${holder.pid}.`,
    "Stop that process, or set DATA_FOLDER to another folder.",
  );
}

/** Unreadable: the machine lost its power before the file was on the disk. */
function holderOf(path: string): Holder | "gone" | "unreadable" {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch (error) {
    return error instanceof SyntaxError ? "unreadable" : "gone";
  }
}

/** Where the system does not tell when a process started, the number alone has to do. */
const sameProcess = (running: RunningProcess, holder: Holder): boolean =>
  running.started === null || holder.started === null || running.started === holder.started;

const inUse = (detail: string, next: string): Problem =>
  new Problem("embedded-database-in-use", detail, { next });
