import * as fc from "fast-check";
import { expect, test } from "vitest";
import { numberAt, reasonAt } from "#analysis";
import { recognise } from "../../../../src/intake/formats/index.ts";
import type { Source } from "../../../../src/intake/source.ts";
import { assemble } from "../../../../src/studies/assemble.ts";
import type { Assembly } from "../../../../src/studies/study.ts";
import { fileOf, sourceOf } from "../../../support/source-of.ts";

const values = ({ table }: Assembly, id: string): number[] => {
  const column = table.columns.get(id)!;
  return Array.from({ length: table.rows }, (_, row) => numberAt(column, row));
};
const alumni = fileOf("alumni.csv", "student_id satisfied\n a 5\n b 2\n c 4\n d 1");
const log = sourceOf("log.csv", [
  ["student_id", "event_type", "date", "status"],
  ["a", "Career fair", "2019-09-14", "attended"],
  ["a", "Career fair", "2018-10-01", "attended"],
  ["a", "Career fair", "2017-10-01", "cancelled"],
  ["b", "Career fair", "2020-02-01", "No-Show"],
  ["b", "Mock interview", "2020-03-01", "attended"],
  ["e", "Mock interview", "2021-03-01", "attended"],
]);
const joined = (source: Source) => assemble([alumni, source], { id: "student_id" });

test("attendances become doses, and the first one a year", () => {
  const study = joined(log);
  expect(study.ids).toEqual(["a", "b", "c", "d", "e"]);
  expect(values(study, "career_fair")).toEqual([2, 0, 0, 0, 0]);
  expect(values(study, "mock_interview")).toEqual([0, 1, 0, 0, 1]);
  expect(values(study, "first_career_fair_year")).toEqual([2018, NaN, NaN, NaN, NaN]);
  expect(values(study, "first_mock_interview_year")).toEqual([NaN, 2020, NaN, NaN, 2021]);
  expect(reasonAt(study.table.columns.get("first_career_fair_year")!, 1)).toBe("not applicable");
  const made = study.codebook.variables.filter(({ derived }) => derived !== undefined);
  expect(made.map(({ id, level, derived }) => [id, level, derived])).toEqual([
    ["career_fair", "count", "dose"],
    ["first_career_fair_year", "interval", "first year"],
    ["mock_interview", "count", "dose"],
    ["first_mock_interview_year", "interval", "first year"],
  ]);
  expect(made[0]!.decidedBy).toContain("people without such a row have 0");
});

test("what counted as attended is said", () => {
  const note = joined(log).issues.find(({ code }) => code === "attendance-read")!;
  expect(note.severity).toBe("note");
  expect(note.text).toBe(
    'Counted as attended: "attended" (4); not counted: "cancelled" (1) and "No-Show" (1).',
  );
});

test("words for attendance that nobody knows are counted and warned of", () => {
  const odd = sourceOf("log.csv", [
    ["student_id", "event_type", "status"],
    ["a", "Fair", "Kept"],
    ["a", "Fair", "attended"],
    ["b", "Fair", ""],
  ]);
  const study = joined(odd);
  expect(values(study, "fair")).toEqual([2, 1, 0, 0]);
  const warning = study.issues.find(({ code }) => code === "attendance-read")!;
  expect(warning.severity).toBe("warning");
  expect(warning.text).toContain('counted as attended: "Kept" (1) and empty (1)');
});

test("check-ins as the importer of a careers platform has them", () => {
  const attendees = sourceOf("attendees.csv", [
    ["student_email_address", "registered", "checked_in", "identifiable_type", "identifiable_id"],
    ["a@x.edu", "TRUE", "TRUE", "Event", 11],
    ["a@x.edu", "TRUE", "FALSE", "Event", 12],
    ["b@x.edu", "TRUE", "", "CareerFairSession", 7],
    ["b@x.edu", "FALSE", "Yes", "CareerFairSession", 8],
  ]);
  const study = assemble([attendees]);
  expect(study.join.files[0]!.format).toBe("event log");
  expect(study.ids).toEqual(["a@x.edu", "b@x.edu"]);
  expect(values(study, "event")).toEqual([1, 0]);
  expect(values(study, "career_fair_session")).toEqual([0, 1]);
  expect(study.table.columns.has("first_event_year")).toBe(false);
  expect(study.issues.find(({ code }) => code === "columns-not-used")!.text).toContain(
    '"registered"',
  );
});

test.each([
  [
    "a log without status",
    "student_id,event_type,date\na,Fair,2020-01-01\na,Fair,2020-02-01\nb,Fair,2020-03-01",
    "event log",
  ],
  [
    "a log in which nobody comes back",
    "student_id,type,date\na,Fair,2020-01-01\nb,Fair,2020-02-01",
    "event log",
  ],
  [
    "headers of a report",
    "Students.ID,Appointments.Appointment Type,Appointments.Start Date,Appointments.Status\n1,Resume,1/5/2020,completed",
    "event log",
  ],
  [
    "an alumni file with kinds and dates",
    "student_id,employment_type,start_date,employment_status,salary\na,Full time,2020-01-01,permanent,5\nb,Part time,2020-02-01,fixed,6",
    "plain",
  ],
  ["a survey", "student_id,type,satisfied\na,x,1\nb,y,2", "plain"],
])("%s", (_, text, format) => {
  const rows = text.split("\n").map((line) => line.split(","));
  expect(recognise(sourceOf("f.csv", rows)).id).toBe(format);
});

test("spellings of a kind are one kind", () => {
  const source = sourceOf("log.csv", [
    ["student_id", "event_type", "date"],
    ["a", "Career fair", "2019-01-01"],
    ["a", "career-fair", "2019-02-01"],
    ["b", "CareerFair", "2019-03-01"],
    ["b", "Börse", "2019-03-01"],
  ]);
  const study = joined(source);
  expect(values(study, "career_fair")).toEqual([2, 1, 0, 0]);
  expect(values(study, "börse")).toEqual([0, 1, 0, 0]);
});

test("dates that cannot be read are named by line, and the attendance still counts", () => {
  const source = sourceOf("log.csv", [
    ["student_id", "event_type", "date"],
    ["a", "Fair", "2019-01-01"],
    ["a", "Fair", "9/14/21"],
    ["b", "Fair", ""],
    ["c", "Fair", "2020-02-02"],
    ["c", "", "2020-02-02"],
    ["c", "Fair", "2020-03-03"],
    ["d", "Fair", "2020-03-03"],
  ]);
  const study = joined(source);
  expect(values(study, "fair")).toEqual([2, 1, 2, 1]);
  expect(values(study, "first_fair_year")).toEqual([2019, NaN, 2020, 2020]);
  expect(reasonAt(study.table.columns.get("first_fair_year")!, 1)).toBe("unreadable");
  expect(
    study.issues.map(({ severity, line, column, code }) => [severity, line, column, code]),
  ).toEqual([
    ["warning", 3, "date", "unreadable-date"],
    ["warning", 4, "date", "unreadable-date"],
    ["warning", 6, "event_type", "event-without-kind"],
  ]);
});

test("a column of another file keeps its name, the dose takes another", () => {
  const asked = fileOf("survey.csv", "student_id career_fair\n a 1\n b 3\n c 2");
  const study = assemble([asked, log], { id: "student_id" });
  expect(values(study, "career_fair")).toEqual([1, 3, 2, NaN]);
  expect(values(study, "career_fair@log.csv")).toEqual([2, 0, 0, 0]);
});

test("every attended row is in exactly one dose", () => {
  const kinds = ["Fair", "Visit", "Talk"];
  const row = fc.tuple(
    fc.constantFrom("a", "b", "c", "d"),
    fc.constantFrom(...kinds),
    fc.constantFrom("2019-01-01", "2020-01-01", "2021-12-31"),
    fc.constantFrom("attended", "cancelled", "no-show"),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 8, maxLength: 40 }), (rows) => {
      const source = sourceOf("log.csv", [["student_id", "event_type", "date", "status"], ...rows]);
      const study = joined(source);
      for (const kind of kinds) {
        const attended = rows.filter((each) => each[1] === kind && each[3] === "attended");
        const wanted = study.ids.map((id) => attended.filter((each) => each[0] === id).length);
        if (rows.some((each) => each[1] === kind))
          expect(values(study, kind.toLowerCase())).toEqual(wanted);
      }
    }),
  );
});
