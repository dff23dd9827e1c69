import { expect, test } from "vitest";
import { attended, checkedIn } from "../../../../src/intake/formats/attendance.ts";

test.each([
  "attended",
  "Completed",
  "Checked In",
  "checked-in",
  "TRUE",
  "yes",
  "Showed up",
  "Present",
])("%s: was there", (status) => expect(attended(status)).toBe(true));
test.each([
  "cancelled",
  "Canceled by student",
  "late cancellation",
  "no-show",
  "No Show",
  "NO_SHOW",
  "did not attend",
  "didn't attend",
  "not attended",
  "Absent",
  "registered",
  "scheduled",
  "Waitlisted",
  "false",
  "no",
])("%s: was not", (status) => expect(attended(status)).toBe(false));
test.each(["", "kept", "walk-in"])("%j is not known", (status) =>
  expect(attended(status)).toBeUndefined(),
);

test.each([
  ["TRUE", true],
  ["1", true],
  ["2021-09-14T15:00:00", true],
  ["FALSE", false],
  ["0", false],
  ["", false],
])("a check-in of %j", (cell, came) => expect(checkedIn(cell)).toBe(came));
