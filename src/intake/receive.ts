/** The only place that touches the bytes of a file from outside: counted, hashed, stopped when asked. */
import type { Hash } from "node:crypto";
import { open } from "node:fs/promises";

export interface ReceiveOptions {
  /** Size of the file, where it is known. */
  readonly size?: number | undefined;
  readonly onProgress?: ((bytes: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Receiver {
  /** Has seen each piece before it is given. */
  readonly hash: Hash;
  /** Bytes of every piece but the last, at least. */
  readonly least: number;
  /** Bytes of the largest file, */
  readonly most: number;
  /** and what is done about a larger one. */
  readonly refuse: () => never;
}

const readBytes = 2 ** 20;

/** The same bytes in pieces, one at least; each is only good until the next one is asked for. */
export async function* received(
  bytes: AsyncIterable<Uint8Array>,
  { hash, least, most, refuse }: Receiver,
  { size = 0, onProgress, signal }: ReceiveOptions,
): AsyncGenerator<Buffer, void> {
  let waiting: Buffer[] = [];
  let [total, held] = [0, 0];
  if (size > most) refuse();
  signal?.throwIfAborted();
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    hash.update(chunk);
    total += chunk.length;
    if (total > most) refuse();
    onProgress?.(total, size);
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    held += piece.length;
    if (held >= least) {
      yield waiting.length === 0 ? piece : Buffer.concat([...waiting, piece]);
      waiting = [];
      held = 0;
    } else waiting.push(Buffer.from(piece));
  }
  yield Buffer.concat(waiting);
}

/** The bytes of a file. Two buffers take turns, so that the next part is read while one is worked on. */
export async function* bytesOfFile(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  const buffers = [Buffer.allocUnsafeSlow(readBytes), Buffer.allocUnsafeSlow(readBytes)] as const;
  const read = (turn: number) => file.read(buffers[turn % 2 === 0 ? 0 : 1], 0, readBytes, null);
  let reading = read(0);
  try {
    for (let turn = 1; ; turn++) {
      const { bytesRead, buffer } = await reading;
      if (bytesRead === 0) return;
      reading = read(turn);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await reading.catch(() => undefined);
    await file.close();
  }
}
