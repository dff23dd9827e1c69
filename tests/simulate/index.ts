/**
 * `npm run simulate [-- --long] [--only NAME] [--write]`: whether intervals, rank sets and verdicts hold what they say,
 * by samples from populations of which the truth is known. Minutes; with --long hours, taken up again where it was
 * stopped. --only takes part of a name;
 * --write puts the figures into docs/validation.md. Exit code 1 where something is outside its target without a reason.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runCoverage } from "./coverage/run.ts";
import { long, short } from "./effort.ts";
import { keptIn } from "./kept.ts";
import { simulated } from "./page.ts";
import { promisesOf } from "./ranking/promises.ts";
import { runRankings } from "./ranking/run.ts";
import { percent, type Share, type Verdict } from "./share.ts";

const page = "docs/validation.md";
const between = /(?<=<!-- simulated -->\n)[^]*(?=<!-- end of simulated -->)/;

const { values: asked } = parseArgs({
  options: {
    long: { type: "boolean", default: false },
    only: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
if (asked.write && asked.only !== undefined) {
  console.error("--write wants all figures: leave --only out");
  process.exit(2);
}

const effort = asked.long ? long : short;
const only = (id: string) => id.includes(asked.only ?? "");
const kept = keptIn("data/simulate");
const progress = (what: string) => {
  let said = 0;
  return (done: number, total: number) => {
    const tenths = Math.floor((10 * done) / total);
    if (tenths > said) console.error(`${what}: ${10 * tenths} %`);
    said = tenths;
  };
};

const cells = await runCoverage(effort, { only, kept, onDone: progress("coverage") });
for (const { id, kind, n, coverage, verdict, reason } of cells)
  say(`${id}, ${kind}, n = ${n}`, coverage, verdict, reason);

const answers = await runRankings(effort, { only, kept, onDone: progress("rankings") });
const promises = promisesOf(answers);
for (const { what, n, share, promised, verdict, beside } of promises)
  say(`${what}, n = ${n}`, share, verdict, `promised ${promised}; ${beside}`);
for (const { n, sums } of answers.filter(({ id }) => id === "power"))
  console.log(`power, n = ${n}: ${[...sums].map((pair) => pair.join(" ")).join(", ")}`);

if (asked.write) {
  const text = readFileSync(page, "utf8");
  if (!between.test(text)) throw new Error(`${page} has no place for the figures`);
  writeFileSync(
    page,
    text.replace(between, () => simulated({ effort, cells, promises, answers })),
  );
}

const outside = [...cells, ...promises].filter(({ verdict }) => verdict === "outside");
const unexplained = outside.filter((one) => !("reason" in one) || one.reason === undefined);
console.log(
  `${cells.length + promises.length - outside.length} inside, ${outside.length - unexplained.length} outside with a reason, ${unexplained.length} outside without`,
);
if (unexplained.length > 0) process.exitCode = 1;

function say(what: string, { value, error }: Share, verdict: Verdict, note?: string): void {
  console.log(
    `${what.padEnd(72)} ${percent(value).padStart(5)} ± ${percent(error)}  ${verdict}${note === undefined ? "" : ` (${note})`}`,
  );
}
