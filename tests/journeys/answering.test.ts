/** Answering on a phone, with scripts and without, by hand and by keys, in both languages, on a bad connection. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instruments } from "#surveys";
import { chromiumPath, openChromium } from "../support/chromium.ts";
import { startSurveyServer, type SurveyServer } from "./answering-server.ts";
import { answerAll, press, textForField } from "./answering-walk.ts";
import { visit, type Eyes } from "./visitor.ts";

describe.skipIf(chromiumPath === undefined)("answering in a browser", { timeout: 300_000 }, () => {
  let browser: Browser;
  let server: SurveyServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([openChromium(), startSurveyServer()]);
  });
  afterAll(async () => {
    await browser.close();
    expect(await server.stop()).toBe(0);
  });

  const ways = instruments.flatMap(({ id: survey }) =>
    ["en", "es"].flatMap((locale) =>
      [true, false].map((javaScript) => ({ survey, locale, javaScript })),
    ),
  );
  test.for(ways)(
    "$survey in $locale, scripts: $javaScript",
    async ({ survey, locale, javaScript }) => {
      const eyes: Eyes = { width: 320, javaScript, phone: true };
      const { page, faults, leave } = await visit(browser, server.url, eyes);
      const places = await answerAll(
        page,
        `${server.link(survey)}?lang=${locale}`,
        async (what) => {
          await fitsAThumb(page, what);
          expect(await page.locator("html").getAttribute("lang"), what).toBe(locale);
          expect(await page.getByRole("heading", { level: 1 }).count(), what).toBe(1);
        },
      );
      expect(places.length).toBeGreaterThan(5);
      expect(faults).toEqual([]);
      await leave();
    },
  );

  test("at 400 % zoom nothing is cut off", async () => {
    const { page, leave } = await visit(browser, server.url, { width: 320, javaScript: true });
    await page.setViewportSize({ width: 320, height: 256 });
    await answerAll(page, server.link("every kind"), (what) => fitsAThumb(page, what));
    await leave();
  });

  test("from the right to the left, too", async () => {
    const { page, leave } = await visit(browser, server.url, { width: 360, javaScript: false });
    const link = `${server.link("from the right")}?lang=ar`;
    await answerAll(page, link, async (what) => {
      await fitsAThumb(page, what);
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
      const title = (await page.locator("header p").boundingBox())!;
      expect(title.x + title.width, what).toBeGreaterThan(300);
    });
    await leave();
  });

  test.for([true, false])("by keys alone, scripts: %s", async (javaScript) => {
    const { page, faults, leave } = await visit(browser, server.url, { width: 1280, javaScript });
    const seen = await allByKeys(page, server.link("every kind"));
    expect(seen.some((url) => url.includes("again"))).toBe(true);
    expect(faults).toEqual([]);
    await leave();
  });

  test.for(ways)(
    "$survey in $locale by keys alone, scripts: $javaScript",
    async ({ survey, locale, javaScript }) => {
      const eyes: Eyes = { width: 360, javaScript, phone: true };
      const { page, faults, leave } = await visit(browser, server.url, eyes);
      const seen = await allByKeys(page, `${server.link(survey)}?lang=${locale}`);
      expect(seen.length).toBeGreaterThan(5);
      expect(await page.locator("html").getAttribute("lang")).toBe(locale);
      expect(faults).toEqual([]);
      await leave();
    },
  );

  test("without a connection the page is kept, and sent by itself when there is one", async () => {
    const { page, leave } = await visit(browser, server.url, { width: 360, javaScript: true });
    await page.goto(server.link("every kind"));
    await press(page);
    await page.getByLabel("Part time").check();
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.getByText("No connection.").waitFor();
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.context().setOffline(false);
    await page.waitForURL(/\/at\/work$/);
    await page.getByText(/^Saved \d/).waitFor();
    await page.goto(page.url().replace("work", "now"));
    expect(await page.getByLabel("Part time").isChecked()).toBe(true);
    await leave();
  });

  test("what was typed and not saved is there again after the page was closed", async () => {
    const { page, leave } = await visit(browser, server.url, { width: 360, javaScript: true });
    await page.goto(server.link("every kind"));
    await press(page);
    const url = page.url();
    await page.getByLabel("A term abroad").check();
    await page.getByLabel("Your field", { exact: true }).selectOption("law");
    await page.goto("about:blank");
    await page.goto(url);
    await page.getByText(/not yet saved, was put back/).waitFor();
    expect(await page.getByLabel("A term abroad").isChecked()).toBe(true);
    expect(await page.getByLabel("Your field", { exact: true }).inputValue()).toBe("law");
    await press(page);
    await page.goto(url);
    expect(await page.locator("output").textContent()).not.toContain("put back");
    await page.goto(url.replace(/\/at.*/, "/withdraw"));
    await press(page);
    await page.getByText("Your answers have been removed").waitFor();
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);
    await leave();
  });
});

/** No wider than the screen; rows of 44 px, controls of 24 px at least. */
async function fitsAThumb(page: Page, what: string): Promise<void> {
  const root = "document.documentElement";
  const beyond = await page.evaluate<number>(`${root}.scrollWidth - ${root}.clientWidth`);
  expect(beyond, `${what} is wider than the screen`).toBeLessThanOrEqual(0);
  const small = await page.evaluate<string[]>(`[
    [".choice, form button, .button, summary, select, main input:not([type=radio], [type=checkbox], [type=hidden]), footer a, footer button", 44],
    ["input[type=radio], input[type=checkbox]", 24],
  ].flatMap(([which, least]) => [...document.querySelectorAll(which)]
    .filter((each) => each.getBoundingClientRect().height < least - 0.5)
    .map((each) => each.outerHTML.slice(0, 80)))`);
  expect(small, what).toEqual([]);
}

/** @returns the addresses on the way */
async function allByKeys(page: Page, link: string): Promise<string[]> {
  await page.goto(link);
  const seen: string[] = [];
  while (!page.url().includes("/thanks")) {
    expect(seen.length).toBeLessThan(40);
    seen.push(page.url());
    await byKeys(page);
  }
  return seen;
}

/** Tab to each field, fill it, and press Enter on the first button: what is wrong the first time is put right. */
async function byKeys(page: Page): Promise<void> {
  const url = page.url();
  const wrongYet = url.includes("again");
  for (let tabs = 0; tabs < 80; tabs++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate<Record<string, string>>(
      `(({ localName, type = "", name = "", inputMode = "", form }) =>
        ({ localName, type, name, inputMode, inForm: form ? "yes" : "" }))(document.activeElement)`,
    );
    const { localName, type, name, inputMode } = focused;
    if (localName === "button" && focused["inForm"]) {
      await page.keyboard.press("Enter");
      await page.waitForURL(({ href }) => href !== url);
      return;
    }
    if (type === "radio" || type === "checkbox") await page.keyboard.press("Space");
    else if (localName === "select") await page.keyboard.press("ArrowDown");
    else if (type === "date") await page.keyboard.type("05171990");
    else if (localName === "input" && !name!.endsWith("-Comment")) {
      const wrong = name === "hours" && !wrongYet;
      await page.keyboard.press("Control+A");
      await page.keyboard.type(wrong ? "many" : textForField(inputMode!, name!));
    }
  }
  throw new Error(`no button was reached on ${url.replace(/\/s\/[\w-]+/, "")}`);
}
