/**
 * A process that takes the lock of a folder again and again, checks that it is alone, and finally dies with it.
 * Prints how often it had the lock; "not alone" should that ever be so.
 */
import { rmSync, writeFileSync } from "node:fs";
import { lockFolder } from "../../../../src/db/embedded/lock.ts";
import { Problem } from "../../../../src/problem.ts";

const [folder, until] = process.argv.slice(2) as [string, string];
const alone = `${folder}.alone`;
let had = 0;
for (;;) {
  const unlock = await taken();
  if (unlock === undefined) continue;
  had++;
  try {
    writeFileSync(alone, String(process.pid), { flag: "wx" });
  } catch {
    process.stdout.write("not alone\n");
  }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * 2);
  rmSync(alone, { force: true });
  if (Date.now() > Number(until)) break;
  unlock();
}
process.stdout.write(`${had}\n`, () => process.kill(process.pid, "SIGKILL"));

async function taken(): Promise<(() => void) | undefined> {
  try {
    return await lockFolder(folder);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
