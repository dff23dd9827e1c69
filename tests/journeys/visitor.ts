/** Somebody with a browser: what they look at, and everything that goes wrong while they do. */
import { devices, type Browser, type BrowserContext, type Page } from "playwright-core";

export interface Visitor {
  readonly page: Page;
  /** Console errors, blocked or foreign requests, script errors, answers from 500 up. */
  readonly faults: readonly string[];
  leave(): Promise<void>;
}

export interface Eyes {
  readonly width: 320 | 360 | 1280;
  readonly javaScript: boolean;
  /** Touch, a phone's name and its density. */
  readonly phone?: boolean;
}

export async function visit(browser: Browser, site: string, eyes: Eyes): Promise<Visitor> {
  const context = await browser.newContext({
    ...(eyes.phone ? devices["Pixel 7"] : {}),
    viewport: { width: eyes.width, height: 800 },
    javaScriptEnabled: eyes.javaScript,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !isRefusal(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("response", (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site)) faults.push(`foreign request: ${request.url()}`);
  });
  return { page, faults, leave: () => close(context) };
}

/** Chromium prints every answer from 400 up; a form that is sent back with what is wrong is one of them. */
const isRefusal = (text: string) => /the server responded with a status of 4\d\d/.test(text);

async function close(context: BrowserContext): Promise<void> {
  await context.close();
}
