/** What a person decides about a study, over the API: codebook, learning outcomes, plan. */
import { createRoute, z } from "@hono/zod-openapi";
import { saveCodebook, saveLearningOutcomes, savePlan } from "../../db/studies.ts";
import { Problem } from "../../problem.ts";
import { readCodebook } from "../../studies/codebook-file.ts";
import { readLearningOutcomes } from "../../studies/learning-outcomes-file.ts";
import { parsePlan, resolvePlan } from "../../studies/plan.ts";
import { assemblyOf, assemblyOfStudy, openStudy, readingOptions } from "../studies/study.ts";
import type { Reading, Writing } from "../world.ts";
import { json, jsonBody, refusals, studyNamed, type Api } from "./answers.ts";
import { codebook, learningOutcomes, plan } from "./schemas.ts";

export function readDecisions(api: Api, world: Reading): void {
  api.openapi(routes.codebook, async (c) => {
    const open = await openStudy(world, c.req.valid("param").study);
    return c.json((await assemblyOfStudy(world, open)).codebook as never, 200);
  });
  api.openapi(routes.learningOutcomes, async (c) => {
    const { study } = await openStudy(world, c.req.valid("param").study);
    return c.json((study.learningOutcomes ?? []) as never, 200);
  });
  api.openapi(routes.plan, async (c) => {
    const { study } = await openStudy(world, c.req.valid("param").study);
    if (study.plan === null)
      throw new Problem("not-found", "The study has no plan yet.", { next: "Send one with PUT." });
    return c.json(study.plan, 200);
  });
}

export function changeDecisions(api: Api, world: Writing): void {
  const { write } = world.db;
  api.openapi(routes.saveCodebook, async (c) => {
    const { study, confirmed } = await openStudy(world, c.req.valid("param").study);
    const told = readCodebook(JSON.stringify(c.req.valid("json")), "codebook.json");
    await assemblyOf(world, confirmed, { ...readingOptions(study), codebook: told });
    await saveCodebook(write, study.id, told);
    return c.body(null, 204);
  });
  api.openapi(routes.forgetCodebook, async (c) => {
    const { study } = await openStudy(world, c.req.valid("param").study);
    await saveCodebook(write, study.id, null);
    return c.body(null, 204);
  });
  api.openapi(routes.saveLearningOutcomes, async (c) => {
    const { study } = await openStudy(world, c.req.valid("param").study);
    const given = c.req.valid("json");
    const none = Array.isArray(given) && given.length === 0;
    const told = none ? null : readLearningOutcomes(JSON.stringify(given), "clos.json");
    await saveLearningOutcomes(write, study.id, told);
    return c.body(null, 204);
  });
  api.openapi(routes.savePlan, async (c) => {
    const open = await openStudy(world, c.req.valid("param").study);
    const told = parsePlan(c.req.valid("json"), "plan.json");
    const assembly = await assemblyOfStudy(world, open);
    resolvePlan({ ...assembly, ids: [] }, told, open.study.learningOutcomes ?? []);
    await savePlan(write, open.study.id, told);
    return c.body(null, 204);
  });
}

const saved = { 204: { description: "It is saved." }, ...refusals } as const;
const anyJson = z.unknown();

const routes = {
  codebook: createRoute({
    method: "get",
    path: "/v1/studies/{study}/codebook",
    tags: ["Decisions"],
    summary: "Every variable: as recognised, and as told",
    request: { params: studyNamed },
    responses: { 200: json("The codebook.", codebook), ...refusals },
  }),
  saveCodebook: createRoute({
    method: "put",
    path: "/v1/studies/{study}/codebook",
    tags: ["Decisions"],
    summary: "Say what variables are",
    description: "A codebook, or any part of one: what is left out stays as recognised.",
    request: {
      params: studyNamed,
      body: jsonBody(anyJson.openapi({ description: "As codebook.json has it." })),
    },
    responses: saved,
  }),
  forgetCodebook: createRoute({
    method: "delete",
    path: "/v1/studies/{study}/codebook",
    tags: ["Decisions"],
    summary: "Back to what was recognised",
    request: { params: studyNamed },
    responses: saved,
  }),
  learningOutcomes: createRoute({
    method: "get",
    path: "/v1/studies/{study}/learning-outcomes",
    tags: ["Decisions"],
    summary: "Learning outcomes, each with the variables that evidence it",
    request: { params: studyNamed },
    responses: { 200: json("The learning outcomes.", learningOutcomes), ...refusals },
  }),
  saveLearningOutcomes: createRoute({
    method: "put",
    path: "/v1/studies/{study}/learning-outcomes",
    tags: ["Decisions"],
    summary: "Replace the learning outcomes",
    request: {
      params: studyNamed,
      body: jsonBody(
        anyJson.openapi({ description: "As clos.json has it; an empty list for none." }),
      ),
    },
    responses: saved,
  }),
  plan: createRoute({
    method: "get",
    path: "/v1/studies/{study}/plan",
    tags: ["Decisions"],
    summary: "The plan as it was told",
    request: { params: studyNamed },
    responses: { 200: json("The plan.", plan), ...refusals },
  }),
  savePlan: createRoute({
    method: "put",
    path: "/v1/studies/{study}/plan",
    tags: ["Decisions"],
    summary: "Say what is asked",
    description: "It is held against the files: a variable that no file has is refused.",
    request: { params: studyNamed, body: jsonBody(plan) },
    responses: saved,
  }),
};
