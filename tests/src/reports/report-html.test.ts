/** The page as a reader and as a browser meet it: structure from the text, the rest in Chromium under its own policy. */
import { AxeBuilder } from "@axe-core/playwright";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { release } from "#analysis";
import { reportHtml } from "../../../src/reports/report-html.ts";
import { writeReport } from "../../../src/reports/index.ts";
import type { Study } from "../../../src/studies/study.ts";
import { chromiumPath, openChromium } from "../../support/chromium.ts";
import { sampleStudy } from "./sample.ts";

let study: Study;
let page: string;
beforeAll(async () => {
  study = await sampleStudy();
  page = await reportHtml(study, release(study.screening));
});

const all = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, found]) => found!);

describe("as text", () => {
  test("is whole: no script, no frame, nothing from elsewhere", () => {
    expect(page).not.toMatch(/<(?:script|iframe|img|link|object|embed)\b|\son\w+=|@import|url\(/i);
    expect(all(/(?:href|src)="([^"]*)"/g).filter((to) => !to.startsWith("#"))).toEqual([]);
    expect(page.match(/style="/g)).toBeNull();
  });

  test("headings go down one step at a time", () => {
    const levels = all(/<h([1-6])[ >]/g).map(Number);
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, i) => expect(level - levels[i]!).toBeLessThanOrEqual(1));
  });

  test("every id is there once, and every link in the page has its place", () => {
    const ids = all(/ id="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all(/href="#([^"]*)"/g).filter((to) => !ids.includes(to))).toEqual([]);
  });

  test("every table has a caption, heads with a scope, and every chart a title", () => {
    expect(page.match(/<caption>/g)).toHaveLength(page.match(/<table>/g)!.length);
    expect(page).not.toMatch(/<th(?=[\s>])(?! scope="(?:col|row)")/);
    expect(page.match(/<svg /g)).toHaveLength(page.match(/<title id=/g)!.length);
  });

  test("shows every ranking as chart and table, learning outcomes first", () => {
    const rankings = study.screening.rankings.filter(({ ok }) => ok).length;
    expect(rankings).toBeGreaterThan(1);
    expect(page.match(/ id="outcome-\d+-ranking-\d+-chart-title"/g)).toHaveLength(rankings);
    expect(page.match(/<caption>\s*(?:Experiences|Learning outcomes) ranked for/g)).toHaveLength(
      rankings,
    );
    const heads = all(/<h3 id="outcome-1-ranking-\d+">\s*([A-Z][a-z]+)/g);
    expect(heads).toEqual(["Learning", "Experiences"]);
  });

  test("says one sentence for every pair and every ranked thing", () => {
    const ranked = study.screening.rankings.flatMap((one) => (one.ok ? one.ranked : []));
    const sentences = page.match(/<li>“/g)!.length;
    expect(sentences).toBe(ranked.length + study.screening.associations.length);
  });

  test("speaks as people do: no reason, no word of a machine, no sign on a zero", () => {
    const text = page.replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, " ");
    const reasons =
      /\bimpacts?\b|\bdrivers?\b|\bleads? to\b|\bcaus\w*|\bbecause\b|(?<!design )\beffects?\b/gi;
    const machine =
      /NaN|undefined|\bnull\b|Infinity|\[object|(?<![\d.])[-\u2212]0(?![.\d])|[-\u2212]0\.0+(?!\d)/g;
    expect(text.match(reasons) ?? []).toEqual([]);
    expect(text.match(machine) ?? []).toEqual([]);
  });

  test("begins with what to look at, before any figure", () => {
    expect(all(/<h2 id="([^"]*)"/g)[0]).toBe("in-short");
    expect(page.indexOf("<ol>")).toBeLessThan(page.indexOf("<svg"));
    expect(all(/<li>\s*<strong>([^<]*)<\/strong>/g)).toContain("likely matters");
  });

  test("compares groups and stresses the ranking, each table with a caption of its own", () => {
    const captions = all(/<caption>\s*(.*?)\s*<\/caption>/gs);
    expect(new Set(captions).size).toBe(captions.length);
    for (const words of [/ranked in other ways for/, /by .* and the difference in/])
      expect(captions.filter((caption) => words.test(caption)).length).toBeGreaterThan(1);
  });

  test("shows a hostile label as text", async () => {
    const label = `<img src=x onerror="alert(1)"> & 'co'`;
    const columns = new Map(
      [...study.assembly.table.columns].map(([id, column]) => [id, { ...column, label }]),
    );
    const table = { ...study.assembly.table, columns };
    const hostile = { ...study, assembly: { ...study.assembly, table } };
    const html = await reportHtml(hostile, release(study.screening));
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=");
  });
});

describe.runIf(chromiumPath !== undefined)("in a browser", () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "report-html-"));
    await writeReport(join(folder, "report"), study);
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  /** The page with everything unfolded, what it asked for, and what the browser had to say. */
  async function open(width: number, colorScheme: "light" | "dark") {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const tab = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    tab.on("console", (message) => complaints.push(message.text()));
    tab.on("request", (request) => requests.push(request.url()));
    const url = pathToFileURL(join(folder, "report", "report.html")).href;
    await tab.goto(url);
    for (const summary of await tab.locator("summary").all()) await summary.click();
    return { tab, url, requests, complaints };
  }

  test.each([390, 1280])("%i px hold the page, and nothing else is asked for", async (width) => {
    const { tab, url, requests, complaints } = await open(width, "light");
    expect(await tab.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  test.each([
    [390, "light"],
    [1280, "dark"],
  ] as const)("axe finds nothing at %i px, %s", async (width, colorScheme) => {
    const { tab } = await open(width, colorScheme);
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3)])).toEqual([]);
  });
});
