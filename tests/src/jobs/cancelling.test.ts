import { describe, expect, test } from "vitest";
import { Pool } from "../../../src/jobs/pool.ts";

const entry = new URL("./ranking-worker.ts", import.meta.url);

describe("cancelling a ranking among its replicates", () => {
  test("ends the threads of its threads, too, and quickly", async () => {
    const pool = new Pool(1, { entry });
    const stop = new AbortController();
    const drawn = { replicates: 0 };
    const ranking = pool.run(
      { task: "screen", input: null },
      { signal: stop.signal, onProgress: (_step, done) => (drawn.replicates = done) },
    );
    const ended = expect(ranking).rejects.toMatchObject({ name: "AbortError" });
    while (drawn.replicates === 0) await pause(20);
    while ((await busyMilliseconds(500)) < 100);
    stop.abort();
    await ended;
    await pause(500);
    expect(await busyMilliseconds(500)).toBeLessThan(50);
    await pool.close();
  });
});

/** Processor time that all threads of this process use within a while: nobody who works can hide from it. */
async function busyMilliseconds(span: number): Promise<number> {
  const before = process.cpuUsage();
  await pause(span);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
