/** Forms as they arrive, and what to say beside a field. */
import type { z } from "zod";
import { Problem } from "../../problem.ts";

/** The longest form: a plan with thousands of variables, a pasted file of learning outcomes. */
export const longestForm = 2_000_000;

export interface Fault {
  /** Name of the field; the field has this as its id. */
  readonly field: string;
  readonly text: string;
}

/** The fields of a form without files. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded"))
    throw new Problem("invalid-request", "A form was expected.");
  return new URLSearchParams(await readText(request, longestForm));
}

/** The body as text, refused as soon as it is longer than the limit, whatever it said of its length. */
export async function readText(request: Request, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let length = 0;
  let text = "";
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > limit)
      throw new Problem("too-large", `More than ${limit.toLocaleString("en-US")} bytes were sent.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** What zod found wrong, each beside the field it belongs to. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.map(({ path, message }) => ({ field: path.join("-"), text: message }));
}
