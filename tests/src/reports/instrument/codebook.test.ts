import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { columnsOf, instruments, readInstrument } from "#surveys";
import { codebookHtml, codebookMarkdown } from "../../../../src/reports/instrument/index.ts";
import { chromiumPath, openChromium } from "../../../support/chromium.ts";
import { hostileWords } from "./hostile-words.ts";

const hostile = hostileWords();

describe("as a page", () => {
  test("words are words, and nothing comes from elsewhere", async () => {
    const page = await codebookHtml(hostile, { version: "version 3" });
    expect(page).not.toContain("<script");
    expect(page).not.toMatch(/(src|href)="(?!#)/);
    expect(page).toContain("&lt;script&gt;alert");
    expect(page).toContain("version 3");
  });

  test("tells every item, option, row, scale and column", async () => {
    const page = await codebookHtml(hostile);
    for (const { variable } of columnsOf([{ number: 1, instrument: hostile }]))
      expect(page).toContain(`<th scope="row">${variable.id}</th>`);
    for (const name of hostile.items.keys()) expect(page).toContain(`id="item-${name}"`);
    for (const said of [
      "option web",
      "option numbers",
      "rather not",
      "0 to 500000",
      "whole numbers",
      "{salary} &gt; 5",
      "not applicable",
      "USD &amp; a year",
      "higher is more",
    ])
      expect(page).toContain(said);
  });

  test("reads in the language that is asked for", async () => {
    expect(await codebookHtml(hostile, { locale: "es" })).toContain("(es) Employed?");
    expect(await codebookHtml(hostile)).not.toContain("(es) Employed?");
  });
});

describe("as Markdown", () => {
  const text = codebookMarkdown(hostile, { locale: "es", version: "version 3" });

  test("no word is read as markup or as another cell", () => {
    expect(text).not.toMatch(/(?<!\\)<script/);
    for (const line of text.split("\n").filter((each) => each.startsWith("|"))) {
      const cells = line.replaceAll(/\\[|\\]/g, "").split("|").length - 2;
      expect([2, 3, 5]).toContain(cells);
    }
    expect(text).toContain("- Version: version 3");
    expect(text).toContain(String.raw`\<script\>`);
  });

  test("has the headings of every section and item, and a row for every column", () => {
    const headings = text.split("\n").filter((line) => line.startsWith("#"));
    expect(headings.filter((line) => line.startsWith("### "))).toHaveLength(hostile.items.size);
    expect(headings[0]).toContain("Codebook: ");
    for (const { variable } of columnsOf([{ number: 1, instrument: hostile }]))
      expect(text).toContain(`| ${variable.id.replaceAll("_", String.raw`\_`)} |`);
  });
});

describe.skipIf(chromiumPath === undefined)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());

  const [first] = instruments;
  const read = readInstrument(first!.file);
  if (!read.ok) throw new Error(read.issues[0]!.text);
  const shown = [
    { id: first!.id, instrument: read.instrument },
    { id: "hostile words", instrument: hostile },
  ];

  test.each(shown)(
    "$id fits a phone, runs nothing and can be read by all",
    async ({ instrument }) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width: 360, height: 740 },
        });
        const page = await context.newPage();
        page.on("dialog", () => expect.unreachable("a script ran"));
        await page.setContent(await codebookHtml(instrument));
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const wide = await page.evaluate("document.documentElement.scrollWidth");
        expect(wide).toBeLessThanOrEqual(360);
        await context.close();
      }
    },
  );
});
