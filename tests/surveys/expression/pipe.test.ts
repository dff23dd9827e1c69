import * as fc from "fast-check";
import { Model } from "survey-core";
import { expect, test } from "vitest";
import { pipe, pipedNames } from "#surveys";

const answers = new Map([
  ["job", "nurse"],
  ["field-Comment", "arts & crafts"],
  ["years", "3"],
]);
const say = (name: string) => answers.get(name);

test("an answer stands in the place of its name", () => {
  expect(pipe("{years} years a { job }?", say)).toBe("3 years a nurse?");
});

test("a name without answer leaves nothing", () => {
  expect(pipe("Hello {nobody}!", say)).toBe("Hello !");
});

test("braces without a name stay", () => {
  for (const text of ["{}", "{ }", "{a:b}", "a } b {"]) {
    expect(pipe(text, say)).toBe(text);
    expect(new Model({}).processText(text, false)).toBe(text);
  }
});

test("what is put in is not looked at again", () => {
  expect(pipe("{a}", () => "{job}")).toBe("{job}");
});

test("names are told once each", () => {
  expect(pipedNames("{job} and {years} and {job}, {}")).toEqual(["job", "years"]);
});

test("any words come out as SurveyJS has them", () => {
  const survey = new Model({
    elements: [...answers.keys()].map((name) => ({ type: "text", name: name.split("-")[0] })),
  });
  survey.data = Object.fromEntries(answers);
  const parts = fc.constantFrom(
    "{",
    "}",
    "{job}",
    "{ years }",
    "{field-Comment}",
    "a",
    " ",
    ":",
    "é",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (words) => {
      const text = words.join("");
      fc.pre(pipedNames(text).every((name) => answers.has(name)));
      expect(pipe(text, say)).toBe(survey.processText(text, false));
    }),
    { numRuns: 3000 },
  );
});

test("100 kB of braces end quickly", () => {
  const before = process.cpuUsage();
  expect(pipedNames("{".repeat(50_000) + "}".repeat(50_000))).toEqual([]);
  expect(pipe("{a}".repeat(30_000), () => "b")).toBe("b".repeat(30_000));
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
});
