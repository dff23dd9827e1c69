import { expect, test } from "vitest";
import { yearOf } from "#surveys";

test.each([
  ["2021-09-14", 2021],
  ["2021-09-14T15:00:00", 2021],
  ["2021-09-14 15:00:00 UTC", 2021],
  ["2021-09-14T15:00:00.000-05:00", 2021],
  ["09/14/2021 03:00 PM", 2021],
  ["14.9.2021", 2021],
  ["Sep 14, 2021", 2021],
  ["14 September 2021", 2021],
  ["March 1st, 2020", 2020],
])("%s is of %i", (cell, year) => expect(yearOf(cell)).toBe(year));

test.each([
  "",
  "2021",
  "9/14/21",
  "2021-13-01",
  "2021-00-10",
  "31/31/2021",
  "14 Foo 2021",
  "tomorrow",
  "2021-09-14 at noon",
])("%j is no date", (cell) => expect(yearOf(cell)).toBeUndefined());
