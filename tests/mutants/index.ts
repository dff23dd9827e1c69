/**
 * `npm run mutants [-- FILE or FOLDER of analysis/...] [--all] [--share PERCENT] [--minutes N]`: does a test fail
 * for every line that is made wrong?
 *
 * Stryker changes one operator, condition, number or statement at a time. A mutant is tried on the tests of its own
 * folder and on the reference values, not on everything that happens to pass through it. Without names: what the last
 * commit changed. Texts are not changed: what a sentence says is no number. After each folder a line gives the share of
 * its mutants killed; what is known of lines and tests that have not changed since is not tried again. A share is
 * of the files of each folder, drawn by lot. With minutes, file by file, the shortest first, and nothing new is begun once
 * they are over.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
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
  methods: [
    "tests/analysis/pair-details.test.ts",
    "tests/analysis/weights/linearise.test.ts",
    "tests/analysis/weights/under-design.test.ts",
  ],
  nonlinearity: ["tests/analysis/methods/exact.test.ts"],
  ranking: ["tests/analysis/rank*.test.ts"],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: "boolean", default: false },
    share: { type: "string", default: "100" },
    minutes: { type: "string" },
  },
});
/** The aim is 80 % of the ring; of a few lines some say the same in other words whatever is changed. */
const least = { percent: 60, ofMutants: 20 };

const asked = values.all ? [ring] : positionals.length > 0 ? positionals : changed();
const files = asked.flatMap(filesUnder).filter((path) => path.startsWith(`${ring}/`));
if (files.length === 0) console.log("nothing to mutate");
const portions = values.minutes === undefined ? byFolder(files) : shortestFirst(files);
const until = performance.now() + 60_000 * Number(values.minutes ?? Infinity);
const all = { killed: 0, of: 0 };
for (const [at, { name, files }] of portions.entries()) {
  if (performance.now() > until) {
    console.log(`${portions.length - at} files not tried: the minutes are over`);
    break;
  }
  const { killed, of } = tried(files);
  all.killed += killed;
  all.of += of;
  say(name, { killed, of });
}
if (portions.length > 1) say("together", all);
if (all.of >= least.ofMutants && (100 * all.killed) / all.of < least.percent) {
  console.error(`fewer than ${least.percent} % of the mutants were killed`);
  process.exitCode = 1;
}

function say(name: string, { killed, of }: typeof all): void {
  console.log(`${name.padEnd(36)} ${killed} of ${of} mutants killed, ${score(killed, of)} %`);
}

interface Portion {
  readonly name: string;
  /** Of one folder. */
  readonly files: readonly string[];
}

function byFolder(files: readonly string[]): Portion[] {
  return [...Map.groupBy(files, folderOf)].map(([folder, own]) => ({
    name: folder === "" ? ring : `${ring}/${folder}`,
    files: drawn(own, Number(values.share) / 100),
  }));
}

/** The lot is the digest of a name: the same files every time, and nobody chose them. */
function drawn(files: readonly string[], share: number): string[] {
  const lot = (file: string) => createHash("sha256").update(file).digest("hex");
  return files
    .toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1))
    .slice(0, Math.ceil(share * files.length));
}

function shortestFirst(files: readonly string[]): Portion[] {
  return files
    .toSorted((a, b) => statSync(a).size - statSync(b).size)
    .map((file) => ({ name: file, files: [file] }));
}

function score(killed: number, of: number): string {
  return of === 0 ? "-" : ((100 * killed) / of).toFixed(1);
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

function tried(files: readonly string[]): { killed: number; of: number } {
  const folder = folderOf(files[0]!);
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
  const states = files.flatMap((file) => found[file]?.mutants.map(({ status }) => status) ?? []);
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
