/** What we accept, SurveyJS opens without a complaint: the peer itself is asked. */
import { Model, Serializer } from "survey-core";
import { lintSurvey } from "survey-core/linter";
import { describe, expect, test } from "vitest";
import { writeSurveyJs } from "#surveys";
import { known } from "../../../surveys/instrument/definition.ts";
import { outsideProperties, outsideTypes } from "../../../surveys/instrument/outside.ts";
import { instruments } from "../../../surveys/instruments/index.ts";
import { everyKind, everyKindCodebook } from "./every-kind.ts";
import { read } from "./made.ts";

const accepted = [
  { id: "every kind", file: { definition: everyKind, codebook: everyKindCodebook } },
  ...instruments,
];

describe.each(accepted)("$id", ({ file }) => {
  const instrument = read(file.definition, file.codebook);
  const written = writeSurveyJs(instrument);

  test("is written exactly as it was read", () => {
    expect(JSON.parse(written)).toEqual(file.definition);
  });

  test("has no errors in SurveyJS", () => {
    expect(new Model(JSON.parse(written)).jsonErrors ?? []).toEqual([]);
  });

  test("has no errors in its linter", () => {
    const { findings } = lintSurvey(JSON.parse(written));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("has the same items, options and languages in SurveyJS", () => {
    const model = new Model(JSON.parse(written));
    expect(model.getAllQuestions().map(({ name }) => name)).toEqual([...instrument.items.keys()]);
    for (const question of model.getAllQuestions()) {
      const item = instrument.items.get(question.name)!;
      const theirs = codesIn(question);
      if (theirs !== undefined && "options" in item)
        expect(theirs).toEqual(item.options.map(({ code }) => code));
    }
  });
});

test("everything that a definition may say is said in one of them", () => {
  const may = [
    ...known.survey,
    ...known.page,
    ...[...known.questions.values(), ...known.validators.values()].flat(),
    ...known.option,
  ];
  const text = JSON.stringify(everyKind);
  expect(may.filter((property) => !text.includes(`"${property}":`))).toEqual([]);
  expect([...known.questions.keys()].filter((type) => !text.includes(`"${type}"`))).toEqual([]);
});

test("what SurveyJS has and we do not take is refused with a reason of its own", () => {
  const taken = new Set([
    ...known.survey,
    ...known.page,
    ...[...known.questions.values(), ...known.validators.values()].flat(),
    ...known.option,
  ]);
  const classes = [
    "survey",
    "page",
    "choiceitem",
    "checkboxitem",
    "ratingitem",
    "matrixcolumn",
    ...known.questions.keys(),
    ...[...known.validators.keys()].map((type) => `${type}validator`),
  ];
  const theirs = classes.flatMap((name) =>
    Serializer.getProperties(name).map((property) => property.name),
  );
  expect(theirs.length).toBeGreaterThan(500);
  const unsaid = theirs.filter(
    (name) => !taken.has(name) && !Object.hasOwn(outsideProperties, name),
  );
  expect(unsaid).toEqual([]);
  const types = Serializer.getChildrenClasses("question", true).map(({ name }) => name);
  const abstract = new Set(["matrixdropdownbase", "textbase", "nonvalue", "empty"]);
  const unsaidTypes = types.filter(
    (name) =>
      !abstract.has(name) && !known.questions.has(name) && !Object.hasOwn(outsideTypes, name),
  );
  expect(unsaidTypes).toEqual([]);
});

/** Codes of a choice, a rating or a matrix, as SurveyJS has them. */
function codesIn(question: object): unknown[] | undefined {
  for (const key of ["choices", "visibleRateValues", "columns"]) {
    const list: unknown = Reflect.get(question, key);
    if (Array.isArray(list)) return list.map(({ value }: { value: unknown }) => value);
  }
  return undefined;
}
