/** Opens the database: PostgreSQL where an address is given, else the embedded one. */
import { Kysely, PGliteDialect, type Dialect } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import { PostgresJSDialect } from "kysely-postgres-js";
import type { Config } from "../config.ts";
import { openEmbedded } from "./embedded/open.ts";
import { openPostgresql } from "./postgresql/open.ts";
import type { Schema } from "./schema.ts";

export interface Database {
  readonly kind: "embedded" | "postgresql";
  /** Cannot write: it does not compile, and the database itself would refuse. */
  readonly read: ReadonlyKysely<Schema>;
  readonly write: Kysely<Schema>;
  close(): Promise<void>;
}

export type Read = Database["read"];
export type Write = Database["write"];

export async function connect(
  config: Pick<Config, "databaseUrl" | "dataFolder">,
): Promise<Database> {
  if (config.databaseUrl === undefined) {
    const { client, close } = await openEmbedded(config.dataFolder);
    const dialect = (mode: "read" | "write") => new PGliteDialect({ pglite: client(mode) });
    return databaseOf("embedded", { read: dialect("read"), write: dialect("write"), close });
  }
  const { read, write, close } = await openPostgresql(config.databaseUrl);
  return databaseOf("postgresql", {
    read: new PostgresJSDialect({ postgres: () => read }),
    write: new PostgresJSDialect({ postgres: () => write }),
    close,
  });
}

interface Opened {
  readonly read: Dialect;
  readonly write: Dialect;
  close(): Promise<void>;
}

function databaseOf(kind: Database["kind"], opened: Opened): Database {
  const read = new Kysely<Schema>({ dialect: opened.read });
  const write = new Kysely<Schema>({ dialect: opened.write });
  let closing: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([read.destroy(), write.destroy()]);
    await opened.close();
  };
  return {
    kind,
    // Kysely's own way to narrow: the type takes methods away, which no assignment can express.
    read: read as never,
    write,
    close: () => (closing ??= close()),
  };
}
