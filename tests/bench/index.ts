/** `npm run bench [name...]`: every speed as a ratio to a peer run beside it, on this machine, now. */
import { wholeJobBench } from "./whole-job.ts";

const benches: Readonly<Record<string, () => Promise<void>>> = {
  "whole-job": wholeJobBench,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(", ")}; there are: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`\n${name}`);
  await benches[name]!();
}
