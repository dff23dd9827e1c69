/** One small text file of a multipart form: a codebook, learning outcomes. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { Problem } from "../../problem.ts";
import { fileName } from "./file-name.ts";
import { longestForm, readText } from "../forms/form.ts";

/** @param most bytes of the whole form. */
export async function readUploadedText(
  request: Request,
  most = longestForm,
): Promise<{ readonly name: string; readonly text: string }> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data"))
    throw new Problem("invalid-request", "A form with a file was expected.");
  const body = await readText(request, most);
  const limits = { files: 1, fields: 5, fileSize: most };
  const parser = busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
  let found: { name: string; chunks: Buffer[] } | undefined;
  parser.on("file", (_field, stream, { filename }) => {
    const file = { name: fileName(filename ?? ""), chunks: [] as Buffer[] };
    stream.on("data", (chunk: Buffer) => file.chunks.push(chunk));
    if (filename) found = file;
  });
  await pipeline(Readable.from([body]), parser).catch((error: Error) => {
    throw new Problem("invalid-request", `The form could not be read (${error.message}).`);
  });
  if (found === undefined)
    throw new Problem("invalid-request", "No file was chosen.", {
      next: "Choose a file and send it again.",
    });
  return { name: found.name, text: Buffer.concat(found.chunks).toString("utf8") };
}
