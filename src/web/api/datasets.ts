/** Files of a study over the API: the file is the body, streamed. */
import { createRoute, z } from "@hono/zod-openapi";
import { removeDataset } from "../../db/datasets.ts";
import { Problem } from "../../problem.ts";
import { openStudy } from "../studies/study.ts";
import { uploadBody } from "../uploads/upload.ts";
import type { Reading, Writing } from "../world.ts";
import { json, refusals, studyNamed, type Api } from "./answers.ts";
import { dataset, uploaded } from "./schemas.ts";

export function readDatasets(api: Api, world: Reading): void {
  api.openapi(routes.list, async (c) => {
    const { confirmed, unconfirmed } = await openStudy(world, c.req.valid("param").study);
    const shown = [...confirmed, ...unconfirmed].map((each) => ({
      ...each,
      issues: [...each.issues],
      createdAt: each.createdAt.toISOString(),
    }));
    return c.json(shown, 200);
  });
}

export function changeDatasets(api: Api, world: Writing): void {
  api.openapi(routes.upload, async (c) => {
    const { study, name } = c.req.valid("param");
    const open = await openStudy(world, study);
    const stored = await uploadBody(world, open.study.id, { request: c.req.raw, name });
    return c.json(stored, stored.alreadyThere ? 200 : 201);
  });
  api.openapi(routes.remove, async (c) => {
    const { study, dataset } = c.req.valid("param");
    const { confirmed, unconfirmed } = await openStudy(world, study);
    if (![...confirmed, ...unconfirmed].some(({ id }) => id === dataset))
      throw new Problem("not-found", "The study has no such file.");
    await removeDataset(world.db.write, dataset);
    return c.body(null, 204);
  });
}

const routes = {
  list: createRoute({
    method: "get",
    path: "/v1/studies/{study}/datasets",
    tags: ["Files"],
    summary: "Files of a study, in the order in which they came",
    request: { params: studyNamed },
    responses: { 200: json("The files.", z.array(dataset)), ...refusals },
  }),
  upload: createRoute({
    method: "put",
    path: "/v1/studies/{study}/datasets/{name}",
    tags: ["Files"],
    summary: "Add a CSV file",
    description:
      "The body is the file itself, of any encoding and separator; it is streamed. The same file once more changes nothing.",
    request: {
      params: studyNamed.extend({
        name: z.string().openapi({ description: "What the file is called." }),
      }),
      body: {
        required: true,
        content: { "text/csv": { schema: z.string().openapi({ format: "binary" }) } },
      },
    },
    responses: {
      200: json("It was there already.", uploaded),
      201: json("It was read and stored.", uploaded),
      ...refusals,
    },
  }),
  remove: createRoute({
    method: "delete",
    path: "/v1/studies/{study}/datasets/{dataset}",
    tags: ["Files"],
    summary: "Remove a file",
    request: { params: studyNamed.extend({ dataset: z.string() }) },
    responses: { 204: { description: "It is gone." }, ...refusals },
  }),
};
