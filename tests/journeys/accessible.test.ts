/** axe finds nothing against WCAG 2.2 AA on any page of the way, in any state of it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeCampus } from "../../src/campus/write.ts";
import { chromiumPath, openChromium } from "../support/chromium.ts";
import { startServer, type Server } from "../support/server.ts";
import { walkSurveys } from "./surveys-walk.ts";
import { visit } from "./visitor.ts";
import { walk } from "./walk.ts";

const criteria = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const sights = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
] as const;

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

  test("every page on the way from an instrument to a wave", async () => {
    const { page, faults, leave } = await visit(browser, server.url, {
      width: 1280,
      javaScript: true,
    });
    const found: string[] = [];
    await walkSurveys(page, server.url, async (what) => {
      found.push(...(await violations(what, page)));
    });
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });
});

/** One line for each rule broken and place. */
async function violations(what: string, page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { width, colorScheme } of sights) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(criteria).analyze();
    for (const { id, nodes } of violations)
      for (const { html } of nodes.slice(0, 3))
        found.push(`${what}, ${width}, ${colorScheme}: ${id}: ${html.slice(0, 200)}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
}
