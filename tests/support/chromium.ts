/** The browser on this machine: CHROMIUM names it, else the usual places. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const places = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const chromiumPath = places.find((place) => place !== undefined && existsSync(place));

if (chromiumPath === undefined)
  console.log("skipped: no Chromium here (set CHROMIUM to its path), so no journey in a browser");

/** A headless browser; without its sandbox for root, who may not have one. */
export function openChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new RangeError("openChromium requires a browser");
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath: chromiumPath, args: root ? ["--no-sandbox"] : [] });
}
