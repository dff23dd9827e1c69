/** The thread in which the embedded database lives: takes queries, answers with rows. */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite, type Results, type Transaction } from "@electric-sql/pglite";
import { Housekeeping } from "./housekeeping.ts";
import { readBytes, readDate, readInt8, typeIds, writeBytes } from "../values.ts";
import { deferred, type Deferred } from "./deferred.ts";

export type Mode = "read" | "write";

export type Request =
  | { readonly verb: "begin"; readonly mode: Mode }
  | { readonly verb: "commit" | "rollback"; readonly within: number }
  | { readonly verb: "close" }
  | Query;

export interface Query {
  readonly verb: "query";
  readonly mode: Mode;
  /** The transaction, by the id of the request that began it. */
  readonly within: number | undefined;
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** What a COPY FROM '/dev/blob' reads. */
  readonly copied?: Uint8Array<ArrayBuffer>;
}

export interface Answer {
  readonly rows: unknown[];
  readonly affectedRows: number | undefined;
}

/** Id 0 is sent once: the database is open, or cannot be opened. */
export type Response =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly error: WrittenError };

export interface WrittenError {
  readonly message: string;
  readonly code: string | undefined;
  readonly constraint: string | undefined;
}

interface Open {
  readonly transaction: Transaction;
  readonly ended: Promise<void>;
  readonly wish: Deferred<void>;
}

const open = new Map<number, Open>();
const rolledBack = new Error("rolled back as asked");
const done: Answer = { rows: [], affectedRows: undefined };

const database = new PGlite(workerData as string, {
  parsers: { [typeIds.bytea]: readBytes, [typeIds.int8]: readInt8, [typeIds.date]: readDate },
  serializers: { [typeIds.bytea]: writeBytes },
  startParams: [...PGlite.defaultStartParams, "-c", "max_wal_size=128MB"],
});
const housekeeping = new Housekeeping(database);

parentPort!.on("message", ({ id, request }: { id: number; request: Request }) => {
  void respond(id, carryOut(id, request));
});
void respond(0, opened());

async function respond(id: number, work: Promise<Answer>): Promise<void> {
  try {
    const answer = await work;
    say({ id, answer }, buffersOf(answer.rows));
  } catch (error) {
    say({ id, error: written(error) });
  }
}

const say = (response: Response, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort!.postMessage(response, transfer);

async function opened(): Promise<Answer> {
  await database.waitReady;
  housekeeping.later();
  return done;
}

async function carryOut(id: number, request: Request): Promise<Answer> {
  if ("mode" in request && request.mode === "write") housekeeping.changed();
  if (request.verb === "query") return query(request);
  if (request.verb === "begin") await begin(id, request.mode);
  else if (request.verb === "close") await close();
  else await end(request.within, request.verb);
  return done;
}

async function close(): Promise<void> {
  try {
    await housekeeping.end();
  } finally {
    await database.close();
  }
}

async function query(request: Query): Promise<Answer> {
  const { within, mode } = request;
  if (within !== undefined) return run(open.get(within)!.transaction, request);
  if (mode === "write") return run(database, request);
  return database.transaction(async (transaction) => {
    await transaction.exec(readOnly);
    return run(transaction, request);
  });
}

async function run(on: Pick<PGlite, "query">, { sql, parameters, copied }: Query): Promise<Answer> {
  const options = copied === undefined ? {} : { blob: new Blob([copied]) };
  const { rows, affectedRows }: Results<unknown> = await on.query(sql, [...parameters], options);
  if (copied !== undefined) await housekeeping.copied(copied.byteLength, on);
  return { rows, affectedRows };
}

/** PGlite keeps a transaction open as long as a function runs: this one waits until it is told how to end. */
async function begin(id: number, mode: Mode): Promise<void> {
  const begun = deferred<void>();
  const wish = deferred<void>();
  const ended = database.transaction(async (transaction) => {
    if (mode === "read") await transaction.exec(readOnly);
    open.set(id, { transaction, ended, wish });
    begun.resolve();
    await wish.promise;
  });
  ended.catch(begun.reject);
  await begun.promise;
}

async function end(id: number, how: "commit" | "rollback"): Promise<void> {
  const { ended, wish } = open.get(id)!;
  open.delete(id);
  if (how === "commit") wish.resolve();
  else wish.reject(rolledBack);
  await ended.catch((error: unknown) => {
    if (error !== rolledBack) throw error;
  });
}

/** The dialect ignores the access mode it is given, so the database is told in its own words. */
const readOnly = "set transaction read only";

/** Bytes are handed over, not copied. */
function buffersOf(rows: readonly unknown[]): ArrayBuffer[] {
  return rows.flatMap((row) =>
    Object.values(row as object).flatMap((value) =>
      value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? value.buffer : [],
    ),
  );
}

/** An error loses everything but its message between threads. What it says about the data is left here. */
function written(error: unknown): WrittenError {
  if (!(error instanceof Error))
    return { message: String(error), code: undefined, constraint: undefined };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    message: error.message,
    code: typeof code === "string" ? code : undefined,
    constraint: typeof constraint === "string" ? constraint : undefined,
  };
}
