/** What somebody holds in their hands, as far as the browser says. An iPad of today calls itself a Macintosh. */
import type { Device } from "../db/schema.ts";

export const deviceOf = (userAgent: string | undefined): Device =>
  kinds.find(({ form }) => form.test(userAgent ?? ""))?.device ?? "unknown";

/** The first that fits: Android says "Mobile" on phones only. */
const kinds: readonly { readonly form: RegExp; readonly device: Device }[] = [
  { form: /bot\b|crawl|spider/i, device: "unknown" },
  { form: /iPad|Tablet|PlayBook|Kindle|Silk\/|Android(?!.*\bMobile\b)/i, device: "tablet" },
  { form: /iPhone|iPod|Android|Windows Phone|Opera Mini|\bMobi(le)?\b/i, device: "phone" },
  { form: /Windows NT|Macintosh|X11|CrOS|Linux/i, device: "desktop" },
];
