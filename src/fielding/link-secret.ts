/** What personal links are made with. Who has it and the database can make the links again; a copy of the database alone cannot. */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Config } from "../config.ts";
import { Problem } from "../problem.ts";

/** LINK_SECRET, or a file in the data folder, made at the first need. */
export function linkSecretOf({
  linkSecret,
  dataFolder,
}: Pick<Config, "linkSecret" | "dataFolder">): string {
  if (linkSecret !== undefined) return linkSecret;
  const path = join(resolve(dataFolder), "link-secret");
  try {
    return kept(path) ?? made(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw new Problem("configuration", `The file ${path} cannot be read or made (${code}).`, {
      next:
        "Set LINK_SECRET to a secret of 32 characters or more, or DATA_FOLDER to a folder that this program may " +
        "write to. Where several processes share one database, all need the same LINK_SECRET.",
    });
  }
}

function kept(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Under its name it is whole or not there; of two who make it at once, both use the one that was first. */
function made(path: string): string {
  mkdirSync(resolve(path, ".."), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString("hex")}`;
  writeFileSync(unfinished, `${randomBytes(32).toString("base64url")}\n`, {
    mode: 0o600,
    flush: true,
  });
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return kept(path)!;
}
