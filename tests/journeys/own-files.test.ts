/** A person with three files and a browser, with and without JavaScript, on a phone and at a desk. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeCampus } from "../../src/campus/write.ts";
import { chromiumPath, openChromium } from "../support/chromium.ts";
import { startServer, type Server } from "../support/server.ts";
import { visit, type Eyes } from "./visitor.ts";
import { walk, type Way } from "./walk.ts";

describe.skipIf(chromiumPath === undefined)(
  "from own files to a report",
  { timeout: 240_000 },
  () => {
    let folder: string;
    let browser: Browser;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "journey-"));
      browser = await openChromium();
    });
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    });

    const ways: readonly Eyes[] = [
      { width: 1280, javaScript: true },
      { width: 320, javaScript: false },
    ];
    test.for(ways)("%o", async (eyes) => {
      const server: Server = await startServer();
      try {
        const unreadable = join(folder, "unreadable.csv");
        await writeFile(unreadable, "id,answer\n1,2\n2,3,4\n");
        const campus = await writeCampus(folder, { people: 1500, seed: 5 });
        const way: Way = { site: server.url, campus, unreadable };
        const { page, faults, leave } = await visit(browser, server.url, eyes);
        const files = await walk(page, way, async (what) => {
          const root = "document.documentElement";
          const beyond = await page.evaluate<number>(`${root}.scrollWidth - ${root}.clientWidth`);
          expect(beyond, `${what} is wider than the screen`).toBeLessThanOrEqual(0);
          await expect(page.getByRole("heading", { level: 1 }).count(), what).resolves.toBe(1);
        });
        expect(faults).toEqual([]);
        expect([...files.keys()]).toContain("report.html");
        for (const text of files.values()) expect(text.length).toBeGreaterThan(200);
        await leave();
      } finally {
        expect(await server.stop()).toBe(0);
      }
    });
  },
);
