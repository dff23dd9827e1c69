/** How values are read and written, the same by both drivers. Their own ways differ, lose digits, or are slow. */

/** Type ids of PostgreSQL. */
export const typeIds = { bytea: 17, int8: 20, date: 1082 } as const;

/** count(*) and sum(integer) too. A number, or nothing: never text, never a rounded number. */
export function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`readInt8 requires a whole number below 2^53, got ${text}`);
  return value;
}

/** A day stays the day it is: as a Date it would move with the time zone. */
export const readDate = (text: string): string => text;

/** Into memory of its own, which can be handed to another thread without a copy. */
export function readBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length / 2 - 1);
  Buffer.from(bytes.buffer).write(text.slice(2), "hex");
  return bytes;
}

export function writeBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}
