/**
 * Results that survive an interruption: hours of work are not begun again because a machine was needed. What is kept
 * belongs to the code that made it: other code, another file.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

/** Of all code that the threads run; what is said of their results may change. */
function programHash(): string {
  const built = new URL("../../", import.meta.url);
  const found = new Set<string>();
  const follow = (module: URL): void => {
    if (found.has(module.href)) return;
    found.add(module.href);
    for (const [, name] of readFileSync(module, "utf8").matchAll(/ from "([.#][^"]+)"/g))
      follow(name === "#analysis" ? new URL("analysis/index.js", built) : new URL(name!, module));
  };
  follow(new URL("tests/simulate/worker.js", built));
  return digest([...found].toSorted().map((href) => readFileSync(new URL(href))));
}

function digest(parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 24);
}
