import { expect, test } from "vitest";
import { nearest } from "../../../src/studies/nearest.ts";

const names = ["career_satisfaction", "salary", "SFcareer", "HO"];

test.each([
  ["career_satisfacton", "career_satisfaction"],
  ["Career Satisfaction", "career_satisfaction"],
  ["slaary", "salary"],
  ["sfcareer", "SFcareer"],
  ["ho", "HO"],
])("%s is meant to be %s", (typed, meant) => expect(nearest(typed, names)).toBe(meant));

test("nothing is suggested for what resembles nothing", () => {
  expect(nearest("community_engagement", names)).toBeUndefined();
  expect(nearest("x", [])).toBeUndefined();
});

test("the closest of several wins, the first of equals", () => {
  expect(nearest("q12", ["q1", "q11", "q123", "q12b"])).toBe("q1");
  expect(nearest("q12b", ["q1", "q11", "q123", "q12b"])).toBe("q12b");
});
