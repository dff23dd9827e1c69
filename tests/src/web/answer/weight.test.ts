/** A phone with one bar of signal: what goes over the wire, headers included, is counted at the socket. */
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instruments } from "#surveys";
import { openVisitor, type Visitor } from "../visitor.ts";
import { begun, respondent } from "./respondent.ts";
import { fieldSurvey, invited } from "./survey.ts";

const most = 15_000;

describe("a page, with everything it loads", () => {
  let visitor: Visitor;
  let server: Server;
  beforeAll(async () => {
    visitor = await openVisitor();
    server = createServer(
      getRequestListener(({ url, headers }) => {
        const { pathname, search } = new URL(url);
        return visitor.ask(pathname + search, { headers });
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await visitor.leave();
  });

  /** Bytes received, and the text. */
  const fetched = (path: string): Promise<{ bytes: number; status: number }> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const headers = { "accept-encoding": "gzip", connection: "close" };
      get({ port, path, headers }, (answer) => {
        const { socket } = answer;
        answer
          .resume()
          .once("end", () => resolve({ bytes: socket.bytesRead, status: answer.statusCode! }));
      }).once("error", reject);
    });

  const weightOf = async (path: string): Promise<number> => {
    const html = await visitor.see(path);
    const loaded = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, to]) => to!);
    expect(loaded.some((each) => each.includes("answer.css"))).toBe(true);
    const all = await Promise.all([path, ...loaded].map(fetched));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    return all.reduce((sum, { bytes }) => sum + bytes, 0);
  };

  test.for(instruments)("of $id", async ({ id, file }) => {
    const fielded = await fieldSurvey(visitor.db, { survey: file });
    const token = await invited(fielded);
    const first = await weightOf(`/s/${token}`);
    await begun(visitor, token);
    const { open } = respondent(visitor);
    const pages = (file.definition as { pages: { name: string }[] }).pages;
    let heaviest = 0;
    for (const { name } of pages) {
      const page = await open(`/s/${token}/at/${name}`);
      heaviest = Math.max(heaviest, await weightOf(page.path.split("?")[0]!));
    }
    console.log(`${id}: first page ${first} bytes, heaviest page ${heaviest} bytes`);
    expect(first).toBeGreaterThan(1000);
    expect(first).toBeLessThanOrEqual(most);
    expect(heaviest).toBeLessThanOrEqual(most);
  });
});
