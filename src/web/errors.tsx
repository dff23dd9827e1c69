/** Every refusal and every fault, as a page or as RFC 9457 JSON. Nothing from inside is told. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Issue } from "../intake/source.ts";
import { Problem } from "../problem.ts";
import type { Log } from "../log.ts";
import type { Env } from "./logged.ts";
import type { View } from "./page.ts";
import { ProblemBox } from "./parts/problem.tsx";
import { respond } from "./respond.tsx";

export async function answerError(error: unknown, c: Context<Env>, log: Log): Promise<Response> {
  const id = c.get("requestId");
  const refusal = error instanceof HTTPException ? refused(error) : error;
  if (!(refusal instanceof Problem)) log.error({ err: error, request: id }, "a request failed");
  const told = refusal instanceof Problem ? describe(refusal) : fault(id);
  const forProgram = c.req.path.startsWith("/api/");
  const answer = forProgram ? problemJson(told, c.req.path) : await respond(problemPage(told));
  // Too busy, or stopped: the same request may well be answered later.
  if (told.status === 503) answer.headers.set("retry-after", "30");
  return answer;
}

/** What the framework refuses before we see it, such as a body that is no JSON. */
const refused = (error: HTTPException): Problem | HTTPException =>
  error.status < 500 ? new Problem("invalid-request", `${error.message}.`) : error;

export const notFound = (path: string): Problem =>
  new Problem("not-found", `There is no page at ${path.slice(0, 200)}.`, {
    next: "It may have been removed, or the address may be mistyped.",
  });

interface Told {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly next: string | undefined;
  readonly issues: readonly Issue[];
}

const describe = ({ id, status, title, message, next, issues }: Problem): Told => ({
  type: id,
  status,
  title,
  detail: message,
  next,
  issues,
});

const fault = (request: string): Told => ({
  type: "about:blank",
  status: 500,
  title: "Something went wrong here",
  detail: `The program met a fault of its own. In its log this is request ${request}.`,
  next: "Nothing was changed halfway. Try again; if it stays, tell who runs the program.",
  issues: [],
});

/** RFC 9457, with the issues as an extension. */
function problemJson(
  { type, status, title, detail, next, issues }: Told,
  instance: string,
): Response {
  const body = { type, title, status, detail, instance, next, issues };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
}

function problemPage({ status, title, detail, next, issues }: Told): View {
  return {
    title,
    status,
    body: (
      <>
        <h1>{title}</h1>
        <ProblemBox title="What happened" detail={detail} next={next} issues={issues} />
        <p>
          <a href="/">To your studies</a>
        </p>
      </>
    ),
  };
}
