/**
 * `npm run mutants [-- FILE or FOLDER of analysis/...] [--all]`: does a test fail for every line that is made wrong?
 *
 * Stryker changes one operator, condition, number or statement at a time. A mutant is tried on the tests of its own
 * folder and on the reference values, not on everything that happens to pass through it. Without names: what the last
 * commit changed. Texts are not changed: what a sentence says is no number. After each folder a line gives the share of
 * its mutants killed; what is known of lines and tests that have not changed since is not tried again.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";

const config = "tests/mutants/stryker.config.json";
const report = "data/mutants/report.json";
const ring = "analysis";

/** Tests of a folder that lie elsewhere than in its mirror. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  "": ["tests/analysis/*.test.ts"],
  adjusted: [
    "tests/analysis/methods/weighted-tests.test.ts",
    "tests/analysis/weights/linearise.test.ts",
  ],
  ranking: ["tests/analysis/rank*.test.ts"],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean", default: false } },
});

const asked = values.all ? [ring] : positionals.length > 0 ? positionals : changed();
const files = asked.flatMap(filesUnder).filter((path) => path.startsWith(`${ring}/`));
if (files.length === 0) console.log("nothing to mutate");
for (const [folder, own] of Map.groupBy(files, folderOf)) {
  const { killed, of } = tried(folder, own);
  const name = folder === "" ? ring : `${ring}/${folder}`;
  console.log(`${name.padEnd(28)} ${killed} of ${of} mutants killed, ${score(killed, of)} %`);
}

function score(killed: number, of: number): string {
  return ((100 * killed) / of).toFixed(1);
}

/** Files that the last commit touched; none where there is no commit before it. */
function changed(): string[] {
  try {
    return execFileSync("git", ["diff", "--name-only", "--diff-filter=d", "HEAD~1", "--", ring], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    })
      .split("\n")
      .filter((path) => path.endsWith(".ts"));
  } catch {
    return [];
  }
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("wasm/"))
    .map((name) => `${path}/${name}`)
    .toSorted();
}

function folderOf(path: string): string {
  return path.split("/").slice(1, -1)[0] ?? "";
}

function tried(folder: string, files: readonly string[]): { killed: number; of: number } {
  const mirror = `tests/analysis/${folder}`;
  const tests = [
    ...(folder !== "" && existsSync(mirror) ? [`${mirror}/**/*.test.ts`] : []),
    ...(elsewhere[folder] ?? []),
    "tests/reference/*.test.ts",
  ];
  const known = `data/mutants/${folder || ring}.json`;
  const what = ["--mutate", files.join(","), "--incrementalFile", known];
  const { status } = spawnSync("stryker", ["run", config, ...what], {
    stdio: "inherit",
    env: { ...process.env, MUTANTS_TESTS: tests.join(" ") },
  });
  if (status !== 0) throw new Error(`the tests of ${folder} do not pass without mutants`);
  const { files: found } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const states = Object.values(found).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted: readonly string[]) =>
    states.filter((state) => wanted.includes(state)).length;
  const killed = count("Killed", "Timeout");
  return { killed, of: killed + count("Survived", "NoCoverage") };
}

/** The part of Stryker's report that is used here. */
interface Report {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { readonly status: string }[] }>
  >;
}
