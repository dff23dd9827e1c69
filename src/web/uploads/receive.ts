/** Uploads, from the wire to a folder on disk, a piece at a time. What is too large is refused on the way. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { Problem } from "../../problem.ts";
import { fileName } from "./file-name.ts";

export interface Received {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Most files in one form, and most other fields. */
const mostFiles = 20;
const mostFields = 20;

/** All files of a multipart form; a file input that was left empty is not a file. */
export async function receiveForm(
  request: Request,
  folder: string,
  limit: number,
): Promise<readonly Received[]> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || request.body === null)
    throw new Problem("invalid-request", "A form with files was expected.");
  const parser = parserOf(type);
  const received: Promise<Received | undefined>[] = [];
  let refusal: Problem | undefined;
  const refuse = (problem: Problem): void => {
    refusal ??= problem;
    parser.destroy(problem);
  };
  parser.on("file", (_field, stream, { filename }) => {
    const path = join(folder, `${received.length}.csv`);
    const file = receive(stream, { path, name: fileName(filename ?? ""), limit });
    file.catch((error: unknown) => refuse(error as Problem));
    received.push(file.then((each) => (filename ? each : undefined)));
  });
  parser.on("filesLimit", () =>
    refuse(new Problem("too-large", `More than ${mostFiles} files came at once.`)),
  );
  try {
    await pipeline(bodyOf(request, limit), parser);
    const files = await Promise.all(received);
    return files.filter((file) => file !== undefined);
  } catch (error) {
    await Promise.allSettled(received);
    throw refusal ?? asProblem(error);
  }
}

/** One file, sent as the body itself. */
export async function receiveBody(
  request: Request,
  { path, name, limit }: { path: string; name: string; limit: number },
): Promise<Received> {
  if (request.body === null) throw new Problem("invalid-request", "The file is missing.");
  return receive(bodyOf(request, limit), { path, name: fileName(name), limit });
}

async function receive(
  stream: Readable,
  { path, name, limit }: { path: string; name: string; limit: number },
): Promise<Received> {
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) return done(tooLarge(limit));
      hash.update(chunk);
      return done(null, chunk);
    },
  });
  await pipeline(stream, counted, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  return { path, name, bytes, sha256: hash.digest("hex") };
}

/** The body as a stream; one that says it is too long is not even begun. */
function bodyOf(request: Request, limit: number): Readable {
  const said = Number(request.headers.get("content-length") ?? 0);
  if (said > limit + mostFiles * roomForHeads) throw tooLarge(limit);
  return Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
}

const roomForHeads = 4096;

function parserOf(type: string): busboy.Busboy {
  const limits = { files: mostFiles, fields: mostFields, fieldSize: 10_000, headerPairs: 20 };
  try {
    return busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
  } catch (error) {
    throw asProblem(error);
  }
}

/** What the disk refuses is not the sender's doing. */
const asProblem = (error: unknown): unknown =>
  error instanceof Problem || !(error instanceof Error) || "syscall" in error
    ? error
    : new Problem("invalid-request", `The form could not be read (${error.message}).`, {
        next: "Send it again.",
      });

const tooLarge = (limit: number): Problem =>
  new Problem("too-large", `More than ${Math.floor(limit / 1_000_000)} million bytes were sent.`, {
    next: "Split the file, or raise the limit in the settings of the program.",
  });
