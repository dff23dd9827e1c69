/** All addresses of the program, and what holds for each of them. */
import { Hono, type Context } from "hono";
import { compress } from "hono/compress";
import type { Log } from "../log.ts";
import { createApi } from "./api/index.ts";
import { isRespondents } from "./answer/addresses.ts";
import { answerPages } from "./answer/index.ts";
import { answerRespondent } from "./answer/refusals.ts";
import { answerAsset } from "./assets.ts";
import { answerError, notFound } from "./errors.tsx";
import { logged, type Env } from "./logged.ts";
import type { Answer, Page, Visit } from "./page.ts";
import { pages } from "./pages/index.ts";
import { respond } from "./respond.tsx";
import { knownHostsOnly, ownOriginOnly, securityHeaders } from "./security.ts";
import { keepPaces } from "./studies/pace.ts";
import { surveyPages } from "./surveys/index.ts";
import { forgetUnconfirmed } from "./uploads/upload.ts";
import { readingOf, writingOf, type Reading, type World, type Writing } from "./world.ts";

export function createApp(world: World): Hono<Env> {
  const app = new Hono<Env>();
  const paces = keepPaces();
  const reading = readingOf(world, paces);
  const writing = writingOf(reading, world, paces);
  const begun = forgetUnconfirmed(writing);
  begun.catch((error: unknown) => world.log.error({ err: error }, "old uploads stay"));
  app.use(logged(world.log), securityHeaders);
  for (const path of ["/s/*", "/o/*", "/assets/*"]) app.use(path, compress());
  app.use(knownHostsOnly(world.config.publicUrl), ownOriginOnly);
  app.use(async (_c, next) => {
    await begun.catch(() => {});
    await next();
  });
  app.onError((error, c) => refuse(error, c, world.log));
  app.notFound((c) => refuse(notFound(c.req.path), c, world.log));
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/assets/:name", (c) => answerAsset(c.req.param("name"), c.req.raw) ?? c.notFound());
  app.route("/api", createApi(reading, writing));
  for (const page of [...pages, ...surveyPages, ...answerPages])
    add(app, page, { reading, writing });
  return app;
}

const refuse = (error: unknown, c: Context<Env>, log: Log): Promise<Response> =>
  isRespondents(c.req.path) ? answerRespondent(error, c, log) : answerError(error, c, log);

interface Worlds {
  readonly reading: Reading;
  readonly writing: Writing;
}

function add(app: Hono<Env>, page: Page, { reading, writing }: Worlds): void {
  const visit = (params: Record<string, string>, request: Request): Visit => ({
    params,
    request,
    query: new URL(request.url).searchParams,
  });
  const send = async (answer: Promise<Answer>): Promise<Response> => respond(await answer);
  if (page.show !== undefined)
    app.get(page.path, (c) => send(page.show!(visit(c.req.param(), c.req.raw), reading)));
  if (page.act !== undefined)
    app.post(page.path, (c) => send(page.act!(visit(c.req.param(), c.req.raw), writing)));
}
