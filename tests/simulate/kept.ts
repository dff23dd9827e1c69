/**
 * Results that survive an interruption: hours of work are not begun again because a machine was needed. What is kept
 * belongs to the program as it is built: another program, other files.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";

export interface Kept {
  find(task: unknown): unknown;
  keep(task: unknown, result: unknown): void;
}

/** In a file of the folder, a line per finished task. */
export function keptIn(folder: string): Kept {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${programHash()}.results`);
  const known = new Map(existsSync(file) ? linesOf(file) : []);
  return {
    find: (task) => {
      const line = known.get(keyOf(task));
      return line === undefined ? undefined : deserialize(Buffer.from(line, "base64"));
    },
    keep: (task, result) =>
      appendFileSync(file, `${keyOf(task)} ${serialize(result).toString("base64")} end\n`),
  };
}

/** The last line may have been cut short; it is done again. */
const linesOf = (file: string): [string, string][] =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .flatMap(([key, result, end]) => (end === "end" ? [[key!, result!] as [string, string]] : []));

const keyOf = (task: unknown): string => digest([serialize(task)]);

function programHash(): string {
  const built = fileURLToPath(new URL("../..", import.meta.url));
  const files = ["analysis", "tests/simulate"].flatMap((ring) =>
    readdirSync(join(built, ring), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .map((name) => join(built, ring, name))
      .toSorted(),
  );
  return digest(files.map((path) => readFileSync(path)));
}

function digest(parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 24);
}
