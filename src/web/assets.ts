/** Style sheet, scripts and mark: read once, addressed by their content, so that a browser may keep them for ever. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { paletteStyle } from "../charts/theme.ts";

const types = {
  "style.css": "text/css; charset=utf-8",
  "sort-table.js": "text/javascript; charset=utf-8",
  "look-again.js": "text/javascript; charset=utf-8",
  "answer.css": "text/css; charset=utf-8",
  "save-draft.js": "text/javascript; charset=utf-8",
  "mark.svg": "image/svg+xml",
} as const;

export type AssetName = keyof typeof types;

interface Asset {
  readonly text: string;
  readonly type: string;
  readonly tag: string;
}

/** The compiler does not carry them into dist, so they are read where they were written. */
const folder = join(dirname(createRequire(import.meta.url).resolve("#package")), "src/web/assets");

const assets: ReadonlyMap<string, Asset> = new Map(
  Object.entries(types).map(([name, type]) => {
    const text =
      readFileSync(join(folder, name), "utf8") + (name === "style.css" ? paletteStyle() : "");
    const tag = createHash("sha256").update(text).digest("base64url").slice(0, 16);
    return [name, { text, type, tag }];
  }),
);

export const addressOf = (name: AssetName): string => `/assets/${name}?${assets.get(name)!.tag}`;

/** The asset, "not modified" for who has it, nothing for an unknown name. */
export function answerAsset(name: string, request: Request): Response | undefined {
  const asset = assets.get(name);
  if (asset === undefined) return undefined;
  const current = new URL(request.url).search === `?${asset.tag}`;
  const headers = {
    "content-type": asset.type,
    etag: `"${asset.tag}"`,
    "cache-control": current ? "public, max-age=31536000, immutable" : "no-cache",
  };
  // Compressed on the way, the same content has a weak tag.
  if (request.headers.get("if-none-match")?.replace(/^W\//, "") === headers.etag)
    return new Response(null, { status: 304, headers });
  return new Response(asset.text, { headers });
}
