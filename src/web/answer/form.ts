/** What a respondent's page sent, taken as it is: nothing of it is believed, and only so much of it is read. */
import { readText } from "../forms/form.ts";
import { Problem } from "../../problem.ts";

/** Far beyond every page of ours: hundreds of questions, or the longest texts. */
export const limits = { bytes: 1_000_000, fields: 2_000 } as const;

/** Values by name. A Map, because names come from outside and "__proto__" is one. */
export type Sent = ReadonlyMap<string, readonly string[]>;

/** @throws Problem "too-large", or "invalid-request" where it is no form */
export async function readSent(request: Request): Promise<Sent> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw new Problem("invalid-request", "A form was expected.");
  const text = await readText(request, limits.bytes);
  if (separatorsIn(text) >= limits.fields)
    throw new Problem("too-large", `More than ${limits.fields} fields were sent.`);
  const sent = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const values = sent.get(name);
    if (values === undefined) sent.set(name, [value]);
    else values.push(value);
  }
  return sent;
}

/** The first value; "" where there is none. */
export const valueIn = (sent: Sent, name: string): string => sent.get(name)?.[0] ?? "";

/** A whole number from 0 on, as our own pages write it; else nothing. */
export function countIn(sent: Sent, name: string): number | undefined {
  const written = valueIn(sent, name);
  return /^\d{1,15}$/.test(written) ? Number(written) : undefined;
}

/** Counted before anything is taken apart. */
function separatorsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", at + 1)) count++;
  return count;
}
