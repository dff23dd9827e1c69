/** A million people, 170 items by 30, through the ordinary screening, in a process of its own. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { median, type Bench, type Figure } from "../alternate.ts";

const run = promisify(execFile);
const targets = { seconds: 10, megabytes: 1000 };

/** What the process reports. */
export interface LargeScreen {
  readonly ms: number;
  readonly pairs: number;
  /** Peak memory, and of it what the columns take. */
  readonly peakBytes: number;
  readonly columnBytes: number;
}

export const largeScreenBench: Bench = {
  name: "Screening of 170 items by 30, 1,000,000 people",
  async run(): Promise<Figure[]> {
    const child = fileURLToPath(new URL("./large-screen-child.js", import.meta.url));
    const runs: LargeScreen[] = [];
    for (let round = 0; round < 3; round++)
      runs.push(JSON.parse((await run(process.execPath, [child])).stdout) as LargeScreen);
    const seconds = median(runs.map(({ ms }) => ms)) / 1000;
    const beyond = Math.max(...runs.map((one) => one.peakBytes - one.columnBytes)) / 2 ** 20;
    return [
      {
        label: `${runs[0]!.pairs} associations`,
        value: `${seconds.toFixed(1)} s, target ${targets.seconds}`,
      },
      {
        label: "peak memory beyond columns",
        value: `${beyond.toFixed(0)} MB, target ${targets.megabytes}`,
      },
    ];
  },
};
