/** axe finds nothing on any page of the way from an instrument to a wave, in any state of it. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, openChromium } from "../support/chromium.ts";
import { startServer, type Server } from "../support/server.ts";
import { violations } from "./axe.ts";
import { walkSurveys } from "./surveys-walk.ts";
import { visit } from "./visitor.ts";

describe.skipIf(chromiumPath === undefined)("surveys, for everybody", { timeout: 600_000 }, () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    [browser, server] = await Promise.all([openChromium(), startServer()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
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
