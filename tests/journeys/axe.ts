/** What axe finds against WCAG 2.2 AA on a page, on a phone and at a desk, light and dark. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

export interface Sight {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

/** Each page is seen at both widths and in both lights; with AXE=all in all four ways, which takes twice as long. */
export const sights: readonly Sight[] = [
  { width: 1280, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
  ...(process.env["AXE"] === "all"
    ? ([
        { width: 1280, colorScheme: "dark" },
        { width: 360, colorScheme: "light" },
      ] as const)
    : []),
];
export const phone = sights.slice(1, 2);

/** One line for each rule broken and place; the page is left as wide as it was. */
export async function violations(
  what: string,
  page: Page,
  seenAs: readonly Sight[] = sights,
): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const { width, colorScheme } of seenAs) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(criteria).analyze();
    for (const { id, nodes } of violations)
      for (const { html } of nodes.slice(0, 3))
        found.push(`${what}, ${width}, ${colorScheme}: ${id}: ${html.slice(0, 200)}`);
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}

const criteria = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
