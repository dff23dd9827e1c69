/** The embedded database: PGlite in a thread of its own, so that a long query does not stop a page. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { PGlite } from "kysely";
import { Problem } from "../../problem.ts";
import { clientOf } from "./client.ts";
import { lockFolder } from "./lock.ts";
import { Thread } from "./thread.ts";
import type { Mode } from "./worker.ts";

export interface Embedded {
  /** What Kysely talks to. Both modes share one session: there is no other. */
  client(mode: Mode): PGlite;
  close(): Promise<void>;
}

/** The version of PostgreSQL inside PGlite; it cannot open the folders of another. */
const version = "18";

export async function openEmbedded(dataFolder: string): Promise<Embedded> {
  const folder = join(resolve(dataFolder), "database");
  makeFolder(resolve(dataFolder));
  const unlock = await lockFolder(folder);
  try {
    checkFolder(folder);
    const thread = await startThread(folder);
    const close = async () => {
      await thread.close();
      unlock();
    };
    return { client: (mode) => clientOf(thread, mode), close };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function startThread(folder: string): Promise<Thread> {
  const thread = new Thread(folder);
  try {
    await thread.ready;
    return thread;
  } catch (error) {
    await thread.close().catch(() => undefined);
    throw unreadable(`${folder} cannot be opened: ${error instanceof Error ? error.message : ""}.`);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new Problem(
      "embedded-database-unreadable",
      `The folder ${folder} cannot be made (${code}).`,
      { next: "Set DATA_FOLDER to a folder that this program may write to." },
    );
  }
}

/** PGlite itself only says that it "failed to initialize properly". A first start that was interrupted is fine. */
function checkFolder(folder: string): void {
  if (!existsSync(join(folder, "PG_VERSION"))) return;
  const found = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (found !== version)
    throw unreadable(
      `${folder} was made by PostgreSQL ${found || "of an unknown version"}, this is ${version}.`,
    );
  const missing = essential.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0)
    throw unreadable(`${folder} is damaged; it has no ${missing.join(" and no ")}.`);
}

const essential = ["base", "global/pg_control", "pg_wal"];

function unreadable(detail: string): Problem {
  return new Problem("embedded-database-unreadable", detail, {
    next: "Restore the folder from a backup, or move it away to start with an empty database.",
  });
}
