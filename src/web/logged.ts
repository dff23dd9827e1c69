/** One line in the log for each request: no query, no body, no names of people, no link of theirs. */
import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { Log } from "../log.ts";
import { masked } from "./answer/addresses.ts";

export interface Env {
  readonly Variables: { requestId: string };
}

export function logged(log: Log) {
  return createMiddleware<Env>(async (c, next) => {
    const began = performance.now();
    const id = randomUUID();
    c.set("requestId", id);
    await next();
    c.res.headers.set("x-request-id", id);
    log.info({
      request: id,
      method: c.req.method,
      path: masked(new URL(c.req.url).pathname),
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    });
  });
}
