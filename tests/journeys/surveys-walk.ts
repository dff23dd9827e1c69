/** The careers office's way in a browser: an instrument, its preview and paths, a wave, its roster. */
import type { Page } from "playwright-core";
import type { Look } from "./walk.ts";

export async function walkSurveys(page: Page, site: string, look: Look): Promise<void> {
  const instrument = await makeInstrument(page, site, look);
  await tryIt(page, instrument, look);
  await publish(page, instrument, look);
  const wave = await beginWave(page, { site, instrument }, look);
  await inviteRoster(page, wave, look);
  await changeVersion(page, { instrument, wave }, look);
  await lookAtSample(page, site, look);
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();

/** @returns its address */
async function makeInstrument(page: Page, site: string, look: Look): Promise<string> {
  await page.goto(`${site}/surveys`);
  await look("surveys, none yet", page);
  const file = page.getByLabel("File of the survey");
  await file.setInputFiles(textFile("notes.txt", "no survey"));
  await press(page, "Read it and look");
  await look("surveys, with a file refused", page);
  await page.getByLabel("File of the survey").setInputFiles(textFile("a.json", foreign));
  await press(page, "Read it and look");
  await look("what became of a file", page);
  await page.goto(`${site}/surveys`);
  await page.getByLabel("Instrument").selectOption("first-destination");
  await press(page, "Make a draft of it");
  await page.waitForURL(/surveys\/[\da-f-]{36}$/);
  await look("instrument, a draft", page);
  return page.url();
}

/** A survey with a question that cannot be asked here. */
const foreign = JSON.stringify({
  title: "Another survey",
  pages: [
    {
      name: "one",
      elements: [
        { type: "text", name: "job", title: "Your job" },
        { type: "signaturepad", name: "sign", title: "Sign here" },
      ],
    },
  ],
});

const textFile = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

async function tryIt(page: Page, instrument: string, look: Look): Promise<void> {
  const codebook = page.getByLabel("Codebook (JSON)");
  const written = await codebook.inputValue();
  await codebook.fill('{"items": {"nothing": {}}}');
  await press(page, "Save the draft");
  await look("instrument, a draft refused", page);
  await page.getByLabel("Codebook (JSON)").fill(written.replace("2026-1", "2026-2"));
  await press(page, "Save the draft");
  await page.goto(`${instrument}/paths`);
  await look("paths", page);
  await page.getByLabel("What is your main activity?").selectOption({ index: 1 });
  await press(page, "Show the path");
  await look("paths of somebody", page);
  await page.goto(`${instrument}/preview`);
  await look("preview, the consent", page);
  await press(page, "I agree, begin");
  await look("preview, a section", page);
}

async function publish(page: Page, instrument: string, look: Look): Promise<void> {
  await page.goto(`${instrument}/publish`);
  await look("publish the first version", page);
  await press(page, "Publish version 1");
  await page.waitForURL(instrument);
  await look("instrument, published", page);
}

interface Places {
  readonly site: string;
  readonly instrument: string;
}

/** @returns its address */
async function beginWave(page: Page, { site, instrument }: Places, look: Look): Promise<string> {
  await page.goto(`${site}/waves/new?instrument=${instrument.split("/").at(-1)}`);
  await look("new wave", page);
  await press(page, "Begin the wave");
  await look("new wave, refused", page);
  await page.getByLabel("Name of the wave").fill("Class of 2026, first step");
  await page.getByLabel("Named: answers can be joined with a person").check();
  await press(page, "Begin the wave");
  await page.waitForURL(/waves\/[\da-f-]{36}$/);
  await look("wave, nobody invited", page);
  return page.url();
}

async function inviteRoster(page: Page, wave: string, look: Look): Promise<void> {
  const roster = async (text: string): Promise<void> => {
    await page.getByLabel(/^Roster/).setInputFiles(textFile("people.csv", text));
    await press(page, "Invite them");
  };
  await roster("student_id,year\na,2025\n,2026\n");
  await look("wave, roster refused", page);
  const rows = Array.from({ length: 30 }, (_, i) => `s${i},${2025 + (i % 2)}\n`);
  await roster(`student_id,year\n${rows.join("")}`);
  await look("wave, people invited", page);
  await page.goto(`${wave}?group=year`);
  await look("wave, by year", page);
  await press(page, "Switch the open link on");
  await page.getByText("Anybody can answer at").waitFor();
  await look("wave, with an open link", page);
}

async function changeVersion(
  page: Page,
  { instrument, wave }: { readonly instrument: string; readonly wave: string },
  look: Look,
): Promise<void> {
  await page.goto(instrument);
  await press(page, "Begin a draft");
  const definition = page.getByLabel("Definition (SurveyJS JSON)");
  const written = await definition.inputValue();
  await definition.fill(written.replace('"value": "military"', '"value": "forces"'));
  await press(page, "Save the draft");
  await page.goto(`${instrument}/publish`);
  await look("publish what breaks", page);
  await press(page, "Publish version 2");
  await look("publish what breaks, refused", page);
  await page.getByLabel("Publish the breaking changes, too").check();
  await press(page, "Publish version 2");
  await page.waitForURL(instrument);
  await page.goto(`${wave}/version`);
  await look("a wave moves to another version", page);
}

/** A wave that many people have answered. */
async function lookAtSample(page: Page, site: string, look: Look): Promise<void> {
  await page.goto(site);
  await press(page, "Open the sample campus");
  await page.waitForURL(/plan$/, { timeout: 120_000 });
  await page.goto(`${site}/surveys`);
  await look("surveys", page);
  await page
    .getByRole("link", { name: /^Sample campus/ })
    .first()
    .click();
  await page.getByText("Where people stop").waitFor();
  await page.getByText("The figures of each of").click();
  await look("wave, with answers", page);
}
