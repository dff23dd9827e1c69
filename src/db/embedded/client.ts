/** What Kysely's PGlite dialect needs of a PGlite, with the thread behind it. */
import type { PGlite, PGliteQueryResults, PGliteTransaction } from "kysely";
import { refusalOf } from "../constraint.ts";
import { CopyBytes } from "../copy.ts";
import type { Thread } from "./thread.ts";
import type { Mode, Query } from "./worker.ts";

export function clientOf(thread: Thread, mode: Mode): PGlite {
  let closed = false;
  return {
    ready: true,
    waitReady: Promise.resolve(),
    query: (sql, parameters) => query(thread, wanted(sql, parameters, { mode, within: undefined })),
    transaction: (callback) => transaction(thread, mode, callback),
    // Another client may still be at work: the thread is closed by whoever opened it.
    close: async () => {
      closed = true;
    },
    get closed() {
      return closed;
    },
  };
}

async function transaction<T>(
  thread: Thread,
  mode: Mode,
  callback: (transaction: PGliteTransaction) => Promise<T>,
): Promise<T> {
  const { id: within, answer } = thread.ask({ verb: "begin", mode });
  await refused(answer);
  const end = async (verb: "commit" | "rollback") => {
    await refused(thread.ask({ verb, within }).answer);
  };
  let result: T;
  try {
    result = await callback({
      query: (sql, parameters) => query(thread, wanted(sql, parameters, { mode, within })),
      rollback: () => end("rollback"),
    });
  } catch (error) {
    await end("rollback");
    throw error;
  }
  await end("commit");
  return result;
}

/** PGlite reads what is copied from a file of its own. */
function wanted(
  sql: string,
  parameters: readonly unknown[] = [],
  where: Pick<Query, "mode" | "within">,
): Query {
  const [copied] = parameters;
  return copied instanceof CopyBytes
    ? {
        verb: "query",
        ...where,
        sql: sql.replace(/ from stdin /, " from '/dev/blob' "),
        parameters: [],
        copied: copied.bytes,
      }
    : { verb: "query", ...where, sql, parameters };
}

async function query<T>(thread: Thread, request: Query): Promise<PGliteQueryResults<T>> {
  const transfer = request.copied === undefined ? [] : [request.copied.buffer];
  const { rows, affectedRows } = await refused(thread.ask(request, transfer).answer);
  return {
    rows: rows as T[],
    fields: [],
    ...(affectedRows === undefined ? {} : { affectedRows }),
  };
}

async function refused<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw refusalOf(error);
  }
}
