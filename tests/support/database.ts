/** Both kinds of database, migrated and empty, for the same tests. */
import { createHash, randomUUID } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe } from "vitest";
import postgres from "postgres";
import { connect, type Database } from "../../src/db/connect.ts";
import { migrate } from "../../src/db/migrate.ts";
import { binaries, startPostgresql } from "./postgresql.ts";

export interface Kind {
  readonly kind: Database["kind"];
  /** Why it cannot be tested here. */
  readonly missing?: string;
  /** Migrated, empty, not open: for tests that open it themselves, more than once or from other processes. */
  place(): Promise<Place>;
  /** Open. Closing it removes it. */
  open(): Promise<Database>;
}

export interface Place {
  readonly config: Parameters<typeof connect>[0];
  remove(): Promise<void>;
}

/** TEST_DATABASE_URL names a server whose user may create databases; else the machine's own PostgreSQL is started. */
const given = process.env["TEST_DATABASE_URL"];
const nowhere = given === undefined && binaries() === undefined;

export const databases: readonly Kind[] = [
  { kind: "embedded", ...places(folder) },
  {
    kind: "postgresql",
    ...places(database),
    ...(nowhere ? { missing: "no TEST_DATABASE_URL, no PostgreSQL on this machine" } : {}),
  },
];

/** The same suite over each kind; what cannot run here is printed and counted as skipped. */
export function eachDatabase(suite: (kind: Kind) => void): void {
  for (const kind of databases) {
    if (kind.missing !== undefined) console.warn(`SKIPPED on ${kind.kind}: ${kind.missing}`);
    describe.skipIf(kind.missing !== undefined)(`on ${kind.kind}`, () => suite(kind));
  }
}

function places(place: () => Promise<Place>): Pick<Kind, "place" | "open"> {
  const open = async () => {
    const { config, remove } = await place();
    const db = await connect(config);
    const close = async () => {
      await db.close();
      await remove();
    };
    return { ...db, close };
  };
  return { place, open };
}

async function folder(): Promise<Place> {
  const dataFolder = mkdtempSync(join(tmpdir(), "throughline-data-"));
  cpSync(await firstStart(), dataFolder, { recursive: true });
  const remove = async () => rmSync(dataFolder, { recursive: true, force: true });
  return { config: { databaseUrl: undefined, dataFolder }, remove };
}

/** A first start takes seconds, so its folder is kept until the migrations or PGlite change. */
async function firstStart(): Promise<string> {
  const cache = join(root, "node_modules/.cache/throughline");
  const kept = join(cache, `embedded-${fingerprint()}`);
  if (existsSync(kept)) return kept;
  mkdirSync(cache, { recursive: true });
  const made = mkdtempSync(join(cache, "making-"));
  const db = await connect({ databaseUrl: undefined, dataFolder: made });
  await migrate(db.write);
  await db.close();
  try {
    renameSync(made, kept);
  } catch {
    // Another test file was faster.
    rmSync(made, { recursive: true, force: true });
  }
  return kept;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

function fingerprint(): string {
  const steps = readdirSync(join(root, "migrations")).filter((name) => name.endsWith(".ts"));
  const files = [...steps.map((step) => join("migrations", step)), "package.json"];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

interface Server {
  address(database: string): string;
  query(text: string): Promise<unknown>;
  stop(): Promise<void>;
}

let server: Promise<Server> | undefined;
afterAll(async () => {
  const running = await server;
  await running?.query(`drop database ${empty} with (force)`);
  await running?.stop();
  server = undefined;
});

async function database(): Promise<Place> {
  const { address, query } = await (server ??= start());
  const name = `throughline_${randomUUID().replaceAll("-", "")}`;
  await query(`create database ${name} template ${empty}`);
  const remove = async () => {
    await query(`drop database ${name} with (force)`);
  };
  return { config: { databaseUrl: address(name), dataFolder: "" }, remove };
}

/** Test files run side by side on one server, each with a template of its own. */
const empty = `throughline_empty_${process.pid}`;

async function start(): Promise<Server> {
  const started = given === undefined ? await startPostgresql() : shared(given);
  await started.query(`create database ${empty}`);
  const db = await connect({ databaseUrl: started.address(empty), dataFolder: "" });
  await migrate(db.write);
  await db.close();
  return started;
}

function shared(url: string): Server {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  return {
    query: (text) => sql.unsafe(text),
    stop: () => sql.end({ timeout: 1 }),
    address: (name) => Object.assign(new URL(url), { pathname: `/${name}` }).href,
  };
}
