import { afterEach, describe, expect, test } from "vitest";
import { Pool, type Wanted } from "../../../src/jobs/pool.ts";
import { Problem } from "../../../src/problem.ts";

const entry = new URL("./stubborn-worker.ts", import.meta.url);
const open: Pool[] = [];

function poolOf(threads: number) {
  const pool = new Pool(threads, { entry });
  open.push(pool);
  return {
    pool,
    ask: (input: string | Int32Array, wanted: Wanted = {}) =>
      pool.run({ task: "describe", input }, wanted),
  };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

describe("a pool of threads", () => {
  test("keeps a thread for the next task", async () => {
    const { ask } = poolOf(1);
    expect(await ask("answer")).toBe(await ask("answer"));
  });

  test("does as many tasks at once as it has threads, the rest in turn", async () => {
    const { ask } = poolOf(2);
    const threads = await Promise.all(Array.from({ length: 6 }, () => ask("answer")));
    expect(new Set(threads).size).toBe(2);
  });

  test("a refusal crosses the thread as the same Problem", async () => {
    const { ask } = poolOf(1);
    const error = await ask("refuse").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({
      id: "unreadable-file",
      message: "a.csv is ragged.",
      next: "Mend it.",
    });
    expect((error as Problem).issues).toEqual([
      { severity: "error", file: "a.csv", line: 3, code: "ragged", text: "Short." },
    ]);
  });

  test("a fault stays a fault, and the thread goes on", async () => {
    const { ask } = poolOf(1);
    const thread = await ask("answer");
    await expect(ask("fail")).rejects.toThrow("a fault inside");
    await expect(ask("fail")).rejects.not.toBeInstanceOf(Problem);
    expect(await ask("answer")).toBe(thread);
  });

  test("a thread that dies fails its own task with a Problem and is replaced", async () => {
    const { ask } = poolOf(1);
    const thread = await ask("answer");
    await expect(ask("die")).rejects.toMatchObject({ id: "work-stopped" });
    const next = await ask("answer");
    expect(next).not.toBe(thread);
    expect(await ask("answer")).toBe(next);
  });

  test("tasks that wait behind a thread that dies are done by the next one", async () => {
    const { ask } = poolOf(1);
    const [died, ...answered] = await Promise.allSettled([
      ask("die"),
      ask("answer"),
      ask("answer"),
    ]);
    expect(died.status).toBe("rejected");
    expect(answered.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  });

  test("aborting ends work that never would, and frees its place", async () => {
    const { ask } = poolOf(1);
    const controller = new AbortController();
    const hanging = ask("hang", { signal: controller.signal });
    const waiting = ask("answer");
    setTimeout(() => controller.abort(), 50);
    await expect(hanging).rejects.toMatchObject({ name: "AbortError" });
    expect(await waiting).toBeTypeOf("number");
  });

  test("aborting ends the thread itself, not only the waiting for it", async () => {
    const { ask } = poolOf(1);
    const controller = new AbortController();
    const clicks = new Int32Array(new SharedArrayBuffer(4));
    const counting = ask(clicks, { signal: controller.signal });
    while (Atomics.load(clicks, 0) === 0) await pause(5);
    controller.abort();
    await expect(counting).rejects.toMatchObject({ name: "AbortError" });
    await pause(200);
    const then = Atomics.load(clicks, 0);
    await pause(50);
    expect(Atomics.load(clicks, 0)).toBe(then);
  });

  test("aborting what still waits takes it out of the queue", async () => {
    const { ask } = poolOf(1);
    const [first, second] = [new AbortController(), new AbortController()];
    const hanging = ask("hang", { signal: first.signal });
    const waiting = ask("die", { signal: second.signal });
    second.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    first.abort();
    await expect(hanging).rejects.toMatchObject({ name: "AbortError" });
    expect(await ask("answer")).toBeTypeOf("number");
  });

  test("what is aborted before it was asked is not done", async () => {
    const { ask } = poolOf(1);
    await expect(ask("answer", { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  test("tells how far the work is, in order", async () => {
    const { ask } = poolOf(1);
    const told: number[] = [];
    await ask("report", { onProgress: (_step, done) => told.push(done) });
    expect(told).toEqual([0, 1, 2, 3]);
  });

  test("says that it is busy rather than letting a queue grow without end", async () => {
    const { ask } = poolOf(1);
    const asked = Array.from({ length: 80 }, () => ask("answer").catch((error: unknown) => error));
    const refused = (await Promise.all(asked)).filter((answer) => answer instanceof Problem);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ id }) => id === "busy")).toBe(true);
    expect(await ask("answer")).toBeTypeOf("number");
  });

  test("closing fails what is under way and what waits, and takes nothing new", async () => {
    const { pool, ask } = poolOf(1);
    const ends = [ask("hang"), ask("answer")].map((end) => end.catch((error: unknown) => error));
    await pool.close();
    for (const end of await Promise.all(ends)) expect(end).toMatchObject({ id: "busy" });
    await expect(ask("answer")).rejects.toMatchObject({ id: "busy" });
  });
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
