/** Who may ask for what: respondents from anywhere under the public name, everything else from this machine. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { masked } from "../../../../src/web/answer/addresses.ts";
import { freshToken } from "../../../../src/fielding/token.ts";
import { openVisitor, type Visitor } from "../visitor.ts";
import { begun, fill } from "./respondent.ts";
import { fieldSurvey, invited } from "./survey.ts";

describe("the public name", () => {
  let visitor: Visitor;
  let token: string;
  beforeAll(async () => {
    visitor = await openVisitor({ config: { publicUrl: "https://surveys.example.edu" } });
    token = await invited(await fieldSurvey(visitor.db));
  });
  afterAll(() => visitor.leave());

  const status = async (path: string, host: string): Promise<number> =>
    (await visitor.ask(path, { headers: { host } })).status;

  test("answers respondents and their assets, and nobody else", async () => {
    const css = /href="(\/assets\/answer\.css[^"]*)"/.exec(await visitor.see(`/s/${token}`))![1]!;
    for (const path of [`/s/${token}`, css])
      for (const host of ["surveys.example.edu", "SURVEYS.example.edu", "localhost:4080"])
        expect(await status(path, host), `${path} at ${host}`).toBe(200);
    for (const path of ["/", "/api", "/healthz", "/studies/x", "/surveys", "//s/x", "/assets"])
      expect(await status(path, "surveys.example.edu"), path).toBe(403);
    for (const host of [
      "evil.example",
      "surveys.example.edu.evil.example",
      "surveys.example.edu:81",
    ])
      expect(await status(`/s/${token}`, host), host).toBe(403);
  });

  test("a page sent from behind a proxy, or by a mail program without an origin, is not lost", async () => {
    const page = await begun(visitor, token);
    const body = new URLSearchParams(
      fill(page.fields, { job: "no" }).map(([name, value]): [string, string] => [name, value]),
    ).toString();
    for (const origin of ["https://surveys.example.edu", "null"]) {
      const headers = { "content-type": "application/x-www-form-urlencoded", origin };
      const answer = await visitor.ask(page.path, { method: "POST", headers, body });
      expect(answer.status, origin).toBe(303);
    }
  });

  test("a page is kept by no cache, its style by every", async () => {
    const page = await visitor.ask(`/s/${token}`, { headers: { "accept-encoding": "gzip" } });
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("content-encoding")).toBe("gzip");
    expect(page.headers.get("x-robots-tag")).toBe("noindex");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    const [, css] = /href="(\/assets\/answer\.css[^"]*)"/.exec(await visitor.see(`/s/${token}`))!;
    const asset = await visitor.ask(css!, { headers: { "accept-encoding": "gzip" } });
    expect(asset.headers.get("cache-control")).toContain("immutable");
    const headers = { "if-none-match": asset.headers.get("etag")!, "accept-encoding": "gzip" };
    expect((await visitor.ask(css!, { headers })).status).toBe(304);
  });
});

describe("what the log says of an address", () => {
  const token = freshToken();
  test.for([
    [`/s/${token}`, "/s/…"],
    [`/s/${token}/at/now`, "/s/…/at/now"],
    [`/s/${token.slice(0, 20)}`, "/s/…"],
    [`/S/${token}`, "/S/…"],
    [`//s//${token}`, "//s//…"],
    [`/s%2F${token}`, "/s%2F…"],
    [`/x/${token}.`, "/x/…."],
    [
      "/studies/8b0f8bd6-4ef5-4f0c-9a6f-0d9a3c8b1a11/data",
      "/studies/8b0f8bd6-4ef5-4f0c-9a6f-0d9a3c8b1a11/data",
    ],
  ] as const)("%s", ([path, expected]) => {
    expect(masked(path)).toBe(expected);
  });
});
