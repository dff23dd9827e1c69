import * as fc from "fast-check";
import { expect, test } from "vitest";
import { numberAt, reasonAt } from "#analysis";
import { Problem } from "../../../src/problem.ts";
import { assemble, type AssembleOptions } from "../../../src/studies/assemble.ts";
import type { Source } from "../../../src/intake/source.ts";
import { fileOf, sourceOf } from "../../support/source-of.ts";

const refusal = (sources: readonly Source[], options: AssembleOptions = {}): Problem => {
  try {
    assemble(sources, options);
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
  throw new Error("expected a Problem");
};
const alumni = fileOf("alumni.csv", "student_id satisfied\n 3 5\n 1 2\n 2 4\n 9 1");
const survey = fileOf("survey.csv", "student_id club hours\n 2 1 10\n 7 0 20\n 3 1 30\n 1 0 40");

test("people stand in order of first appearance, and each file is reported", () => {
  const { ids, join, table } = assemble([alumni, survey], { id: "student_id" });
  expect(ids).toEqual(["3", "1", "2", "9", "7"]);
  expect(join).toEqual({
    people: 5,
    inAll: 3,
    files: [
      { name: "alumni.csv", format: "plain", rows: 4, people: 4, unmatched: 1 },
      { name: "survey.csv", format: "plain", rows: 4, people: 4, unmatched: 1 },
    ],
  });
  const hours = table.columns.get("hours")!;
  expect([0, 1, 2, 3, 4].map((row) => numberAt(hours, row))).toEqual([30, 40, 10, NaN, 20]);
  expect(reasonAt(hours, 3)).toBe("not joined");
  expect(reasonAt(table.columns.get("satisfied")!, 4)).toBe("not joined");
});

test("ids are compared to the letter", () => {
  const hostile = [
    "7",
    " 7",
    "07",
    "7 ",
    "x",
    "X",
    "7.0",
    "__proto__",
    "constructor",
    "\u00e9",
    "e\u0301",
  ];
  const one = sourceOf("a.csv", [["id", "q"], ...hostile.map((id, i) => [id, i])]);
  const two = sourceOf("b.csv", [
    ["id", "r"],
    ...hostile.toReversed().map((id, i) => [id, 10 - i]),
  ]);
  const { ids, table, join } = assemble([one, two], { id: "id" });
  expect(ids).toEqual(hostile);
  expect(join.inAll).toBe(hostile.length);
  const [q, r] = [table.columns.get("q")!, table.columns.get("r")!];
  for (let row = 0; row < hostile.length; row++) expect(numberAt(q, row)).toBe(numberAt(r, row));
});

test("any ids join with themselves in any order", () => {
  const people = fc.uniqueArray(
    fc.string({ minLength: 1 }).filter((id) => id.trim() !== ""),
    {
      minLength: 3,
    },
  );
  fc.assert(
    fc.property(people, (ids) => {
      const one = sourceOf("a.csv", [["id", "q"], ...ids.map((id, i) => [id, i])]);
      const two = sourceOf("b.csv", [
        ["id", "r"],
        ...ids.toReversed().map((id) => [id, ids.indexOf(id)]),
      ]);
      const { table, ids: joined } = assemble([one, two], { id: "id" });
      expect(joined).toEqual(ids);
      const [q, r] = [table.columns.get("q")!, table.columns.get("r")!];
      expect(ids.map((_, row) => numberAt(r, row))).toEqual(ids.map((_, row) => numberAt(q, row)));
    }),
  );
});

test.each([
  ["leading zeros", "0123", "123"],
  ["upper and lower case", "AB1", "ab1"],
  ["blanks around it", "77 ", "77"],
  ['a ".0" at the end', "501.0", "501"],
])("files that would match but for %s are refused", (by, written, otherwise) => {
  const one = sourceOf("a.csv", [
    ["id", "q"],
    ["5", 1],
    [written, 2],
  ]);
  const two = sourceOf("b.csv", [
    ["id", "r"],
    ["5", 1],
    ["6", 1],
    [otherwise, 2],
  ]);
  const problem = refusal([one, two], { id: "id" });
  expect(problem.id).toBe("unjoinable-files");
  expect(problem.issues).toMatchObject([{ file: "a.csv", line: 3, column: "id" }]);
  expect(problem.issues[0]!.text).toContain(
    `"${written}" differs from "${otherwise}" in b.csv, line 4 only by ${by}`,
  );
  expect(problem.next).toMatch(/leading zeros/u);
});

test("ids that read alike but cost nothing are two people", () => {
  const one = fileOf("a.csv", "id q\n 7 1\n 07 2\n 8 1");
  const two = fileOf("b.csv", "id r\n 7 1\n 8 2");
  expect(assemble([one, two], { id: "id" }).ids).toEqual(["7", "07", "8"]);
});

test("an id that has its match is not called a near miss of another", () => {
  const one = fileOf("a.csv", "id q\n 7 1\n 07 2\n 8 1");
  const two = fileOf("b.csv", "id r\n 07 1\n 8 2");
  const three = fileOf("c.csv", "id s\n 8 1");
  expect(assemble([one, two, three], { id: "id" }).ids).toEqual(["7", "07", "8"]);
});

test("a repeated id in a file of people names both lines", () => {
  const twice = fileOf("survey.csv", "student_id club\n 2 1\n 3 0\n 2 1");
  const problem = refusal([alumni, twice], { id: "student_id" });
  expect(problem.id).toBe("unjoinable-files");
  expect(problem.message).toContain('"2" in lines 2 and 4');
  expect(problem.issues).toMatchObject([{ line: 4, column: "student_id", code: "duplicate-id" }]);
  expect(refusal([twice], { id: "student_id" }).issues).toHaveLength(1);
});

test("rows without an id are refused by line", () => {
  const holes = sourceOf("survey.csv", [
    ["student_id", "club"],
    [1, 1],
    ["", 0],
    ["  ", 0],
    [2, 1],
  ]);
  const problem = refusal([alumni, holes], { id: "student_id" });
  expect(problem.issues.map(({ line }) => line)).toEqual([3, 4]);
});

test("a column that is not there is named with its nearest", () => {
  const problem = refusal([alumni, survey], { id: "student_idd" });
  expect(problem.id).toBe("unknown-column");
  expect(problem.message).toContain("alumni.csv");
  expect(problem.next).toContain('"student_id"');
});

test("another spelling of the column is taken, and said", () => {
  const nsse = fileOf("nsse.csv", "studentID club\n 1 1\n 2 0\n 3 1");
  const { issues, codebook } = assemble([alumni, nsse], { id: "student_id" });
  expect(issues).toMatchObject([{ severity: "note", file: "nsse.csv", code: "id-column-alike" }]);
  expect(codebook.variables.map(({ id }) => id)).toEqual(["student_id", "satisfied", "club"]);
});

test("without a name, the only common id column is used, and said", () => {
  const { ids, issues } = assemble([alumni, survey]);
  expect(ids).toHaveLength(5);
  expect(issues.map(({ code }) => code)).toEqual(["id-column-guessed", "id-column-guessed"]);
});

test.each([
  ["no common column", fileOf("a.csv", "student_id q\n 1 1"), fileOf("b.csv", "person_id r\n 1 1")],
  [
    "two candidates",
    fileOf("a.csv", "id email q\n 1 a@b 1"),
    fileOf("b.csv", "id email r\n 1 a@b 1"),
  ],
  [
    "no id among the common columns",
    fileOf("a.csv", "club q\n 1 1"),
    fileOf("b.csv", "club r\n 1 1"),
  ],
])("nothing is guessed with %s", (_, one, two) => {
  expect(refusal([one, two]).id).toBe("unjoinable-files");
});

test("files that share nobody are refused with an id of each", () => {
  const strangers = fileOf("log.csv", "student_id club\n a@b.edu 1\n c@d.edu 0");
  const problem = refusal([alumni, survey, strangers], { id: "student_id" });
  expect(problem.message).toContain("Nobody in log.csv");
  expect(problem.message).toContain('survey.csv: "2", log.csv: "a@b.edu"');
});

test("a single file needs no id: rows are people", () => {
  const { ids, join } = assemble([fileOf("one.csv", "a b\n 1 2\n 2 1")]);
  expect(ids).toEqual(["1", "2"]);
  expect(join).toMatchObject({ people: 2, inAll: 2, files: [{ unmatched: 0 }] });
});

test("a name that two files have belongs to the first", () => {
  const two = fileOf("b.csv", "student_id satisfied\n 1 1\n 2 1\n 3 2");
  const { table, issues } = assemble([alumni, two], { id: "student_id" });
  expect([...table.columns.keys()]).toEqual(["satisfied", "satisfied@b.csv"]);
  expect(issues).toMatchObject([{ code: "name-taken", file: "b.csv", column: "satisfied" }]);
});
