/**
 * One process at a time in the folder of an embedded database: PGlite lets a second one in, and both then lose
 * rows they had acknowledged.
 *
 * The lock is a file beside the folder that names its holder. Locks are numbered; the highest is the one that
 * counts. Who finds it dead creates the next number, which only one can do, and looks again whether it is now
 * the highest. A lock is never taken because it is old, only because its holder is known to be gone.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { Problem } from "../../problem.ts";
import { processAt, type RunningProcess } from "./running-process.ts";

interface Holder extends RunningProcess {
  readonly host: string;
}

/** @returns lets go of the lock. */
export function lockFolder(folder: string): () => void {
  for (;;) {
    const held = locksOf(folder).at(-1);
    if (held !== undefined) refuseIfHeld(folder, held);
    const mine = {
      path: `${folder}.lock.${(held?.number ?? 0) + 1}`,
      number: (held?.number ?? 0) + 1,
    };
    if (!create(mine.path)) continue;
    const locks = locksOf(folder);
    if (locks.at(-1)?.number === mine.number) {
      for (const old of locks.slice(0, -1)) rmSync(old.path, { force: true });
      return () => rmSync(mine.path, { force: true });
    }
    rmSync(mine.path, { force: true });
  }
}

interface Lock {
  readonly path: string;
  readonly number: number;
}

function locksOf(folder: string): Lock[] {
  const prefix = `${basename(folder)}.lock.`;
  return readdirSync(dirname(folder))
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => ({
      path: join(dirname(folder), name),
      number: Number(name.slice(prefix.length)),
    }))
    .sort((a, b) => a.number - b.number);
}

function create(path: string): boolean {
  const holder: Holder = { ...processAt(process.pid)!, host: hostname() };
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function refuseIfHeld(folder: string, lock: Lock): void {
  const holder = holderOf(lock.path);
  if (holder === "gone") return;
  const ifUnused = `If nothing uses the folder any more, delete ${lock.path} and start again.`;
  if (holder === "unreadable")
    throw inUse(`${folder} may be in use: ${lock.path} does not say by whom.`, ifUnused);
  if (holder.host !== hostname())
    throw inUse(`${folder} is in use by process ${holder.pid} on ${holder.host}.`, ifUnused);
  const running = processAt(holder.pid);
  if (running === undefined || !sameProcess(running, holder)) return;
  throw inUse(
    `${folder} is in use by process ${holder.pid}.`,
    "Stop that process, or set DATA_FOLDER to another folder.",
  );
}

/** Unreadable: its holder has created it this moment, or lost its power in that moment. */
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
