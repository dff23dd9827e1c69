import { expect, it } from "vitest";
import { deviceOf } from "../../../src/fielding/device.ts";

const android = (rest: string) =>
  `Mozilla/5.0 (Linux; Android 15; ${rest} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0`;

it.each([
  ["phone", `${android("Pixel 9)")} Mobile Safari/537.36`],
  [
    "phone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari",
  ],
  ["phone", "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"],
  ["phone", "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80) Presto/2.12.423 Version/12.16"],
  ["tablet", `${android("SM-X710)")} Safari/537.36`],
  ["tablet", "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) Version/12.1 Mobile/15E148 Safari"],
  ["tablet", "Mozilla/5.0 (Android 15; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0"],
  ["desktop", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36"],
  ["desktop", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15"],
  ["desktop", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"],
  ["desktop", "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0.0.0 Safari/537.36"],
  [
    "unknown",
    "Mozilla/5.0 (Linux; Android 6.0.1) Mobile Safari/537.36 (compatible; Googlebot/2.1)",
  ],
  ["unknown", "curl/8.5.0"],
  ["unknown", undefined],
] as const)("%s: %s", (device, userAgent) => {
  expect(deviceOf(userAgent)).toBe(device);
});
