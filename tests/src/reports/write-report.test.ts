import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Problem } from "../../../src/problem.ts";
import { reportFiles, writeReport } from "../../../src/reports/index.ts";
import type { Study } from "../../../src/studies/study.ts";
import { sampleStudy } from "./sample.ts";

let study: Study;
let folder: string;
beforeAll(async () => {
  study = await sampleStudy();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-"));
});
afterEach(() => rm(folder, { recursive: true }));

const names = reportFiles.map(({ name }) => name).sort();
const target = () => join(folder, "deep", "report");

test("writes every file, into folders that did not exist, and leaves nothing beside them", async () => {
  const written = await writeReport(target(), study);
  expect(written).toEqual(reportFiles.map(({ name }) => join(target(), name)));
  expect((await readdir(target())).sort()).toEqual(names);
  expect(await readdir(join(folder, "deep"))).toEqual(["report"]);
});

test("replaces an earlier report, and an empty folder", async () => {
  await mkdir(target(), { recursive: true });
  await writeReport(target(), study);
  await writeFile(join(target(), "report.html"), "old");
  await writeReport(target(), study);
  expect(await readFile(join(target(), "report.html"), "utf8")).toMatch(/^<!doctype html>/);
  expect(await readdir(join(folder, "deep"))).toEqual(["report"]);
});

test("leaves a folder with anything else in it as it was", async () => {
  await writeReport(target(), study);
  await writeFile(join(target(), "notes.txt"), "mine");
  await expect(writeReport(target(), study)).rejects.toThrow(/holds "notes.txt"/);
  expect(await readFile(join(target(), "notes.txt"), "utf8")).toBe("mine");
});

test("does not take somebody's data.csv for an earlier report", async () => {
  await writeFile(join(folder, "data.csv"), "mine");
  await expect(writeReport(folder, study)).rejects.toBeInstanceOf(Problem);
  expect(await readdir(folder)).toEqual(["data.csv"]);
});

test("does not write over a file", async () => {
  await writeFile(join(folder, "report"), "mine");
  await expect(writeReport(join(folder, "report"), study)).rejects.toThrow(/it is a file/);
});

test("keeps the earlier report, and nothing half, where a file cannot be made", async () => {
  await writeReport(target(), study);
  const before = await readFile(join(target(), "associations.csv"), "utf8");
  const [first, ...rest] = study.screening.associations;
  const impossible = { ...first!, raw: { ok: true, value: NaN, interval: null, p: 1 } as const };
  const broken = {
    ...study,
    screening: { ...study.screening, associations: [impossible, ...rest] },
  };
  await expect(writeReport(target(), broken)).rejects.toThrow(RangeError);
  expect(await readFile(join(target(), "associations.csv"), "utf8")).toBe(before);
  expect(await readdir(join(folder, "deep"))).toEqual(["report"]);
});
