import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  existsSync,
  writeFileSync,
  mkdirSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { run } from "../../../src/cli.ts";
import { writeCampus } from "../../../src/campus/write.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-rank-"));
const throughline = (...words: string[]) => {
  const cli = join(import.meta.dirname, "../../../src/cli.ts");
  const ended = spawnSync(process.execPath, ["--conditions=source", cli, ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { exit: ended.status, said: ended.stdout, refused: ended.stderr };
};
/** The same in this process: enough where nothing is ranked. */
const asked = async (...words: string[]) => {
  const heard = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const exit = await run(words);
  const refused = heard.mock.calls.map(([text]) => String(text)).join("");
  heard.mockRestore();
  return { exit, refused };
};
const campus = [
  "--data",
  "nsse.csv",
  "--data",
  "engagement.csv",
  "--data",
  "alumni.csv",
  "--id",
  "student_id",
];
const quick = ["--plan", "plan.json", "--replicates", "25"];
const inFolder = (name: string): string => join(folder, name);

beforeAll(() => writeCampus(folder, { people: 1500, seed: 5 }));

test("three files and a plan become a report, and the terminal says what joined", () => {
  const { exit, said } = throughline(
    "rank",
    ...campus,
    ...quick,
    "--clos",
    "clos.json",
    "--out",
    "report",
  );
  expect(exit).toBe(0);
  expect(said).toMatch(/nsse\.csv +nsse +[\d,]+ rows/);
  expect(said).toMatch(/engagement\.csv +event log/);
  expect(said).toMatch(/people altogether, [\d,]+ in every file/);
  expect(said).toMatch(/SF +Scale: mean of SFcareer.*\(rule "all items"\)/);
  expect(said).toMatch(/career_satisfaction +Ordinal: 5 different whole numbers/);
  expect(said).toContain(": learning outcomes ranked");
  expect(said).toContain("Report: report/report.html");
  expect(readdirSync(inFolder("report"))).toEqual(
    expect.arrayContaining([
      "associations.csv",
      "data.csv",
      "report.html",
      "reproduce.R",
      "screening.json",
    ]),
  );
});

test("the same files and plan give the same bytes", () => {
  const first = readFileSync(inFolder("report/screening.json"), "utf8");
  expect(
    throughline("rank", ...campus, ...quick, "--clos", "clos.json", "--out", "again").exit,
  ).toBe(0);
  expect(readFileSync(inFolder("again/screening.json"), "utf8")).toBe(first);
});

test("the codebook can be written, edited and read back", () => {
  const out = ["--out", "codebook-report"];
  expect(
    throughline("rank", ...campus, ...quick, "--codebook-out", "codebook.json", ...out).exit,
  ).toBe(0);
  const codebook = JSON.parse(readFileSync(inFolder("codebook.json"), "utf8"));
  const edited = codebook.variables.map((variable: { id: string }) =>
    variable.id === "career_satisfaction"
      ? { ...variable, label: "Content with the career" }
      : variable,
  );
  writeFileSync(inFolder("codebook.json"), JSON.stringify({ ...codebook, variables: edited }));
  const { exit, said } = throughline(
    "rank",
    ...campus,
    ...quick,
    "--codebook",
    "codebook.json",
    ...out,
  );
  expect(exit).toBe(0);
  expect(said).toContain("Content with the career: experiences ranked");
});

test("a single file needs no id", () => {
  const rows = Array.from({ length: 60 }, (_, i) => `${i % 5},${(i * 7) % 4},${(i % 3) / 2}`);
  writeFileSync(inFolder("one.csv"), ["satisfied,visits,gpa", ...rows].join("\n"));
  expect(
    throughline("rank", "--data", "one.csv", "--outcomes", "satisfied", "--out", "one").exit,
  ).toBe(0);
});

test.each([
  ["an unknown option", ["--outcome", "x"], /Unknown option '--outcome'/],
  ["no file", ["--outcomes", "x", "--out", "none"], /No file was given/],
  ["no outcome", ["--data", "one.csv", "--out", "none"], /No outcome was named/],
  ["no folder", ["--data", "one.csv", "--outcomes", "satisfied"], /No folder/],
  [
    "a number that is none",
    ["--data", "one.csv", "--outcomes", "satisfied", "--out", "none", "--seed", "x"],
    /--seed takes a number/,
  ],
  [
    "an unknown method",
    ["--data", "one.csv", "--outcomes", "satisfied", "--out", "none", "--method", "lasso"],
    /method/,
  ],
])("%s is a matter of usage: exit code 2", async (_, words, message) => {
  const { exit, refused } = await asked("rank", ...words);
  expect(exit).toBe(2);
  expect(refused).toMatch(message);
  expect(refused).not.toMatch(/^\s+at /m);
});

test.each([
  ["a missing file", "nowhere.csv", null, /nowhere\.csv/],
  ["an empty file", "empty.csv", "", /empty\.csv/],
  ["a ragged row", "ragged.csv", "satisfied,visits\n1,2\n3\n", /ragged\.csv, line 3/],
  [
    "text among numbers",
    "text.csv",
    `satisfied,visits\n${"1.5,2\n2.5,3\n".repeat(30)}abc,4\n`,
    /text\.csv, line 62, column satisfied/,
  ],
])(
  "%s is named by its place: exit code 1, and nothing is written",
  async (_, name, content, message) => {
    if (content !== null) writeFileSync(inFolder(name), content);
    const nothing = inFolder("nothing");
    const { exit, refused } = await asked(
      "rank",
      "--data",
      inFolder(name),
      "--outcomes",
      "satisfied",
      "--out",
      nothing,
    );
    expect(refused).toMatch(message);
    expect(refused).not.toMatch(/^\s+at /m);
    expect(exit).toBe(1);
    expect(existsSync(nothing)).toBe(false);
  },
);

test("a folder that holds something else is refused before any work", async () => {
  mkdirSync(inFolder("mine"));
  writeFileSync(inFolder("mine/thesis.txt"), "years of work");
  const { exit, refused } = await asked(
    "rank",
    "--data",
    "nowhere.csv",
    "--outcomes",
    "satisfied",
    "--out",
    inFolder("mine"),
  );
  expect(exit).toBe(2);
  expect(refused).toContain("mine");
  expect(readdirSync(inFolder("mine"))).toEqual(["thesis.txt"]);
});

test("help is a page, not a refusal", async () => {
  const help = throughline("rank", "--help");
  expect(help).toMatchObject({ exit: 0, refused: "" });
  expect(help.said).toContain("--covariates");
  expect(await asked("dance")).toMatchObject({ exit: 2 });
});
