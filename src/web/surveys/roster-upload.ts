/** The form of a roster: one file, and the name of its id column where somebody says so. Kept in memory only. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { Problem } from "../../problem.ts";
import { fileName } from "../uploads/file-name.ts";

export interface SentRoster {
  readonly name: string;
  /** Absent: to be recognised. */
  readonly idColumn: string | undefined;
  readonly chunks: readonly Buffer[];
}

/** About half a million people. */
export const longestRoster = 32_000_000;

/** @throws Problem "too-large", or "invalid-request" where no file came */
export async function receiveRoster(request: Request): Promise<SentRoster> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || request.body === null)
    throw new Problem("invalid-request", "A form with a file was expected.");
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  const limits = { files: 1, fields: 5, fieldSize: 1_000, fileSize: longestRoster };
  const parser = busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
  const sent = { name: "", idColumn: "", chunks: [] as Buffer[], tooLarge: false };
  parser.on("field", (field, value) => {
    if (field === "idColumn") sent.idColumn = value.trim();
  });
  parser.on("file", (_field, stream, { filename }) => {
    sent.name = filename ? fileName(filename) : "";
    stream.on("data", (chunk: Buffer) => sent.chunks.push(chunk));
    stream.on("limit", () => (sent.tooLarge = true));
  });
  await pipeline(body, parser).catch((error: Error) => {
    throw new Problem("invalid-request", `The form could not be read (${error.message}).`);
  });
  if (sent.tooLarge)
    throw new Problem("too-large", `A roster may have ${longestRoster / 1e6} million bytes.`, {
      next: "Leave out columns that are not needed, or send it in parts.",
    });
  if (sent.name === "")
    throw new Problem("invalid-request", "No file was chosen.", {
      next: "Choose a file and send it again.",
    });
  return { name: sent.name, idColumn: sent.idColumn || undefined, chunks: sent.chunks };
}
