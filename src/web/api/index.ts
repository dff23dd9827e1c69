/** The API: the same as the pages, for programs. Its document is made from the routes themselves. */
import { bodyLimit } from "hono/body-limit";
import { engine } from "../../studies/engine.ts";
import { Problem } from "../../problem.ts";
import { longestForm } from "../forms/form.ts";
import { respond } from "../respond.tsx";
import type { Reading, Writing } from "../world.ts";
import { newApi, type Api } from "./answers.ts";
import { changeDatasets, readDatasets } from "./datasets.ts";
import { changeDecisions, readDecisions } from "./decisions.ts";
import { documentView, type ApiDocument } from "./document.tsx";
import { changeScreenings, readScreenings } from "./screenings.ts";
import { changeStudies, readStudies } from "./studies.ts";

export function createApi(reading: Reading, writing: Writing): Api {
  const api = newApi();
  api.use("/v1/*", (c, next) =>
    c.req.method === "PUT" && isFile(c.req.path) ? next() : shortBody(c, next),
  );
  for (const read of reads) read(api, reading);
  for (const change of changes) change(api, writing);
  api.get("/openapi.json", (c) => c.json(documentOf(api)));
  api.get("/", () => respond(documentView(documentOf(api))));
  return api;
}

export const documentOf = (api: Api): ApiDocument =>
  api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Throughline",
      version: engine.split(" ").at(-1)!,
      description:
        "Which student experiences go with good lives after graduation. Figures that rest on fewer than ten people are never given.",
    },
    servers: [{ url: "/api" }],
  });

const shortBody = bodyLimit({
  maxSize: longestForm,
  onError: () => {
    throw new Problem(
      "too-large",
      `More than ${longestForm.toLocaleString("en-US")} bytes were sent.`,
    );
  },
});

/** A file has its own, larger limit. */
const isFile = (path: string): boolean => /\/datasets\/[^/]+$/.test(path);

/** GETs get the reading half of the world, everything else the whole. */
const reads = [readStudies, readDatasets, readDecisions, readScreenings] as const;
const changes = [changeStudies, changeDatasets, changeDecisions, changeScreenings] as const;
