/** PostgreSQL through postgres.js: two pools, one of which can only read. */
import postgres from "postgres";
import { Problem } from "../../problem.ts";
import { readBytes, readDate, readInt8, typeIds, writeBytes } from "../values.ts";
import { socketAddress } from "./address.ts";
import { Pool } from "./pool.ts";
import { run } from "./run.ts";

export interface PostgreSql {
  readonly read: Pool;
  readonly write: Pool;
  close(): Promise<void>;
}

const oldest = 14;

export async function openPostgresql(address: string): Promise<PostgreSql> {
  await check(address);
  const read = poolOf(address, { default_transaction_read_only: true });
  const write = poolOf(address, {});
  return {
    read,
    write,
    close: async () => {
      await Promise.all([read.end(), write.end()]);
    },
  };
}

type Session = Readonly<Partial<postgres.ConnectionParameters>>;

function poolOf(address: string, session: Session): Pool {
  return new Pool({
    max: 6,
    // Under more load than the machine can carry, waiting loses nothing; giving up and being asked again costs twice.
    patience: 10_000,
    open: (onClose) => client(address, session, onClose),
  });
}

function client(address: string, session: Session, onClose?: () => void) {
  const options = {
    max: 1,
    connect_timeout: 5,
    // The pool decides when a connection has lived long enough; postgres.js would do it within a transaction.
    max_lifetime: null,
    idle_timeout: 0,
    onnotice: () => undefined,
    ...(onClose === undefined ? {} : { onclose: onClose }),
    connection: { ...patience, ...session, application_name: "throughline" },
    types: {
      int8: { to: typeIds.int8, from: [typeIds.int8], serialize: String, parse: readInt8 },
      day: { to: typeIds.date, from: [typeIds.date], serialize: String, parse: readDate },
      bytes: { to: typeIds.bytea, from: [typeIds.bytea], serialize: writeBytes, parse: readBytes },
    },
  };
  const socket = socketAddress(address);
  return socket === undefined ? postgres(address, options) : postgres({ ...socket, ...options });
}

/** Milliseconds. Nothing the program does in one statement or between two takes this long. */
const patience = {
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
};

async function check(address: string): Promise<void> {
  const sql = client(address, {});
  try {
    const [server] = await run(
      sql,
      `select current_setting('server_version_num')::int / 10000 as version,
              current_setting('server_encoding') as encoding`,
    );
    if (server.version < oldest || server.encoding !== "UTF8")
      throw new Problem(
        "configuration",
        `The database is PostgreSQL ${server.version} with encoding ${server.encoding}.`,
        { next: `Use PostgreSQL ${oldest} or newer and a database with encoding UTF8.` },
      );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
