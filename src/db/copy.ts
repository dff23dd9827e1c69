/** Many rows at once: COPY in PostgreSQL's binary form, the fastest way in for both kinds of database. */
import { CompiledQuery, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** text, integer or bytea. */
export type CopyValue = string | number | Uint8Array;

/** What a connection of either kind takes as the one parameter of a COPY. */
export class CopyBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }
}

/** @param target table and columns, as SQL: "dataset_chunks (dataset_id, position, block, cells)" */
export async function copyIn(
  within: Transaction<Schema>,
  target: string,
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  const copy = `copy ${target} from stdin (format binary)`;
  await within.executeQuery(CompiledQuery.raw(copy, [new CopyBytes(copyBytes(rows))]));
}

/** https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format": all numbers big-endian. */
export function copyBytes(rows: readonly (readonly CopyValue[])[]): Uint8Array<ArrayBuffer> {
  let size = signature.length + 8 + 2;
  for (const row of rows) {
    size += 2;
    for (const value of row) size += 4 + sizeOf(value);
  }
  const bytes = Buffer.from(new ArrayBuffer(size));
  let at = signature.copy(bytes) + 8;
  for (const row of rows) {
    at = bytes.writeInt16BE(row.length, at);
    for (const value of row) at = writeValue(bytes, value, at);
  }
  bytes.writeInt16BE(-1, at);
  return bytes;
}

function sizeOf(value: CopyValue): number {
  if (typeof value === "number") return 4;
  return typeof value === "string" ? Buffer.byteLength(value) : value.byteLength;
}

function writeValue(bytes: Buffer, value: CopyValue, at: number): number {
  const start = bytes.writeInt32BE(sizeOf(value), at);
  if (typeof value === "number") return bytes.writeInt32BE(value, start);
  if (typeof value === "string") return start + bytes.write(value, start);
  bytes.set(value, start);
  return start + value.byteLength;
}

const signature = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
