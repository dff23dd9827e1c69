import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { campus, plan } from "./campus-study.ts";
import { openVisitor, type Visitor } from "./visitor.ts";

type Method = "get" | "post" | "put" | "patch" | "delete";
type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Partial<Record<Method, Operation>>>;
  readonly components: { readonly schemas: Record<string, JsonSchema> };
}

interface Operation {
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema: JsonSchema }> }
  >;
}

describe("the API", () => {
  let visitor: Visitor;
  let document: Document;
  const used = new Set<string>();
  beforeAll(async () => {
    visitor = await openVisitor();
    document = (await (await visitor.ask("/api/openapi.json")).json()) as Document;
  });
  afterAll(() => visitor.leave());

  /** Asks, and holds the answer against what the document says of it. */
  async function ask<T = unknown>(
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<Answered<T>> {
    const raw = typeof body === "string";
    const answer = await visitor.ask(`/api${path}`, {
      method: method.toUpperCase(),
      headers: { "content-type": raw ? "text/csv" : "application/json" },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    });
    const template = templateOf(document, method, path);
    used.add(`${method} ${template}`);
    const responses = document.paths[template]![method]!.responses;
    const described = responses[String(answer.status)] ?? responses["default"]!;
    const text = await answer.text();
    const type = answer.headers.get("content-type")?.split(";")[0];
    if (described.content === undefined) {
      expect(text, path).toBe("");
      return { status: answer.status, text, json: undefined as T };
    }
    expect(Object.keys(described.content), `${method} ${path}: ${text}`).toContain(type);
    if (!type!.endsWith("json")) return { status: answer.status, text, json: undefined as T };
    const json = JSON.parse(text) as T;
    const schema = schemaOf(document, described.content[type!]!.schema);
    const fits = schema.safeParse(json);
    expect(fits.error?.issues ?? [], `${method} ${path}`).toEqual([]);
    return { status: answer.status, text, json };
  }

  test("describes itself as OpenAPI 3.1, and on a page", async () => {
    expect(document.openapi).toBe("3.1.0");
    const page = await visitor.see("/api");
    for (const path of Object.keys(document.paths)) expect(page).toContain(`/api${path}`);
  });

  test("goes from files to findings as the pages do", async () => {
    const study = (await ask<{ id: string }>("post", "/v1/studies", { title: "By program" })).json;
    const at = `/v1/studies/${study.id}`;
    await ask("get", at);
    await ask("patch", at, { scoring: "all but one", idColumn: "student_id" });
    for (const { name, text } of campus.files) {
      expect((await ask("put", `${at}/datasets/${name}`, text)).status).toBe(201);
    }
    const again = await ask<{ alreadyThere: boolean }>(
      "put",
      `${at}/datasets/x.csv`,
      campus.files[0]!.text,
    );
    expect(again).toMatchObject({ status: 200, json: { alreadyThere: true } });
    const datasets = (await ask<{ name: string; confirmed: boolean }[]>("get", `${at}/datasets`))
      .json;
    expect(datasets.map(({ name }) => name)).toEqual(campus.files.map(({ name }) => name));
    expect(datasets.every(({ confirmed }) => confirmed)).toBe(true);

    const renamed = { variables: [{ id: "career_satisfaction", label: "Satisfied with work" }] };
    expect((await ask("put", `${at}/codebook`, renamed)).status).toBe(204);
    const { text } = await ask("get", `${at}/codebook`);
    expect(text).toContain("Satisfied with work");

    expect((await ask("get", `${at}/plan`)).status).toBe(404);
    const clos = [{ id: "present", statement: "Present strengths", evidence: ["mock_interview"] }];
    expect((await ask("put", `${at}/learning-outcomes`, clos)).status).toBe(204);
    expect((await ask("put", `${at}/plan`, { ...plan, replicates: 20 })).status).toBe(204);
    expect((await ask("get", `${at}/plan`)).json).toMatchObject({ replicates: 20 });
    expect((await ask("get", `${at}/learning-outcomes`)).json).toHaveLength(1);

    const begun = await ask<{ id: string; state: string }>("post", `${at}/screenings`);
    expect(begun.status).toBe(202);
    const screening = `${at}/screenings/${begun.json.id}`;
    await until(async () => (await ask<{ state: string }>("get", screening)).json.state === "done");
    await ask("get", `${at}/screenings`);

    const result = await ask<{ associations: unknown[] }>("get", `${screening}/result`);
    expect(result.json.associations).toHaveLength(8);
    expect(result.text).toContain("Satisfied with work");
    const file = await ask("get", `${screening}/files/screening.json`);
    expect(file.text).toBe(result.text);
    for (const { name } of (await ask<{ name: string }[]>("get", `${screening}/files`)).json)
      expect((await ask("get", `${screening}/files/${name}`)).status).toBe(200);
    const pair = new URLSearchParams({ predictor: "SF", outcome: "career_satisfaction" });
    expect((await ask("get", `${screening}/pair?${pair.toString()}`)).status).toBe(200);
  });

  test("a screening can be cancelled, and stays so", async () => {
    const studies = (await ask<{ id: string }[]>("get", "/v1/studies")).json;
    const at = `/v1/studies/${studies[0]!.id}`;
    await ask("put", `${at}/plan`, { ...plan, replicates: 100_000 });
    const { json } = await ask<{ id: string }>("post", `${at}/screenings`);
    const screening = `${at}/screenings/${json.id}`;
    expect((await ask("delete", screening)).status).toBe(204);
    expect((await ask("get", screening)).json).toMatchObject({ state: "cancelled" });
    expect((await ask("get", `${screening}/result`)).status).toBe(404);
  });

  test("refuses in RFC 9457, with what to do next", async () => {
    const { json, status } = await ask("get", "/v1/studies/none");
    expect(status).toBe(404);
    expect(json).toMatchObject({
      type: "not-found",
      status: 404,
      instance: "/api/v1/studies/none",
    });
    const wrong = await ask<{ issues: { column: string }[] }>("post", "/v1/studies", {
      titel: "x",
    });
    expect(wrong.status).toBe(400);
    expect(wrong.json.issues.map(({ column }) => column)).toContain("title");
    const nowhere = await visitor.ask("/api/v1/nothing");
    expect(nowhere.headers.get("content-type")).toBe("application/problem+json");
  });

  test("refuses a file by line and column, a plan by the name that no file has", async () => {
    const studies = (await ask<{ id: string }[]>("get", "/v1/studies")).json;
    const at = `/v1/studies/${studies[0]!.id}`;
    const ragged = await ask<Refusal>("put", `${at}/datasets/ragged.csv`, "id,a\n1,2\n2\n");
    expect(ragged).toMatchObject({ status: 422, json: { type: "unreadable-file" } });
    expect(ragged.json.issues).toContainEqual(expect.objectContaining({ line: 3 }));
    const unknown = await ask<Refusal>("put", `${at}/plan`, {
      ...plan,
      outcomes: ["carer_satisfaction"],
    });
    expect(unknown).toMatchObject({ status: 422, json: { type: "unknown-column" } });
    expect(unknown.json.next).toContain("career_satisfaction");
    const told = { variables: [{ id: "career_satisfaction", level: "continuous" }] };
    expect((await ask("put", `${at}/codebook`, told)).status).toBe(422);
    expect((await ask("put", `${at}/codebook`)).status).toBe(400);
  });

  test("never takes what is not its own", async () => {
    const one = (await ask<{ id: string }>("post", "/v1/studies", { title: "One" })).json;
    const two = (await ask<{ id: string }>("post", "/v1/studies", { title: "Two" })).json;
    const csv = "id,a\n1,2\n2,3\n";
    const { id } = (await ask<{ id: string }>("put", `/v1/studies/${one.id}/datasets/a.csv`, csv))
      .json;
    expect((await ask("delete", `/v1/studies/${two.id}/datasets/${id}`)).status).toBe(404);
    expect((await ask("delete", `/v1/studies/${one.id}/datasets/${id}`)).status).toBe(204);
    const polluted = JSON.parse('{"title":"x","__proto__":{"sample":true}}') as object;
    const made = await ask<{ sample: boolean }>("post", "/v1/studies", polluted);
    expect(made.json.sample ?? false).toBe(false);
    expect(({} as { sample?: boolean }).sample).toBeUndefined();
  });

  test("removes a study, and forgets a codebook", async () => {
    const { id } = (await ask<{ id: string }>("post", "/v1/studies", { title: "Short" })).json;
    expect((await ask("delete", `/v1/studies/${id}/codebook`)).status).toBe(204);
    expect((await ask("delete", `/v1/studies/${id}`)).status).toBe(204);
    expect((await ask("get", `/v1/studies/${id}`)).status).toBe(404);
  });

  test("was asked at every address that it has", () => {
    const all = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(all.filter((each) => !used.has(each))).toEqual([]);
  });
});

interface Answered<T> {
  readonly status: number;
  readonly text: string;
  readonly json: T;
}

interface Refusal {
  readonly next: string;
  readonly issues: readonly { readonly line?: number }[];
}

/** Which path of the document an address is of: the one with the fewest names to fill in. */
function templateOf({ paths }: Document, method: Method, path: string): string {
  const parts = path.split("?")[0]!.split("/");
  const fitting = Object.entries(paths).filter(([template, operations]) => {
    const own = template.split("/");
    const fits = own.every((part, i) => part.startsWith("{") || part === parts[i]);
    return own.length === parts.length && fits && operations[method] !== undefined;
  });
  const names = (template: string) => template.split("{").length;
  const [best] = fitting.sort(([a], [b]) => names(a) - names(b));
  if (best === undefined) throw new Error(`the document has no ${method} ${path}`);
  return best[0];
}

function schemaOf({ components }: Document, schema: JsonSchema): z.ZodType {
  const whole = { ...(schema as object), $defs: components.schemas };
  const text = JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(JSON.parse(text) as JsonSchema);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it took too long");
}
