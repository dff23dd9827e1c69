import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../../../src/web/pages/index.ts";
import { locationOf, openVisitor, type Visitor } from "./visitor.ts";

describe("who may ask", () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await openVisitor();
  });
  afterAll(() => visitor.leave());

  const status = async (path: string, init?: RequestInit): Promise<number> =>
    (await visitor.ask(path, init)).status;

  test.for([
    ["localhost:4080", 200],
    ["127.0.0.1:4080", 200],
    ["[::1]:4080", 200],
    ["LOCALHOST", 200],
    ["evil.example", 403],
    ["localhost.evil.example", 403],
    ["evil.example:4080", 403],
    ["127.0.0.1.nip.io", 403],
    ["localhost@evil.example", 403],
    ["0.0.0.0:4080", 403],
    ["192.168.1.7:4080", 403],
    ["", 403],
  ] as const)("Host %s gets %i", async ([host, expected]) => {
    expect(await status("/", { headers: { host } })).toBe(expected);
    expect(await status("/api/v1/studies", { headers: { host } })).toBe(expected);
  });

  /** Every address that changes something, of the pages and of the API. */
  const doors = (): (readonly [method: string, path: string])[] => {
    const filled = (path: string): string => path.replace(/:\w+|\{\w+\}/g, "x");
    return pages.flatMap(({ path, act }) => (act ? [["POST", filled(path)] as const] : []));
  };

  test.for([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:4081" },
    { origin: "https://localhost:4080" },
    { origin: "http://127.0.0.1:4080" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "http://localhost:4080", "sec-fetch-site": "cross-site" },
  ])("%o changes nothing, at no door", async (headers) => {
    const api = await apiDoors(visitor);
    expect(doors().length + api.length).toBeGreaterThan(15);
    for (const [method, path] of [...doors(), ...api]) {
      const sent = { ...headers, host: "localhost:4080", "content-type": "text/plain" };
      expect(await status(path, { method, headers: sent, body: "a=b" }), `${method} ${path}`).toBe(
        403,
      );
    }
    expect(await visitor.see("/")).toContain("Where to begin");
  });

  test("our own pages and programs that are no browsers may", async () => {
    locationOf(await visitor.send("/", { title: "From a page" }));
    const json = { "content-type": "application/json" };
    const body = JSON.stringify({ title: "From a program" });
    expect(await status("/api/v1/studies", { method: "POST", headers: json, body })).toBe(201);
  });

  test("a form that is not one is refused", async () => {
    const answer = await visitor.ask("/", { method: "POST", body: '{"title":"x"}' });
    expect(answer.status).toBe(400);
  });

  test("a form without an end is refused at the limit", async () => {
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const body = `title=${"x".repeat(3_000_000)}`;
    expect(await status("/", { method: "POST", headers: type, body })).toBe(413);
    const json = { "content-type": "application/json" };
    expect(await status("/api/v1/studies", { method: "POST", headers: json, body })).toBe(413);
  });
});

describe("what every answer carries", () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await openVisitor();
  });
  afterAll(() => visitor.leave());

  test.for([
    "/",
    "/api",
    "/api/openapi.json",
    "/api/v1/studies",
    "/nowhere",
    "/api/v1/nowhere",
    "/healthz",
  ])("%s", async (path) => {
    const { headers } = await visitor.ask(path);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("a refusal by host carries them, too", async () => {
    const { headers } = await visitor.ask("/", { headers: { host: "evil.example" } });
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("the style sheet may be kept for ever, under the address of its content", async () => {
    const [, address] = /href="(\/assets\/style\.css\?[^"]+)"/.exec(await visitor.see("/"))!;
    const answer = await visitor.ask(address!);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    const etag = answer.headers.get("etag")!;
    const again = await visitor.ask(address!, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    const stale = await visitor.ask("/assets/style.css");
    expect(stale.headers.get("cache-control")).toBe("no-cache");
  });

  test.for([
    "/assets/../app.ts",
    "/assets/%2e%2e%2fapp.ts",
    "/assets/style.css%00",
    "/assets/__proto__",
  ])("%s is no asset", async (path) => {
    expect((await visitor.ask(path)).status).toBe(404);
  });

  test("the log says what was asked for, never with which values", async () => {
    await visitor.ask("/studies/x/data/variable?id=salary_of_Grace");
    const line = visitor.logged.findLast((each) => each.includes("/data/variable"))!;
    expect(JSON.parse(line)).toMatchObject({ method: "GET", status: 404 });
    expect(visitor.logged.join("\n")).not.toContain("Grace");
  });
});

async function apiDoors(visitor: Visitor): Promise<(readonly [string, string])[]> {
  const document = (await (await visitor.ask("/api/openapi.json")).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => method !== "get")
      .map((method) => [method.toUpperCase(), `/api${path.replace(/\{\w+\}/g, "x")}`] as const),
  );
}
