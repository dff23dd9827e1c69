/** One query on one connection of postgres.js, with its errors as the rest of the program knows them. */
import type { PostgresJSPendingQuery } from "kysely-postgres-js";
import type { Sql } from "postgres";
import { refusalOf } from "../constraint.ts";
import { CopyBytes } from "../copy.ts";

type Parameters = globalThis.Parameters<Sql["unsafe"]>;

export function run(sql: Sql, ...[text, parameters, options]: Parameters): PostgresJSPendingQuery {
  const [copied] = parameters ?? [];
  if (copied instanceof CopyBytes)
    return pending(
      copy(sql, text, copied.bytes).then(() => Object.assign([], { command: "COPY", count: 0 })),
    );
  // The program has a few hundred statements: each is planned once a connection, and then takes one way and back, not two.
  const query = sql.unsafe(text, parameters, { prepare: true, ...options });
  return pending(query, () => query.cancel());
}

/** Instead of running it: the connection is gone, and with it the transaction it was in. */
export function gone(): PostgresJSPendingQuery {
  const error = new Error("the connection to the database was lost");
  return pending(Promise.reject(Object.assign(error, { code: "CONNECTION_CLOSED" })));
}

function pending<Rows>(rows: Promise<Rows>, cancel: () => void = () => undefined) {
  const refused = rows.catch((error: unknown) => {
    throw refusalOf(error);
  });
  return Object.assign(refused, { cancel });
}

/**
 * When the server refuses the rows after all of them were written, the stream of postgres.js never ends, and the
 * query, which was answered with the stream, cannot be answered again: so its second answer is caught here.
 */
async function copy(sql: Sql, text: string, bytes: Uint8Array): Promise<void> {
  const query = sql.unsafe(text);
  const stream = await query.writable();
  await new Promise<void>((resolve, reject) => {
    Object.assign(query, { reject });
    stream.on("error", reject).on("finish", resolve).end(bytes);
  });
}
