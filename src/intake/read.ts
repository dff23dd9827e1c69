/** A file of any encoding and dialect to a Source: every cell to the letter, or a list of what is wrong and where. */
import { grouped } from "#surveys";
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Problem } from "../problem.ts";
import { Blocks } from "./text/blocks.ts";
import { isDelimiter, sniffedBytes } from "./dialect.ts";
import { decoderOf, type Encoding } from "./text/encoding.ts";
import { type Finding, Findings } from "./findings.ts";
import { headBytes, judgeHead } from "./text/head.ts";
import { limits as standardLimits, type Limits } from "./limits.ts";
import { bytesOfFile, received, type ReceiveOptions } from "./receive.ts";
import { countLineEnds } from "./text/records.ts";
import { Rows } from "./rows.ts";
import type { Issue, Source } from "./source.ts";

export interface ReadOptions extends ReceiveOptions {
  /** File name without folders, for messages. */
  readonly name: string;
  /** Overrides what the bytes seem to be. */
  readonly encoding?: Encoding | undefined;
  /** Overrides what the first records seem to have between their cells: one ASCII character. */
  readonly delimiter?: string | undefined;
  readonly limits?: Partial<Limits>;
  /** Reads every record by the strict path: the same, slower. */
  readonly strict?: boolean;
  /** Bytes worked on at once. */
  readonly blockBytes?: number;
}

export interface Reading {
  readonly source: Source;
  /** Warnings and notes. */
  readonly issues: Issue[];
}

/** Reads a file from its bytes. Throws a Problem that lists all issues where that is not possible. */
export async function readSource(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<Reading> {
  const { name, size = 0, delimiter, strict = false, blockBytes = 2 ** 20 } = options;
  if (delimiter !== undefined && !isDelimiter(delimiter))
    throw new RangeError(`readSource requires a delimiter of one character, got "${delimiter}"`);
  const limits = { ...standardLimits, ...options.limits };
  const findings = new Findings(name, limits.errors);
  const rows = new Rows(findings, { delimiter, size, strict, limits });
  const blocks = new Blocks(rows, {
    least: delimiter === undefined ? sniffedBytes : 0,
    size: blockBytes,
    longest: limits.rowBytes,
  });
  const take = (pieces: Iterable<Uint8Array | Finding>) => {
    for (const piece of pieces)
      if (piece instanceof Uint8Array) blocks.add(piece);
      else findings.add(piece, { line: rows.lines.at + countLineEnds(blocks.waiting) });
  };

  const hash = createHash("sha256");
  const least = Math.max(headBytes, Math.min(blockBytes, 2 ** 16));
  const refuse = () =>
    findings.stop("too-large", `The file has more than ${grouped(limits.bytes)} bytes.`);
  const pieces = received(bytes, { hash, least, most: limits.bytes, refuse }, options);
  try {
    const { value: head = Buffer.alloc(0) } = await pieces.next();
    const { encoding, mark, sure } = judgeHead(head, options.encoding, findings);
    const decoder = decoderOf(encoding, sure);
    take(decoder.decode(head.subarray(mark), false));
    for await (const piece of pieces) take(decoder.decode(piece, false));
    take(decoder.decode(Buffer.alloc(0), true));
    const table = rows.finish(blocks.end());
    const issues = findings.settle();
    const sha256 = hash.digest("hex");
    return { source: { name, sha256, encoding: decoder.encoding, ...table }, issues };
  } finally {
    await pieces.return();
  }
}

/** The same from a file on disk, under its own name unless another is given. */
export async function readSourceFile(
  path: string,
  options: Partial<ReadOptions> = {},
): Promise<Reading> {
  const name = options.name ?? basename(path);
  try {
    const { size } = await stat(path);
    return await readSource(bytesOfFile(path), { size, ...options, name });
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
    const code = String(error.code);
    const reason = reasons[code] ?? `the system answers ${code}`;
    throw new Problem("unreadable-file", `${name} cannot be read: ${reason}.`, {
      next: "Check the path and the rights of the file.",
    });
  }
}

/** By the code of the operating system. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "the right to read it is missing",
  EPERM: "the right to read it is missing",
};
