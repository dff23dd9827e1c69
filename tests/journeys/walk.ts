/** The main job in a browser: fresh start, own three CSV files, findings, download. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { CampusPaths } from "../../src/campus/write.ts";

/** Called on every page of the way; `what` says in which state the page is. */
export type Look = (what: string, page: Page) => Promise<void>;

export interface Way {
  readonly site: string;
  readonly campus: CampusPaths;
  /** A file that cannot be read as CSV. */
  readonly unreadable: string;
}

export const outcomes = ["career_satisfaction", "economic_mobility"] as const;
const covariates = ["firstgen", "MAJfirstcol", "GPAest"];

/** @returns the downloaded files by name */
export async function walk(page: Page, way: Way, look: Look): Promise<Map<string, string>> {
  await begin(page, way, look);
  await addFiles(page, way, look);
  await readData(page, look);
  await makePlan(page, way, look);
  await compute(page, look);
  await readFindings(page, look);
  return download(page, look);
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name }).first().click();

async function begin(page: Page, { site }: Way, look: Look): Promise<void> {
  await page.goto(site);
  await look("welcome", page);
  await press(page, "Continue to the files");
  await look("welcome, with the name forgotten", page);
  await page.getByLabel("Name of the study").fill("Class of 2019, five years out");
  await press(page, "Continue to the files");
  await look("files, none yet", page);
}

async function addFiles(page: Page, { campus, unreadable }: Way, look: Look): Promise<void> {
  const field = page.getByLabel("CSV files");
  await field.setInputFiles(unreadable);
  await press(page, "Upload and look");
  await look("files, with one refused", page);
  await field.setInputFiles([...campus.data]);
  await press(page, "Upload and look");
  await look("preview of the files", page);
  await press(page, "Use these files");
}

async function readData(page: Page, look: Look): Promise<void> {
  await look("data", page);
  const data = page.url();
  await page.getByRole("link", { name: "career_satisfaction" }).first().click();
  await look("a variable", page);
  await page.goto(data.replace(/data$/, "files"));
  await look("files, three", page);
  await page.goto(data);
  await follow(page, "Continue to the plan");
}

async function makePlan(page: Page, { campus }: Way, look: Look): Promise<void> {
  await look("plan, none yet", page);
  await press(page, "Save the plan");
  await look("plan, with nothing chosen", page);
  const give = (variable: string, role: string) =>
    page.getByLabel(`Role of ${variable}`, { exact: true }).selectOption({ label: role });
  for (const outcome of outcomes) await give(outcome, "Outcome");
  for (const covariate of covariates) await give(covariate, "Covariate, held constant");
  await give("weight", "Survey weight");
  await page.getByText("between whom to compare").click();
  await page.getByLabel("Compare the associations between the groups of").selectOption("firstgen");
  await page
    .getByLabel("One line each, or the text of a clos.json")
    .fill(await readFile(campus.clos, "utf8"));
  await press(page, "Save the plan");
  await look("plan, saved", page);
}

/** Once to see it under way and cancel it, once to the end. */
async function compute(page: Page, look: Look): Promise<void> {
  await askForReplicates(page, 100_000);
  await press(page, "Compute the findings");
  await look("computing", page);
  await page.getByText(/replicates of the ranking/i).waitFor();
  await page.getByText(/left in this step/).waitFor();
  await look("computing, with the time it takes", page);
  await follow(page, "Let it stay");
  await look("computing, left alone", page);
  await press(page, "Cancel");
  await look("cancelled", page);
  await follow(page, "Back to the plan");
  await askForReplicates(page, 200);
  await press(page, "Compute the findings");
  await page.waitForURL(/findings/, { timeout: 120_000 });
}

async function askForReplicates(page: Page, replicates: number): Promise<void> {
  await page.getByText("How to compute").click();
  await page.getByLabel("Bootstrap replicates").fill(String(replicates));
  await press(page, "Save the plan");
}

async function readFindings(page: Page, look: Look): Promise<void> {
  const findings = page.url();
  await look("findings", page);
  await openEverything(page);
  await look("findings, with everything open", page);
  await page.locator("thead a").first().click();
  await page.locator("th[aria-sort]").first().waitFor();
  await look("findings, sorted", page);
  await page.goto(findings);
  await follow(page, /economic_mobility/);
  await look("findings of another outcome", page);
  await page.goto(findings);
  await page.locator("table a[href*='/pair?']").first().click();
  await look("a pair", page);
  for (const heading of ["Other measures of the same pair", "Among all experiences"])
    await page.getByRole("heading", { name: heading }).waitFor();
  await page.goto(findings);
  await follow(page, /all pairs/i);
  await look("all pairs", page);
}

const openEverything = (page: Page): Promise<unknown> =>
  page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");

async function download(page: Page, look: Look): Promise<Map<string, string>> {
  await follow(page, "Download");
  await look("download", page);
  const files = new Map<string, string>();
  for (const link of await page.locator("td a, th a").all()) {
    const [started] = await Promise.all([page.waitForEvent("download"), link.click()]);
    files.set(started.suggestedFilename(), await readFile(await started.path(), "utf8"));
  }
  return files;
}
