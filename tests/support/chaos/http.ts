/** Requests of a respondent's browser, some of which lose their connection once they are sent. */
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export interface Reply {
  readonly status: number;
  /** Path of the page to go to. */
  readonly location: string;
  readonly text: string;
}

export type Form = readonly (readonly [name: string, value: string])[];

interface Asking {
  /** Absent: GET. */
  readonly form?: Form | undefined;
  readonly userAgent?: string | undefined;
  /** Of connections that are kept; absent: each request has its own. */
  readonly agent?: Agent | undefined;
  /** Milliseconds after which the connection is cut, whether or not there was a reply. */
  readonly cutAfter?: number | undefined;
}

/** @throws where there is no reply: nobody listens, the connection was lost or cut */
export function ask(
  url: string,
  { form, userAgent, agent = ownConnections, cutAfter }: Asking = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent,
      method: form === undefined ? "GET" : "POST",
      headers: {
        ...(userAgent === undefined ? {} : { "user-agent": userAgent }),
        ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      },
    });
    asked.on("error", reject);
    asked.once("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("error", reject);
      answer.once("close", () => reject(new Error("the reply was cut")));
      answer.once("end", () => {
        const { statusCode = 0, headers } = answer;
        resolve({ status: statusCode, location: headers.location ?? "", text });
      });
    });
    asked.end(form?.map((field) => field.map(encodeURIComponent).join("=")).join("&"));
    if (cutAfter !== undefined)
      asked.once("finish", () => setTimeout(() => asked.destroy(new Error("cut")), cutAfter));
  });
}

/** A server that was killed leaves connections behind that nobody answers. */
const ownConnections = new Agent({ keepAlive: false });

export interface Patience {
  /** Told of every try that failed, and why. */
  onRetry(reason: string): void;
}

/** Again and again, the same, until there is a reply that is none of trouble. */
export async function insist(
  attempt: (nth: number) => Promise<Reply>,
  { onRetry }: Patience,
): Promise<Reply> {
  for (let nth = 0; nth < 3_000; nth++) {
    try {
      const reply = await attempt(nth);
      if (reply.status < 500) return reply;
      onRetry(String(reply.status));
    } catch (error) {
      onRetry(error instanceof Error && "code" in error ? String(error.code) : "cut");
    }
    await sleep(20 + Math.random() * 80);
  }
  throw new Error("insist requires a server that comes back, and it did not");
}

/** The hidden fields of the page's form, and nothing else of it. */
export const hiddenIn = (page: string): Form =>
  [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, value],
  );
