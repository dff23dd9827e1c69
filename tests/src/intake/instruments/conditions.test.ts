/** Conditions of other programs mean the same here: each is asked of answers, not only read. */
import { describe, expect, test } from "vitest";
import { holds, parseCondition, type Answer } from "#surveys";
import { elementsOf, fixture, imported, outcome, pagesOf } from "./fixtures.ts";
import { Problem } from "../../../../src/problem.ts";

function isShown(condition: unknown, answers: Readonly<Record<string, Answer>>): boolean {
  if (condition === undefined) return true;
  const read = parseCondition(String(condition));
  if (!read.ok) throw new Error(read.text);
  return holds(read.condition, {
    today: "2026-11-22",
    answer(name) {
      const [item, row] = name.split(".");
      const answer = answers[item!];
      return row === undefined || typeof answer !== "object" || Array.isArray(answer)
        ? answer
        : (answer as Readonly<Record<string, Answer>>)[row];
    },
  });
}

/** Relevance of the last question of the LimeSurvey fixture, as a condition. */
function relevance(script: string): unknown {
  const file = fixture("newer.lss").replace('<relevance><![CDATA[works == "A1"]]></relevance>', "");
  const result = outcome(file.replace('again == "N"', script));
  if (result instanceof Problem) throw result;
  const { notes } = result.questions.find(({ name }) => name === "why")!;
  return (
    elementsOf(result).get("why")!["visibleIf"] ?? notes.find((text) => text.includes("relevance"))
  );
}

describe("LimeSurvey", () => {
  test.each<[string, Readonly<Record<string, Answer>>, Readonly<Record<string, Answer>>]>([
    ['works == "A1"', { works: "A1" }, { works: "A2" }],
    ["works.NAOK eq 'A1'", { works: "A1" }, {}],
    ['works != "A1"', { works: "A2" }, { works: "A1" }],
    ['works ne "A1" && hours gt 3', { works: "A2", hours: 4 }, { works: "A2", hours: 3 }],
    ['works == "A2" or works == "A1" and hours >= 10', { works: "A2" }, { works: "A1", hours: 9 }],
    [
      '(works == "A2" or works == "A1") and hours >= 10',
      { works: "A1", hours: 10 },
      { works: "A2" },
    ],
    ['tools_SQ001 == "Y"', { tools: ["SQ001", "SQ002"] }, { tools: ["SQ002"] }],
    ['tools_SQ001.NAOK != "Y"', { tools: ["SQ002"] }, { tools: ["SQ001"] }],
    ["is_empty(tools_SQ001)", {}, { tools: ["SQ001"] }],
    ["!is_empty(tools_SQ001)", { tools: ["SQ001"] }, {}],
    ['!(works == "A1")', { works: "A2" }, { works: "A1" }],
    ["skills_wr == 2", { skills: { wr: 2 } }, { skills: { wr: 1, ct: 2 } }],
    ['works == ""', {}, { works: "A1" }],
    ["is_empty(field.NAOK)", {}, { field: 1 }],
    ["10 < hours", { hours: 11 }, { hours: 10 }],
    ['works == "-oth-"', { works: "other" }, { works: "A1" }],
    ['works_other == "abc"', { "works-Comment": "abc" }, { works: "other" }],
    ["hours", { hours: 3 }, {}],
    ["mood ge 2.5", { mood: 3 }, { mood: 2 }],
    ['Q102.NAOK == "A1"', { works: "A1" }, { works: "A2" }],
    ['7X3X102 == "A1"', { works: "A1" }, { works: "A2" }],
    ['7X3X104SQ002 == "Y"', { tools: ["SQ002"] }, { tools: ["SQ001"] }],
  ])("%s", (script, shown, hidden) => {
    const condition = relevance(script);
    expect([condition, isShown(condition, shown), isShown(condition, hidden)]).toEqual([
      expect.any(String),
      true,
      false,
    ]);
  });

  test.each([
    ["works == again", "It compares something other than a question with a value."],
    ['regexMatch("/a/", town)', "It uses the function regexMatch, which is not known here."],
    ["hours * 2 > 3", "“*” is not expected there."],
    ["hours > 3 % 2", "“% 2” is not known."],
    ['nowhere == "A1"', "It looks at “nowhere”, which is no question or row of this survey."],
    ['tools_SQ009 == "Y"', "It compares “SQ009” of “tools” in a way that is not known."],
    ['tools_SQ001 > "Y"', "It compares “SQ001” of “tools” in a way that is not known."],
    ['total == "a"', "It looks at “total”, which was not taken before it."],
    ["(works == 'A1'", "A bracket is never closed."],
    ["works ==", "It ends where a value is expected."],
    ["1 + 1", "“+” is not expected there."],
    ["!".repeat(100), "It is more than 40 brackets deep."],
    ["a".repeat(6_000), "It is longer than 5000 characters."],
  ])("%s is left to a person", (script, because) => {
    expect(relevance(script)).toMatch(/so that everybody is asked: /);
    expect(String(relevance(script)).split("asked: ")[1]).toBe(because);
  });

  test("groups and questions keep their own", () => {
    const result = imported("newer.lss");
    expect(pagesOf(result).map((page) => page["visibleIf"])).toEqual([undefined, "{works} = 'A1'"]);
    const older = elementsOf(imported("older.lss")).get("q0002")!["visibleIf"];
    expect([isShown(older, { q0001: 2 }), isShown(older, { q0001: 1 })]).toEqual([true, false]);
  });
});

describe("Qualtrics", () => {
  const elements = elementsOf(imported("alumni.qsf"));

  test("a chain of “or” over choices of several", () => {
    const { visibleIf } = elements.get("months")!;
    expect(isShown(visibleIf, { Q3: [1] })).toBe(true);
    expect(isShown(visibleIf, { Q3: ["none"] })).toBe(false);
  });

  test("a row of a matrix, and what was not chosen", () => {
    for (const name of ["Q6_1", "Q6_2"]) {
      const { visibleIf } = elements.get(name)!;
      expect(isShown(visibleIf, { Q5: { Q5_write: 1 }, Q2_1: 1 })).toBe(true);
      expect(isShown(visibleIf, { Q5: { Q5_write: 0 }, Q2_1: 1 })).toBe(false);
      expect(isShown(visibleIf, { Q5: { Q5_write: 1 }, Q2_1: "other" })).toBe(false);
    }
  });

  test("a branch of the flow, with the recoded value", () => {
    const { visibleIf } = pagesOf(imported("alumni.qsf")).find(({ name }) => name === "Skills")!;
    expect(isShown(visibleIf, { Q2_1: 1 })).toBe(true);
    expect(isShown(visibleIf, { Q2_1: 0 })).toBe(false);
  });

  const written = "QID4/ChoiceTextEntryValue";
  test.each<[string, string, string, Answers, Answers]>([
    [written, "GreaterThanOrEqual", "12", { months: 12 }, { months: 11 }],
    [written, "EqualTo", "7", { months: 7 }, { months: 8 }],
    [written, "NotEqualTo", "7", { months: 8 }, { months: 7 }],
    [written, "LessThan", "7", { months: 6 }, { months: 7 }],
    [written, "Empty", "", {}, { months: 7 }],
    [written, "NotEmpty", "", { months: 0 }, {}],
    ["QID2/SelectableChoice/2", "Selected", "", { Q2_1: 0 }, { Q2_1: 1 }],
    ["QID2/SelectableChoice/2", "NotSelected", "", { Q2_1: 1 }, { Q2_1: 0 }],
    ["QID3/SelectableChoice/2", "Selected", "", { Q3: ["none"] }, { Q3: [0, 1] }],
    ["QID3/SelectableChoice/1", "NotSelected", "", { Q3: [0] }, { Q3: [0, 1] }],
    ["QID6/SelectableChoice/2/1", "Selected", "", { Q6_2: [1] }, { Q6_2: [2], Q6_1: [1] }],
    ["QID10/SelectableChoice/9", "Selected", "", { Q10: 9 }, { Q10: 10 }],
  ])("%s %s %s", (locator, operator, right, shown, hidden) => {
    const [condition] = shownUnder(locator, operator, right);
    expect([condition, isShown(condition, shown), isShown(condition, hidden)]).toEqual([
      expect.any(String),
      true,
      false,
    ]);
  });

  test.each([
    ["QID3/SelectableChoice/1", "Displayed", "It asks whether a choice of “Q3” is “Displayed”."],
    ["QID3/SelectableChoice/8", "Selected", "It looks at a choice of “Q3” that was not taken."],
    ["QID16/ChoiceTextEntryValue", "Empty", "It looks at “mail”, which was not taken before it."],
    [written, "MatchesRegex", "It compares what was written in “months” (MatchesRegex)."],
    ["QID3/QuestionScore", "Selected", "It looks at QuestionScore of “Q3”."],
    ["nowhere", "Selected", "It looks at something that is no choice of a question."],
  ])("%s %s is left to a person", (locator, operator, because) => {
    const [condition, notes] = shownUnder(locator, operator, "");
    expect(condition).toBeUndefined();
    expect(notes).toContain(
      `Its display logic was left out, so that everybody is asked: ${because}`,
    );
  });
});

type Answers = Readonly<Record<string, Answer>>;

/** The last question of the Qualtrics fixture under a display logic. */
function shownUnder(
  locator: string,
  operator: string,
  right: string,
): [unknown, readonly string[]] {
  const logic = {
    "0": {
      "0": {
        LogicType: "Question",
        LeftOperand: `q://${locator}`,
        Operator: operator,
        RightOperand: right,
        Type: "Expression",
      },
      Type: "If",
    },
    Type: "BooleanExpression",
  };
  const file = JSON.parse(fixture("alumni.qsf")) as {
    SurveyElements: { PrimaryAttribute: string; Payload: Record<string, unknown> }[];
  };
  const last = file.SurveyElements.find((each) => each.PrimaryAttribute === "QID16");
  last!.Payload["DisplayLogic"] = logic;
  const result = outcome(JSON.stringify(file));
  if (result instanceof Problem) throw result;
  const { notes } = result.questions.find(({ name }) => name === "mail")!;
  return [elementsOf(result).get("mail")!["visibleIf"], notes];
}

describe("SurveyJS", () => {
  const elements = elementsOf(imported("mixed.survey.json"));

  test("panels in panels ask all their conditions", () => {
    const { visibleIf } = elements.get("why")!;
    expect(isShown(visibleIf, { working: "yes", liking: 2 })).toBe(true);
    expect(isShown(visibleIf, { working: "no", liking: 2 })).toBe(false);
    expect(isShown(visibleIf, { working: "yes", liking: 3 })).toBe(false);
  });

  test("a new name is looked at under that name", () => {
    expect(elements.get("liking")!["visibleIf"]).toBe(
      "({working} = 'yes') and ({first_job} notempty)",
    );
    expect(elements.get("liking")!["title"]).toBe("How do you like being {first_job}?");
  });
});
