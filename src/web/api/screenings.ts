/** Screenings over the API: started, watched, cancelled, read. */
import { createRoute, z } from "@hono/zod-openapi";
import { screeningsOf, type ScreeningRecord } from "../../db/screenings.ts";
import { reportFiles } from "../../reports/index.ts";
import { pairOf } from "../studies/pair.ts";
import { reportText } from "../studies/report-text.ts";
import { findingOf, openScreening, resultOf } from "../studies/screening.ts";
import { specificationOf } from "../studies/specification.ts";
import { openStudy } from "../studies/study.ts";
import type { Reading, Writing } from "../world.ts";
import { json, refusals, screeningNamed, studyNamed, type Api } from "./answers.ts";
import { pair, result } from "./finding-schemas.ts";
import { reportFile, screening } from "./schemas.ts";

export function readScreenings(api: Api, world: Reading): void {
  api.openapi(routes.list, async (c) => {
    const { study } = await openStudy(world, c.req.valid("param").study);
    return c.json((await screeningsOf(world.db.read, study.id)).map(shownBy(world)), 200);
  });
  api.openapi(routes.find, async (c) => {
    const found = await openScreening(world, c.req.valid("param"));
    return c.json(shownBy(world)(found.screening), 200);
  });
  api.openapi(routes.result, async (c) => {
    const found = await openScreening(world, c.req.valid("param"));
    const headers = { "content-type": "application/json" };
    return c.body(await resultOf(world, found.screening), 200, headers) as never;
  });
  api.openapi(routes.pair, async (c) => {
    const found = await openScreening(world, c.req.valid("param"));
    const finding = await findingOf(world, found.screening);
    const { description, details } = await pairOf(world, found, {
      finding,
      ...c.req.valid("query"),
    });
    return c.json({ ...description, ...details } as never, 200);
  });
  api.openapi(routes.files, (c) => {
    return c.json(
      reportFiles.map(({ name, mediaType, about, holds }) => ({ name, mediaType, about, holds })),
      200,
    );
  });
  api.openapi(routes.file, async (c) => {
    const found = await openScreening(world, c.req.valid("param"));
    const { text, mediaType } = await reportText(world, found, c.req.valid("param").name);
    return c.body(text, 200, { "content-type": mediaType }) as never;
  });
}

export function changeScreenings(api: Api, world: Writing): void {
  api.openapi(routes.start, async (c) => {
    const { study } = await openStudy(world, c.req.valid("param").study);
    const id = await world.screenings.start(study.id, specificationOf(study));
    const { screening } = await openScreening(world, { study: study.id, screening: id });
    c.header("location", `/api/v1/studies/${study.id}/screenings/${id}`);
    return c.json(shownBy(world)(screening), 202);
  });
  api.openapi(routes.cancel, async (c) => {
    const found = await openScreening(world, c.req.valid("param"));
    await world.screenings.cancel(found.screening.id);
    return c.body(null, 204);
  });
}

const shownBy =
  ({ paces }: Pick<Reading, "paces">) =>
  (record: ScreeningRecord) => {
    const { id, studyId, state, step, done, total, problem, createdAt, finishedAt } = record;
    const pace = paces.of(id, step);
    return {
      id,
      studyId,
      state,
      step,
      done,
      total,
      share: total > 0 ? done / total : null,
      perSecond: pace?.perSecond ?? null,
      secondsLeft: pace?.secondsLeft ?? null,
      problem: problem === null ? null : problemOf(problem),
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    };
  };

function problemOf({ id, detail, next, issues }: NonNullable<ScreeningRecord["problem"]>) {
  return { type: id, detail, ...(next === undefined ? {} : { next }), issues: [...issues] };
}

/** What a file of the report may be. */
const fileContents = Object.fromEntries(
  reportFiles.map(({ mediaType }) => {
    const [type] = mediaType.split(";");
    return [type!, { schema: type === "application/json" ? z.looseObject({}) : z.string() }];
  }),
);

const at = "/v1/studies/{study}/screenings";
const tags = ["Findings"];

const routes = {
  list: createRoute({
    method: "get",
    path: at,
    tags,
    summary: "Screenings of a study, newest first",
    request: { params: studyNamed },
    responses: { 200: json("The screenings.", z.array(screening)), ...refusals },
  }),
  start: createRoute({
    method: "post",
    path: at,
    tags,
    summary: "Compute the findings of the plan",
    request: { params: studyNamed },
    responses: { 202: json("It has begun; ask again at its address.", screening), ...refusals },
  }),
  find: createRoute({
    method: "get",
    path: `${at}/{screening}`,
    tags,
    summary: "How far a screening is",
    request: { params: screeningNamed },
    responses: { 200: json("The screening.", screening), ...refusals },
  }),
  cancel: createRoute({
    method: "delete",
    path: `${at}/{screening}`,
    tags,
    summary: "Cancel a screening under way",
    request: { params: screeningNamed },
    responses: { 204: { description: "It has ended." }, ...refusals },
  }),
  result: createRoute({
    method: "get",
    path: `${at}/{screening}/result`,
    tags,
    summary: "Every association and ranking",
    request: { params: screeningNamed },
    responses: { 200: json("screening.json.", result), ...refusals },
  }),
  pair: createRoute({
    method: "get",
    path: `${at}/{screening}/pair`,
    tags,
    summary:
      "One pair beside its coefficient: who is in it, group by group, and what else measures it",
    request: {
      params: screeningNamed,
      query: z.object({ predictor: z.string(), outcome: z.string() }),
    },
    responses: { 200: json("The pair.", pair), ...refusals },
  }),
  files: createRoute({
    method: "get",
    path: `${at}/{screening}/files`,
    tags,
    summary: "Files of the report",
    request: { params: screeningNamed },
    responses: { 200: json("The files.", z.array(reportFile)), ...refusals },
  }),
  file: createRoute({
    method: "get",
    path: `${at}/{screening}/files/{name}`,
    tags,
    summary: "A file of the report, as the command line writes it",
    request: { params: screeningNamed.extend({ name: z.string() }) },
    responses: {
      200: {
        description: "The file.",
        content: fileContents,
      },
      ...refusals,
    },
  }),
};
