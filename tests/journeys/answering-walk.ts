/** From a link to the thanks in a browser, whatever the instrument asks: by hand, or by keys alone. */
import type { Locator, Page } from "playwright-core";

/** Called on every page; `what` says which. */
export type Look = (what: string, page: Page) => Promise<void>;

/** @returns the places on the way, without the link */
export async function answerAll(page: Page, link: string, look: Look): Promise<string[]> {
  const places: string[] = [];
  const here = async (): Promise<string> => {
    await page.locator("h1").waitFor();
    const place = page.url().split(/\/s\/[\w-]{22}/)[1]!;
    await look(place, page);
    places.push(place);
    return place;
  };
  await page.goto(link);
  await here();
  await press(page);
  for (let pages = 0; pages < 40; pages++) {
    const place = await here();
    if (place.startsWith("/thanks")) return places;
    await fillIn(page);
    await press(page);
  }
  throw new Error(`never came to an end: ${places.join(" ")}`);
}

/** The first button of the page, and wait until that form is gone: each rendered one has a key of its own. */
export async function press(page: Page): Promise<void> {
  const form = page.locator("main form");
  const keys = form.locator("[name='~key']");
  const key = (await keys.count()) > 0 ? await keys.getAttribute("value") : null;
  const action = await form.getAttribute("action");
  const own = key === null ? `form[action="${action}"]` : `[name="~key"][value="${key}"]`;
  await form.locator("button").first().click();
  await page.locator(own).waitFor({ state: "detached" });
  await page.waitForLoadState("load");
}

/** Something in every field that is empty. */
async function fillIn(page: Page): Promise<void> {
  const boxes = page.locator("input[type=radio], input[type=checkbox]");
  const names = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute("name")));
  for (const [i, name] of names.entries())
    if (names.indexOf(name) === i) await boxes.nth(i).check();
  for (const list of await page.locator("select").all()) await list.selectOption({ index: 1 });
  for (const field of await page
    .locator("main input:not([type]), main input[type=date], textarea")
    .all())
    await field.fill(await textFor(field));
}

async function textFor(field: Locator): Promise<string> {
  const name = (await field.getAttribute("name")) ?? "";
  if (name.endsWith("-Comment")) return "";
  if ((await field.getAttribute("type")) === "date") return "1990-05-17";
  return textForField((await field.getAttribute("inputmode")) ?? "", name);
}

export function textForField(mode: string, name: string): string {
  if (mode === "email") return "somebody@example.org";
  if (mode === "url") return "https://example.org";
  if (mode === "tel") return "555 0100";
  if (mode === "numeric" || mode === "decimal") return /year/.test(name) ? "2019" : "20";
  return "Words";
}
