import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsOf, walk, type Answer, type Fault } from "#surveys";
import { anyAnswers, asking, branching, instrumentOf } from "./given.ts";

type Given = Readonly<Record<string, Answer>>;
const faultsIn = (instrument: typeof branching, answers: Given, only?: string): readonly Fault[] =>
  faultsOf(instrument, walk(instrument, new Map(Object.entries(answers)), asking), only);
const faults = (answers: Given, only?: string): string[] =>
  faultsIn(branching, answers, only).map(({ item, row, code }) =>
    [item, ...(row === undefined ? [] : [row]), code].join(" "),
  );

describe("what has to be answered", () => {
  test("is what is shown and required", () => {
    expect(faults({})).toEqual(["works required"]);
    expect(faults({ works: "no" })).toEqual([]);
    expect(faults({ works: "yes" }, "job")).toEqual([
      "skills writing row required",
      "skills speaking row required",
    ]);
  });

  test("may depend on answers before", () => {
    expect(faults({ works: "yes", field: 3 }, "start")).toEqual(["since required"]);
    expect(faults({ works: "yes", field: 2 }, "start")).toEqual([]);
  });

  test("is counted row by row", () => {
    expect(faults({ works: "yes", skills: { writing: 1 } }, "job")).toEqual([
      "skills speaking row required",
    ]);
  });

  test("includes the words beside other", () => {
    expect(faults({ works: "yes", field: "other" }, "start")).toEqual(["field comment required"]);
    expect(faults({ works: "yes", field: "other", "field-Comment": " " }, "start")).toEqual([
      "field comment required",
    ]);
    expect(faults({ works: "yes", field: "other", "field-Comment": "x" }, "start")).toEqual([]);
  });
});

test("what is optional may be left blank, but not half answered", () => {
  expect(faults({ works: "no" })).toEqual([]);
  expect(faults({ works: "no", helped: ["course"] })).toEqual(["helped too few"]);
  expect(faults({ works: "no", helped: ["none"] })).toEqual([]);
});

test("asking for a section that there is not is a mistake", () => {
  expect(() => faults({}, "nowhere")).toThrow("faultsOf requires a section");
});

describe("validators", () => {
  const text = (name: string, ...validators: object[]) => ({
    type: "text",
    name,
    title: "?",
    validators,
  });
  const instrument = instrumentOf([
    {
      name: "page",
      elements: [
        {
          ...text("numeric", { type: "numeric", minValue: 2, maxValue: 5, text: "Two to five." }),
          inputType: "number",
        },
        text("long", { type: "text", minLength: 2, maxLength: 4 }),
        { ...text("pattern", { type: "regex", regex: "^[A-Z]{2}\\d*$" }), maxLength: 9 },
        text("mail", { type: "email" }),
        {
          type: "checkbox",
          name: "count",
          title: "?",
          choices: [1, 2, 3, 4],
          validators: [{ type: "answercount", minCount: 2, maxCount: 3 }],
        },
        {
          ...text("sum", { type: "expression", expression: "{sum} empty or {sum} <= {numeric}" }),
          inputType: "number",
        },
      ],
    },
  ]);

  test.each<[string, Answer, string | undefined, number?]>([
    ["numeric", 2, undefined],
    ["numeric", 5, undefined],
    ["numeric", 1.9, "too small", 2],
    ["numeric", 6, "too large", 5],
    ["long", "🎓🎓", undefined],
    ["long", "🎓", "too short", 2],
    ["long", "abcde", "too long", 4],
    ["pattern", "AB12", undefined],
    ["pattern", "ab", "not in the form"],
    ["pattern", "AB12345678", "too long", 9],
    ["mail", "a@b.co", undefined],
    ["mail", "a@b", "not an email"],
    ["count", [1, 2], undefined],
    ["count", [1], "too few", 2],
    ["count", [1, 2, 3, 4], "too many", 3],
    ["sum", 0, "not accepted"],
  ])("%s %j: %s", (name, answer, code, limit) => {
    const [fault, ...others] = faultsIn(instrument, { [name]: answer });
    expect(others).toEqual([]);
    expect(fault?.code).toBe(code);
    expect(fault?.facts["limit"]).toBe(limit);
  });

  test("bring their own words", () => {
    expect(faultsIn(instrument, { numeric: 1 })[0]!.text).toBe("Two to five.");
  });

  test("let what is blank be, except that conditions look at it", () => {
    expect(faultsIn(instrument, {})).toEqual([]);
    expect(faultsIn(instrument, { numeric: 3, sum: 3 })).toEqual([]);
    expect(faultsIn(instrument, { numeric: 3, sum: 4 })).toMatchObject([{ item: "sum" }]);
  });
});

test("faults of all sections are those of each, and only of what is shown", () => {
  fc.assert(
    fc.property(anyAnswers(branching), (answers) => {
      const told = walk(branching, answers, asking);
      const all = faultsOf(branching, told);
      const each = branching.sections.flatMap(({ name }) => faultsOf(branching, told, name));
      expect(each).toEqual(all);
      const shown = new Set(
        told.sections.flatMap(({ items }) => items.map(({ item }) => item.name)),
      );
      expect(all.every(({ item }) => shown.has(item))).toBe(true);
    }),
  );
});
