/** Studies over the API. */
import { createRoute, z } from "@hono/zod-openapi";
import {
  createStudy,
  findStudy,
  listStudies,
  removeStudy,
  saveIdColumn,
  saveScoring,
  saveTitle,
  type StudyRecord,
} from "../../db/studies.ts";
import { openStudy } from "../studies/study.ts";
import type { Reading, Writing } from "../world.ts";
import { json, jsonBody, refusals, studyNamed, type Api } from "./answers.ts";
import { newStudy, study, studyChange, studyListed } from "./schemas.ts";

export function readStudies(api: Api, world: Reading): void {
  api.openapi(routes.list, async (c) => {
    const studies = await listStudies(world.db.read);
    const shown = studies.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() }));
    return c.json(shown, 200);
  });
  api.openapi(routes.find, async (c) => {
    const open = await openStudy(world, c.req.valid("param").study);
    return c.json(shown(open.study), 200);
  });
}

export function changeStudies(api: Api, world: Writing): void {
  const { write } = world.db;
  api.openapi(routes.create, async (c) => {
    const id = await createStudy(write, c.req.valid("json"));
    return c.json(shown((await findStudy(world.db.read, id))!), 201);
  });
  api.openapi(routes.change, async (c) => {
    const { id } = (await openStudy(world, c.req.valid("param").study)).study;
    const { title, idColumn, scoring } = c.req.valid("json");
    if (title !== undefined) await saveTitle(write, id, title);
    if (idColumn !== undefined) await saveIdColumn(write, id, idColumn);
    if (scoring !== undefined) await saveScoring(write, id, scoring);
    return c.json(shown((await openStudy(world, id)).study), 200);
  });
  api.openapi(routes.remove, async (c) => {
    const { id } = (await openStudy(world, c.req.valid("param").study)).study;
    await world.screenings.cancelAll(id);
    await removeStudy(write, id);
    return c.body(null, 204);
  });
}

const shown = ({ id, title, createdAt, sample, idColumn, scoring }: StudyRecord) => ({
  id,
  title,
  sample,
  idColumn,
  scoring,
  createdAt: createdAt.toISOString(),
});

const routes = {
  list: createRoute({
    method: "get",
    path: "/v1/studies",
    tags: ["Studies"],
    summary: "All studies, newest first",
    responses: { 200: json("The studies.", z.array(studyListed)), ...refusals },
  }),
  create: createRoute({
    method: "post",
    path: "/v1/studies",
    tags: ["Studies"],
    summary: "Begin a study",
    request: { body: jsonBody(newStudy) },
    responses: { 201: json("The study.", study), ...refusals },
  }),
  find: createRoute({
    method: "get",
    path: "/v1/studies/{study}",
    tags: ["Studies"],
    summary: "One study",
    request: { params: studyNamed },
    responses: { 200: json("The study.", study), ...refusals },
  }),
  change: createRoute({
    method: "patch",
    path: "/v1/studies/{study}",
    tags: ["Studies"],
    summary: "Change the title, the column that names the person, or the scoring rule",
    request: { params: studyNamed, body: jsonBody(studyChange) },
    responses: { 200: json("The study.", study), ...refusals },
  }),
  remove: createRoute({
    method: "delete",
    path: "/v1/studies/{study}",
    tags: ["Studies"],
    summary: "Remove a study with its files and findings",
    request: { params: studyNamed },
    responses: { 204: { description: "It is gone." }, ...refusals },
  }),
};
