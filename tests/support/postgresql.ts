/**
 * A PostgreSQL of our own for tests and measurements: started from the binaries of the machine in a temporary
 * folder, on a Unix socket only, as another user where we are root (PostgreSQL refuses root).
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

export interface Server {
  /** DATABASE_URL of one of its databases. */
  address(database: string): string;
  query(text: string): Promise<postgres.RowList<postgres.Row[]>>;
  stop(): Promise<void>;
}

/** Newest first; empty where PostgreSQL is not installed. */
const folders = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

export function binaries(): string | undefined {
  return folders
    .flatMap((folder) =>
      existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "bin")) : [],
    )
    .filter((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))[0];
}

/** @param durable waits for the disk at each commit, as in production. */
export async function startPostgresql({ durable = false } = {}): Promise<Server> {
  const bin = binaries();
  if (bin === undefined)
    throw new RangeError("startPostgresql requires PostgreSQL on this machine");
  const folder = mkdtempSync(join(tmpdir(), "throughline-pg-"));
  const user = unprivileged();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "throughline", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...user, cwd: folder, stdio: "ignore" },
  );
  const settings = [
    "-D",
    data,
    "-k",
    folder,
    "-c",
    "listen_addresses=",
    "-c",
    `fsync=${durable ? "on" : "off"}`,
  ];
  const child = spawn("sh", ["-c", followParent, "sh", join(bin, "postgres"), ...settings], {
    ...user,
    cwd: folder,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const address = (database: string) =>
    `postgresql:///${database}?host=${encodeURIComponent(folder)}&user=throughline`;
  const sql = postgres({
    host: folder,
    username: "throughline",
    database: "postgres",
    max: 1,
    onnotice,
  });
  await answering(sql);
  return {
    address,
    query: (text) => sql.unsafe(text),
    stop: async () => {
      await sql.end({ timeout: 1 });
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const onnotice = (): void => undefined;

/** Whatever ends this process closes the pipe, and the server goes with it. */
const followParent = '"$@" & server=$!; read -r _; kill -INT $server; wait $server';

async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.stdin?.end();
  await exit;
}

async function answering(sql: postgres.Sql): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (tries > 300) throw error;
      await sleep(20);
    }
  }
}

function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) =>
    Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}
