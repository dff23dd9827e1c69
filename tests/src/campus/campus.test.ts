import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import Papa from "papaparse";
import { describe, expect, onTestFinished, test } from "vitest";
import { generateCampus } from "../../../src/campus/campus.ts";
import { learningOutcomes } from "../../../src/campus/learning-outcomes.ts";
import { experiences } from "../../../src/campus/model.ts";
import { drawPeople } from "../../../src/campus/people.ts";
import { writeCampus } from "../../../src/campus/write.ts";
import { readPlan } from "../../../src/studies/plan.ts";

type Row = Readonly<Record<string, string>>;
const campus = generateCampus();
const rowsOf = (text: string) => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
const [nsse, engagement, alumni] = campus.files.map(({ text }) => rowsOf(text)) as [
  Row[],
  Row[],
  Row[],
];
const people = new Map(drawPeople(6000, 2026).map((person) => [person.id, person]));
const share = (rows: readonly Row[], is: (row: Row) => boolean) =>
  rows.filter(is).length / rows.length;
const empty = (column: string) => share(nsse, (row) => row[column] === "");

describe("the sample campus", () => {
  test("has these bytes on every platform", () => {
    const digests = campus.files.map(({ name, text }) => [
      name,
      createHash("sha256").update(text).digest("hex").slice(0, 16),
    ]);
    expect(Object.fromEntries(digests)).toEqual({
      "nsse.csv": "59808df79654b71b",
      "engagement.csv": "b44b2fa37b012d06",
      "alumni.csv": "265d9140eb9f4c79",
    });
  });

  test("is the same to the byte for the same seed, and another for another seed", () => {
    const small = { people: 300, seed: 7 };
    expect(generateCampus(small).files).toEqual(generateCampus(small).files);
    expect(generateCampus({ ...small, seed: 8 }).files[0]).not.toEqual(
      generateCampus(small).files[0],
    );
  });

  test("a smaller campus is the beginning of a larger one", () => {
    const few = rowsOf(generateCampus({ people: 300 }).files[0]!.text);
    const known = new Map(nsse.map((row) => [row.studentID, row]));
    expect(few.length).toBeGreaterThan(270);
    for (const row of few) expect(known.get(row.studentID)).toEqual(row);
  });

  test("knows about six thousand people by three files, some by one file only", () => {
    const ids = new Set(
      [...nsse, ...engagement, ...alumni].map((row) => row.studentID ?? row.student_id),
    );
    expect(ids.size).toBeGreaterThan(5900);
    expect(ids.size).toBeLessThanOrEqual(6000);
    expect(nsse.length).toBeLessThan(5900);
    expect(new Set(nsse.map(({ studentID }) => studentID)).size).toBe(nsse.length);
    expect(new Set(alumni.map(({ student_id }) => student_id)).size).toBe(alumni.length);
    for (const id of ids) expect(id).toMatch(/^S\d{7}$/);
  });

  test("asks the 47 items of ten scales, and more of them stay empty towards the end", () => {
    const items = Object.keys(nsse[0]!).filter((column) =>
      /^(HO|RI|LS|QR|CL|DD|SF|ET|QI|SE)/.test(column),
    );
    expect(items).toHaveLength(47);
    expect(empty("HOapply")).toBeCloseTo(0.09, 1);
    expect(empty("SEacademic")).toBeGreaterThan(empty("HOapply") + 0.08);
    expect(empty("MAJfirstcol")).toBe(0);
    for (const row of nsse) expect(row.QIadmin).toMatch(/^[1-79]?$/);
    expect(share(nsse, ({ QIadmin }) => QIadmin === "9")).toBeGreaterThan(0.1);
  });

  test("logs every attendance once, and sign-ups that came to nothing besides", () => {
    const attended = Map.groupBy(
      engagement.filter(({ status }) => status === "attended"),
      ({ student_id, event_type }) => `${student_id} ${event_type}`,
    );
    for (const [id, { did }] of people)
      for (const [key, experience] of Object.entries(experiences))
        if (experience.kind === "event")
          expect(attended.get(`${id} ${experience.type}`)?.length ?? 0).toBe(
            did[key as keyof typeof did],
          );
    expect(share(engagement, ({ status }) => status !== "attended")).toBeGreaterThan(0.1);
  });

  test("logs nothing after graduation", () => {
    for (const { student_id, date } of engagement)
      expect(date! < `${people.get(student_id!)!.graduates}-05-01`).toBe(true);
  });

  test("graduates answer unevenly by group, and the weight repairs it", () => {
    const everybody = [...people.values()];
    const truly = everybody.filter(({ firstgen }) => firstgen).length / everybody.length;
    const first = (row: Row) => people.get(row.student_id!)!.firstgen;
    const weights = (rows: readonly Row[]) =>
      rows.reduce((sum, { weight }) => sum + Number(weight), 0);
    expect(share(alumni, first)).toBeLessThan(truly - 0.05);
    expect(weights(alumni.filter(first)) / weights(alumni)).toBeCloseTo(truly, 3);
  });

  test("salary does not apply to those without a job", () => {
    for (const { employed, salary } of alumni)
      expect(salary).toMatch(employed === "Yes" ? /^\d*$/ : /^(Not applicable)?$/);
  });

  test("plants all three kinds of truth for every pair of the suggested plan", () => {
    const { plan, truth } = campus;
    expect(truth).toHaveLength(plan.outcomes.length * plan.predictors.length);
    expect(new Set(truth.map(({ kind }) => kind))).toEqual(new Set(["real", "confounded", "none"]));
    for (const { kind, through } of truth)
      if (kind === "confounded") expect(through).not.toEqual([]);
    for (const { evidence } of learningOutcomes)
      for (const id of evidence) expect(plan.predictors).toContain(id);
  });

  test("states learning outcomes with the student as actor and how they are shown", () => {
    for (const { statement } of learningOutcomes)
      expect(statement).toMatch(/^Students will be able to [a-z]+ .+, shown (by|in) .+\.$/);
  });

  test("refuses a campus too small to plant anything in", () => {
    expect(() => generateCampus({ people: 99 })).toThrow(RangeError);
  });
});

test("writes what it generates", async () => {
  const folder = await mkdtemp(join(tmpdir(), "campus-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths = await writeCampus(join(folder, "new"), { people: 200 });
  const { files, plan, clos, codebook } = generateCampus({ people: 200 });
  const read = (path: string) => readFile(path, "utf8");
  expect(paths.data.map((path) => basename(path))).toEqual(files.map(({ name }) => name));
  expect(await Promise.all(paths.data.map(read))).toEqual(files.map(({ text }) => text));
  expect(readPlan(await read(paths.plan), "plan.json")).toEqual(plan);
  expect(await read(paths.clos)).toBe(clos);
  expect(await read(paths.codebook)).toBe(codebook);
});
