/** axe finds nothing against WCAG 2.2 AA on any page that respondents can see, light and dark, on a phone and at a desk. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instruments } from "#surveys";
import { chromiumPath, openChromium } from "../support/chromium.ts";
import { startSurveyServer, type SurveyServer } from "./answering-server.ts";
import { answerAll, press } from "./answering-walk.ts";
import { phone, sights, violations } from "./axe.ts";
import { visit, type Visitor } from "./visitor.ts";

describe.skipIf(chromiumPath === undefined)(
  "answering, for everybody",
  { timeout: 600_000 },
  () => {
    let browser: Browser;
    let server: SurveyServer;
    let visitor: Visitor;
    beforeAll(async () => {
      [browser, server] = await Promise.all([openChromium(), startSurveyServer()]);
      visitor = await visit(browser, server.url, { width: 360, javaScript: true });
    });
    afterAll(async () => {
      await visitor.leave();
      await browser.close();
      expect(await server.stop()).toBe(0);
    });

    test.for(["every kind", "from the right"])("every page, in every state: %s", async (survey) => {
      const { page } = visitor;
      const seenAs = survey === "every kind" ? sights : phone;
      const found: string[] = [];
      const look = async (what: string) =>
        void found.push(...(await violations(what, page, seenAs)));
      const link = server.link(survey);
      await page.goto(survey === "every kind" ? link : `${link}?lang=ar`);
      await look("start");
      await press(page);
      await look("section");
      await page.locator("input[value=part]").check();
      await press(page);
      await look("section with numbers, dates and ratings");
      await page.locator("[name=hours]").fill("many");
      await page.locator("[name='since.year']").fill("1");
      await press(page);
      await look("section, with what is wrong");
      await page.locator("[name=hours]").fill("20");
      await page.locator("[name='since.year']").fill("");
      await page.locator("[name=happy][value='1']").check();
      await press(page);
      await page.waitForURL(/more/);
      await look("section, with what was added");
      await press(page);
      await look("section with a matrix");
      await page.locator("[name='able.write'][value='2']").check();
      await page.locator("button[value=stop]").click();
      await page.waitForURL(/stopped/);
      await look("stopped");
      await page.goto(`${link}/at/skills`);
      await look("section, with answers to take back");
      await page.goto(link);
      await look("welcome back");
      await page.goto(`${link}/review`);
      await look("review, with what is missing");
      await page.goto(`${link}/at/end?back=review`);
      await page.locator("[name=year]").fill("2001");
      await press(page);
      await look("review");
      await page.locator("form button").click();
      await page.waitForURL(/thanks/);
      await look("thanks");
      await page.goto(`${link}/withdraw`);
      await look("withdraw");
      await press(page);
      await look("withdrawn");
      expect(found).toEqual([]);
    });

    test("pages without a survey", async () => {
      const { page } = visitor;
      const found: string[] = [];
      for (const link of [server.link("ended"), `${server.url}/s/wrong`]) {
        await page.goto(link);
        found.push(...(await violations(link, page)));
      }
      expect(found).toEqual([]);
    });

    test.for(instruments)("all of $id, as it ships", async ({ id }) => {
      const { page } = visitor;
      const found: string[] = [];
      await answerAll(page, server.link(id), async (what) => {
        found.push(...(await violations(what, page, phone)));
      });
      expect(found).toEqual([]);
    });
  },
);
