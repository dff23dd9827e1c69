/** axe finds nothing on any page of the way from files to a report, in any state of it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeCampus } from "../../src/campus/write.ts";
import { chromiumPath, openChromium } from "../support/chromium.ts";
import { startServer, type Server } from "../support/server.ts";
import { violations } from "./axe.ts";
import { visit } from "./visitor.ts";
import { walk } from "./walk.ts";

describe.skipIf(chromiumPath === undefined)("for everybody", { timeout: 600_000 }, () => {
  let folder: string;
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "journey-"));
    browser = await openChromium();
    server = await startServer();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  test("every page on the way from files to a report, and the report", async () => {
    const unreadable = join(folder, "unreadable.csv");
    await writeFile(unreadable, "id,answer\n1,2\n2,3,4\n");
    const campus = await writeCampus(folder, { people: 1500, seed: 6 });
    const { page, leave } = await visit(browser, server.url, { width: 1280, javaScript: true });
    const found: string[] = [];
    const look = async (what: string) => void found.push(...(await violations(what, page)));
    const files = await walk(page, { site: server.url, campus, unreadable }, look);
    for (const address of ["/", "/api", "/studies/nothing", "/nowhere"]) {
      await page.goto(server.url + address);
      await look(address);
    }
    const report = join(folder, "report.html");
    await writeFile(report, files.get("report.html")!);
    await page.goto(pathToFileURL(report).href);
    await look("report.html");
    expect(found).toEqual([]);
    await leave();
  });
});
