/** The tasks in real threads: what goes in and out of them is the same as without. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { release } from "#analysis";
import { generateCampus } from "../../../src/campus/campus.ts";
import { readSourceFile } from "../../../src/intake/read.ts";
import type { Source } from "../../../src/intake/source.ts";
import { createJobs, type Jobs } from "../../../src/jobs/index.ts";
import { Problem } from "../../../src/problem.ts";
import { reportFiles } from "../../../src/reports/index.ts";
import { runStudy, type Specification } from "../../../src/studies/run-study.ts";

const campus = generateCampus({ people: 500, seed: 3 });
const specification: Specification = {
  scoring: "all items",
  plan: {
    outcomes: ["career_satisfaction"],
    predictors: ["SF", "intern_done", "mock_interview"],
    covariates: ["firstgen"],
    replicates: 30,
  },
};

/** Processors that a thread may use, as the bits of a mask, lowest first. */
function processorsOf(thread: string): number[] {
  const place = thread === "thread-self" ? thread : `self/task/${thread}`;
  const mask = /^Cpus_allowed:\s*(\S+)$/m.exec(readFileSync(`/proc/${place}/status`, "utf8"))![1]!;
  const bits = BigInt(`0x${mask.replaceAll(",", "")}`).toString(2);
  return [...bits].toReversed().flatMap((bit, at) => (bit === "1" ? [at] : []));
}

describe("the tasks", () => {
  let jobs: Jobs;
  let folder: string;
  beforeAll(() => {
    jobs = createJobs({ threads: 1 });
    folder = mkdtempSync(join(tmpdir(), "throughline-tasks-"));
    for (const { name, text } of campus.files) writeFileSync(join(folder, name), text);
  });
  afterAll(async () => {
    await jobs.close();
    rmSync(folder, { recursive: true });
  });

  const readHere = (): Promise<Source[]> =>
    Promise.all(
      campus.files.map(async ({ name }) => (await readSourceFile(join(folder, name))).source),
    );

  test("a file is read to the same cells, in shared memory", async () => {
    const [first] = campus.files;
    const path = join(folder, first!.name);
    const there = await jobs.run("read file", { path, name: "called otherwise.csv" });
    const here = await readSourceFile(path);
    expect(there.source.name).toBe("called otherwise.csv");
    expect(there.source.sha256).toBe(here.source.sha256);
    for (const [i, { cells, dictionary }] of here.source.columns.entries()) {
      const same = there.source.columns[i]!;
      expect(same.cells.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(same.cells.constructor).toBe(cells.constructor);
      expect([...same.cells]).toEqual([...cells]);
      expect(same.dictionary).toEqual(dictionary);
    }
    expect([...there.source.lines]).toEqual([...here.source.lines]);
  });

  test("a file that cannot be read is refused with its lines", async () => {
    const path = join(folder, "ragged.csv");
    writeFileSync(path, "id,a\n1,2\n2\n");
    const refusal = await jobs
      .run("read file", { path, name: "ragged.csv" })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect((refusal as Problem).issues).toContainEqual(expect.objectContaining({ line: 3 }));
  });

  test("files are joined to a table in shared memory", async () => {
    const { table, join: joined } = await jobs.run("assemble", { sources: await readHere() });
    expect(joined.files).toHaveLength(3);
    expect(table.columns.get("SF")!.values).toHaveLength(joined.people);
    for (const { values } of table.columns.values())
      expect(values.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test("what is handed over is given away, and can be used again only if shared", async () => {
    const sources = await readHere();
    await jobs.run("preview", { sources });
    expect(sources[0]!.columns[0]!.cells.byteLength).toBe(0);
    const shared = [];
    for (const { name } of campus.files)
      shared.push((await jobs.run("read file", { name, path: join(folder, name) })).source);
    await jobs.run("preview", { sources: shared });
    expect(shared[0]!.columns[0]!.cells.byteLength).toBeGreaterThan(0);
  });

  test("a screening and every file of its report have the bytes of a run without threads", async () => {
    const study = await runStudy(await readHere(), specification);
    const released = release(study.screening);
    const steps = new Set<string>();
    const onProgress = (step: string) => void steps.add(step);
    const text = await jobs.run(
      "screen",
      { sources: await readHere(), specification },
      { onProgress },
    );
    for (const { name, render } of reportFiles) {
      const here = await render(study, released);
      const order = { name, sources: await readHere(), specification, screening: text };
      expect((await jobs.run("render", order)) === here, name).toBe(true);
      if (name === "screening.json") expect(text === here).toBe(true);
    }
    expect([...steps]).toContain("replicates of the ranking");
  });

  test("a plan that does not fit is refused", async () => {
    const plan = { ...specification.plan, outcomes: ["carer_satisfaction"] };
    const order = { sources: await readHere(), specification: { ...specification, plan } };
    await expect(jobs.run("screen", order)).rejects.toMatchObject({ id: "unknown-column" });
  });

  test.runIf(process.platform === "linux" && availableParallelism() > 1)(
    "a long task steps back for everybody else and leaves them a processor",
    async () => {
      const plan = { ...specification.plan, replicates: 100_000 };
      const stop = new AbortController();
      const order = { sources: await readHere(), specification: { ...specification, plan } };
      const own = getPriority();
      const begun = new Promise<void>((resolve) => {
        const wanted = { signal: stop.signal, onProgress: () => resolve() };
        void jobs.run("screen", order, wanted).catch(() => {});
      });
      await begun;
      await jobs.run("preview", { sources: await readHere() });
      const behind = readdirSync("/proc/self/task").filter(
        (id) => getPriority(Number(id)) === Math.max(own, 10),
      );
      expect(behind.map(processorsOf)).toContainEqual(processorsOf("thread-self").slice(1));
      expect(getPriority()).toBe(own);
      stop.abort();
    },
  );

  test("a long task can be ended, and short ones need not wait for it", async () => {
    const plan = { ...specification.plan, replicates: 100_000 };
    const stop = new AbortController();
    const order = { sources: await readHere(), specification: { ...specification, plan } };
    const long = jobs.run("screen", order, { signal: stop.signal });
    const ended = expect(long).rejects.toMatchObject({ name: "AbortError" });
    await jobs.run("preview", { sources: await readHere() });
    stop.abort();
    await ended;
    const again = { sources: await readHere(), specification };
    expect(JSON.parse(await jobs.run("screen", again))).toMatchObject({ seed: 20260101 });
  });
});
