import { expect, test } from "vitest";
import { numberAt, reasonAt } from "#analysis";
import { engagementIndicators } from "#surveys";
import { Problem } from "../../../../src/problem.ts";
import { recognise } from "../../../../src/intake/formats/index.ts";
import { assemble } from "../../../../src/studies/assemble.ts";
import type { Assembly, ScoringRule } from "../../../../src/studies/study.ts";
import { fileOf, sourceOf } from "../../../support/source-of.ts";

const values = ({ table }: Assembly, id: string): number[] => {
  const column = table.columns.get(id)!;
  return Array.from({ length: table.rows }, (_, row) => numberAt(column, row));
};
const variable = ({ codebook }: Assembly, id: string) =>
  codebook.variables.find((each) => each.id === id)!;

test.each([
  ["items, whatever their case", "studentid hoapply HOANALYZE SFcareer", "nsse"],
  ["scores alone", "id HO RI LS QR CL", "nsse"],
  ["practices alone", "id learncom research intern abroad", "nsse"],
  ["an alumni file that asks about research", "id research abroad capstone internship", "plain"],
  ["two items are no survey", "id HOapply HOform salary", "plain"],
])("%s", (_, header, format) => {
  expect(recognise(fileOf("a.csv", `${header}\n 1 1 1 1`)).id).toBe(format);
});

const ho = (scoring: ScoringRule) =>
  assemble(
    [
      fileOf(
        "nsse.csv",
        "HOapply HOanalyze HOevaluate HOform\n 1 2 3 4\n 4 4 _ 2\n 3 _ _ 2\n _ _ _ _",
      ),
    ],
    { scoring },
  );

test("scores by hand under each missing rule", () => {
  // 1 2 3 4 -> 0 20 40 60, mean 30. 4 4 _ 2 -> 60 60 20, mean 140 / 3. 3 _ _ 2 -> 40 20, mean 30.
  expect(values(ho("all items"), "HO")).toEqual([30, NaN, NaN, NaN]);
  expect(values(ho("all but one"), "HO")).toEqual([30, 140 / 3, NaN, NaN]);
  // Sixty per cent of four items is 2.4, so three.
  expect(values(ho("at least 60 %"), "HO")).toEqual([30, 140 / 3, NaN, NaN]);
  expect(reasonAt(ho("all items").table.columns.get("HO")!, 1)).toBe("skipped");
});

test("sixty per cent of seven items is five", () => {
  const items = engagementIndicators.find(({ id }) => id === "RI")!.items;
  const five = [4, 4, 4, 4, 2, "", ""];
  const source = sourceOf("nsse.csv", [items, five, [4, 4, 4, 2, "", "", ""], five]);
  // 60 60 60 60 20 -> mean 52.
  expect(values(assemble([source], { scoring: "at least 60 %" }), "RI")).toEqual([52, NaN, 52]);
});

test("the codebook prints formula and rule", () => {
  expect(variable(ho("all but one"), "HO")).toMatchObject({
    label: "Higher-order learning",
    level: "interval",
    derived: "scale",
    decidedBy:
      'Scale: mean of HOapply, HOanalyze, HOevaluate, HOform, each moved from 1..4 to 0..60; scored where at least 3 of the 4 items are answered (rule "all but one").',
  });
});

test("nine is no quality of interactions", () => {
  const text = "QIstudent QIadvisor QIfaculty QIstaff QIadmin\n 7 6 5 4 3\n 7 7 7 7 9\n 9 9 9 9 9";
  const all = assemble([fileOf("nsse.csv", text)], { scoring: "all but one" });
  // 60 50 40 30 20, mean 40; then four sixties and one that does not count.
  expect(values(all, "QI")).toEqual([40, 60, NaN]);
  expect(reasonAt(all.table.columns.get("QIadmin")!, 1)).toBe("not applicable");
  expect(reasonAt(all.table.columns.get("QI")!, 2)).toBe("not applicable");
  expect(variable(all, "QIadmin").missing).toEqual({ "9": "not applicable" });
});

test("practices are done or not", () => {
  const text =
    "HOapply HOform RIconnect intern servcourse leader\n 1 1 1 4 1 4\n 1 1 1 3 2 1\n 2 1 1 2 4 2\n 1 1 2 _ _ 3";
  const all = assemble([fileOf("nsse.csv", text)]);
  expect(values(all, "intern_done")).toEqual([1, 0, 0, NaN]);
  expect(values(all, "servcourse_done")).toEqual([0, 1, 1, NaN]);
  expect(reasonAt(all.table.columns.get("intern_done")!, 3)).toBe("skipped");
  expect(values(all, "intern")).toEqual([4, 3, 2, NaN]);
  expect(variable(all, "intern_done")).toMatchObject({ level: "binary", derived: "flag" });
  expect(all.table.columns.has("leader_done")).toBe(false);
});

test("a practice that comes as yes or no is taken as it is", () => {
  const text = "HOapply HOform RIconnect intern\n 1 1 1 0\n 2 1 1 1\n 3 2 2 1";
  const all = assemble([fileOf("nsse.csv", text)]);
  expect(variable(all, "intern")).toMatchObject({ level: "binary", derived: "flag" });
  expect(all.table.columns.has("intern_done")).toBe(false);
  expect(all.issues.map(({ code }) => code)).toContain("not-as-documented");
});

test("labels are as good as codes", () => {
  const header = ["LSreading", "LSnotes", "LSsummary", "intern"];
  const coded = sourceOf("nsse.csv", [header, [1, 2, 3, 4], [4, 4, 4, 1]]);
  const labelled = sourceOf("nsse.csv", [
    header,
    ["Never", "Sometimes", "often", "Done or in progress"],
    ["Very often", "Very often", "Very often", "Have not decided"],
  ]);
  for (const id of ["LSreading", "LS", "intern_done"])
    expect(values(assemble([labelled]), id)).toEqual(values(assemble([coded]), id));
  // 1 2 3 -> 0 20 40, mean 20.
  expect(values(assemble([labelled]), "LS")).toEqual([20, 60]);
});

test("codes with a decimal point are the same codes", () => {
  const text =
    "QIstudent QIadvisor QIfaculty QIstaff QIadmin intern\n 7.0 6.0 5.0 4.0 3.0 4.0\n 7.0 7.0 7.0 7.0 9.0 1.0";
  const all = assemble([fileOf("nsse.csv", text)], { scoring: "all but one" });
  expect(values(all, "QI")).toEqual([40, 60]);
  expect(values(all, "intern_done")).toEqual([1, 0]);
  expect(variable(all, "intern").values!.map(({ label }) => label)).toEqual([
    "Have not decided",
    "Done or in progress",
  ]);
});

test("a stray code among documented ones is a fault in its line", () => {
  const rows = Array.from({ length: 20 }, (_, i) => [1 + (i % 4), 2, i === 6 ? 5 : 3, 1]);
  const source = sourceOf("nsse.csv", [["HOapply", "HOanalyze", "HOevaluate", "HOform"], ...rows]);
  let problem: unknown;
  try {
    assemble([source]);
  } catch (caught) {
    problem = caught;
  }
  expect(problem).toBeInstanceOf(Problem);
  expect((problem as Problem).issues).toMatchObject([
    { line: 8, column: "HOevaluate", code: "not-documented" },
  ]);
});

test("a scale without all its items is not scored, and says which are absent", () => {
  const { table, issues } = assemble([
    fileOf("nsse.csv", "HOapply HOanalyze HOevaluate\n 1 2 3\n 2 3 4"),
  ]);
  expect(table.columns.has("HO")).toBe(false);
  expect(issues).toMatchObject([{ severity: "warning", code: "scale-not-scored", column: "HO" }]);
  expect(issues[0]!.text).toContain("HOform");
});

const withScores = (score: readonly (string | number)[], added: readonly number[] = []) => {
  const items = [
    [1, 2, 3, 4],
    [4, 4, "", 2],
    [3, "", "", 2],
    [4, 4, 4, 3],
  ];
  const header = ["HOapply", "HOanalyze", "HOevaluate", "HOform", "ho"];
  return assemble([
    sourceOf("nsse.csv", [header, ...items.map((row, i) => [...row, score[i]!, ...added])]),
  ]);
};

test("scores of the file are kept, and the rule that gives them is found", () => {
  const all = withScores([30, "", "", 55]);
  expect(values(all, "ho")).toEqual([30, NaN, NaN, 55]);
  expect(all.table.columns.has("HO")).toBe(false);
  expect(variable(all, "ho")).toMatchObject({ label: "Higher-order learning", derived: "scale" });
  expect(all.issues).toMatchObject([{ severity: "note", code: "scores-reproduced", column: "ho" }]);
  expect(all.issues[0]!.text).toContain('rule "all items" gives');
  // 140 / 3 as a file would round it.
  expect(withScores([30, "46.6666667", "", 55]).issues[0]!.text).toContain(
    'rules "all but one" and "at least 60 %" give',
  );
});

test("scores that no rule gives are said to be so, with the nearest rule", () => {
  const [issue] = withScores([30, "", "", 54]).issues;
  expect(issue).toMatchObject({ severity: "warning", code: "scores-not-reproduced" });
  expect(issue!.text).toContain(
    'Nearest is "all items": 1 score is equal, 1 differ (by up to 1), 0 would be added and 0 dropped.',
  );
});

test("later items count where only they give the scores of the file", () => {
  const items = engagementIndicators.find(({ id }) => id === "DD")!;
  const header = [...items.items, ...items.added, "DD"];
  // 4 4 4 4 | 1 1 -> 240 / 6 = 40, not 60. 1 1 1 1 | 4 4 -> 120 / 6 = 20.
  const source = sourceOf("nsse.csv", [header, [4, 4, 4, 4, 1, 1, 40], [1, 1, 1, 1, 4, 4, 20]]);
  const [issue] = assemble([source]).issues;
  expect(issue).toMatchObject({ severity: "note", code: "scores-reproduced" });
  expect(issue!.text).toContain("with DDsexorient and DDcountry");
});
