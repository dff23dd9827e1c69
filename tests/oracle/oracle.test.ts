/**
 * R computes every figure of a report again and must agree. The script in the report is written from the
 * published formulas around R's own cor.test(), lm(), chisq.test() and p.adjust(): a second opinion, not a copy.
 */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { methods, release, tiers, type Ranking, type Unranked } from "#analysis";
import { reportFiles } from "../../src/reports/index.ts";
import { runStudy } from "../../src/studies/run-study.ts";
import { questions, type Question } from "./questions.ts";

/** Methods that base R has no counterpart of: the script says so. */
const notComputed = [
  "polychoric",
  "tetrachoric",
  "polyserial",
  "biserial",
  "distance-correlation",
  "xi",
] as const;

/** What must occur somewhere among the rankings: R agreeing about what never happens says little. */
const occasions = [
  ...tiers,
  "own units",
  "percentage points",
  "percent",
  "HC3",
  "survey design",
  "0 and 1",
  "log(1 + count)",
  "log",
  "categories",
  "merged categories",
  "twins",
  "a sign conflict",
  "something left out",
  "too few complete people",
  "fewer than two experiences vary",
  "together they explain almost nothing",
];

function occasionsOf(ranking: Ranking | Unranked): string[] {
  if (!ranking.ok) return [ranking.because];
  const { ranked, preparations } = ranking;
  return [
    ranking.unit,
    ranking.errors,
    ...ranked.map(({ tier }) => tier),
    ...preparations.map(({ scale }) => scale),
    ...(preparations.some(({ merged }) => merged.length > 0) ? ["merged categories"] : []),
    ...(ranking.twins.length > 0 ? ["twins"] : []),
    ...(ranked.some(({ evidence }) => evidence.signConflict) ? ["a sign conflict"] : []),
    ...(ranking.leftOut.length > 0 ? ["something left out"] : []),
  ];
}

interface Run {
  readonly status: number | null;
  readonly output: string;
}

function run(script: string, env: Record<string, string> = {}): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn("Rscript", ["--vanilla", script], { env: { ...process.env, ...env } });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", fail);
    child.on("close", (status) => done({ status, output }));
  });
}

const hasR = await run("--version").then(
  () => true,
  () => false,
);
if (!hasR) console.log("skipped: no Rscript here, so reproduce.R is not run");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "oracle-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function report({ sources, specification }: Question, name: string) {
  const files = await sources();
  if (files === undefined) return undefined;
  const study = await runStudy(files, specification);
  const target = join(folder, name);
  await mkdir(target);
  const released = release(study.screening);
  for (const file of reportFiles.filter(({ name: of }) => /\.(csv|R)$/.test(of)))
    await writeFile(join(target, file.name), await file.render(study, released));
  return { target, study };
}

describe.runIf(hasR)("R agrees with the report of", () => {
  const used = new Set<string>();
  const seen = new Set<string>();

  test.each(questions.map((question, i) => ({ ...question, i })))("$name", async (question) => {
    const made = await report(question, `question-${question.i}`);
    if (made === undefined) return console.log(`skipped: no file for "${question.name}"`);
    for (const { method, raw } of made.study.screening.associations) if (raw.ok) used.add(method);
    for (const ranking of made.study.screening.rankings)
      for (const what of occasionsOf(ranking)) seen.add(what);
    const { status, output } = await run(join(made.target, "reproduce.R"));
    expect(output).toMatch(/^\d+ passed, 0 failed$/m);
    expect(status).toBe(0);
    const figures = Number(/^(\d+) passed/m.exec(output)![1]);
    expect(figures).toBeGreaterThanOrEqual(17 * made.study.screening.associations.length);
  });

  test("all of them, for every method that R has a counterpart of", () => {
    const beyond: readonly string[] = notComputed;
    const expected = methods.map(({ id }) => id).filter((id) => !beyond.includes(id));
    expect([...used].sort()).toEqual(expected.sort());
  });

  test("rankings of every kind", () => {
    expect([...seen].sort()).toEqual(occasions.toSorted());
  });

  test.each(notComputed)(
    "the people behind %s, and says that it compares no more",
    async (method) => {
      const { specification, sources } = questions.at(-1)!;
      const plan = { ...specification.plan, method, replicates: 0 };
      const made = await report(
        { name: method, sources, specification: { ...specification, plan } },
        method,
      );
      const { status, output } = await run(join(made!.target, "reproduce.R"));
      expect(output).toContain(`Not computed here: ${method}`);
      expect(output).toMatch(/^\d+ passed, 0 failed$/m);
      expect(status).toBe(0);
    },
  );
});

const ofGraduates = questions.findIndex(({ name }) => name.startsWith("graduates drawn from"));

/** One figure moved, or one word changed, in a file that is otherwise as it was written. */
const tamperings = [
  {
    what: "a coefficient is off by one part in ten million",
    question: questions.length - 1,
    file: "associations.csv",
    from: /(?<=,spearman,)-?0\.\d+/,
    to: (estimate: string) => String(Number(estimate) + 1e-7),
  },
  {
    what: "a difference is off by one part in ten million",
    question: ofGraduates,
    file: "rankings.csv",
    from: /(?<=^salary,.*,experiences,visits,visits,visits(?:,[^,]*){4},)[^,]+/m,
    to: (difference: string) => String(Number(difference) * (1 + 1e-7)),
  },
  {
    what: "a tier is another",
    question: ofGraduates,
    file: "rankings.csv",
    from: /(?<=,)likely matters(?=,)/,
    to: () => "clear priority",
  },
];

describe.runIf(hasR)("the script", () => {
  const last = questions.at(-1)!;

  test("runs in a locale that knows no more than ASCII", async () => {
    const made = await report(last, "ascii");
    const { output } = await run(join(made!.target, "reproduce.R"), { LC_ALL: "C", LANG: "C" });
    expect(output).toMatch(/^\d+ passed, 0 failed$/m);
  });

  test.each(tamperings)("ends with status 1 and names the row where $what", async (one) => {
    const made = await report(questions[one.question]!, `tampered-${one.what}`);
    const path = join(made!.target, one.file);
    const text = await readFile(path, "utf8");
    const off = text.replace(one.from, one.to);
    expect(off).not.toBe(text);
    await writeFile(path, off);
    const { status, output } = await run(join(made!.target, "reproduce.R"));
    expect(status).toBe(1);
    expect(output).toMatch(/^\d+ passed, 1 failed$/m);
    expect(output).toMatch(/row \d+: /);
  });
});
