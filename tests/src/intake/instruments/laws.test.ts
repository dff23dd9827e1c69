/** Whatever a file holds: what comes of it is an instrument, and every question of the file has been told of. */
import * as fc from "fast-check";
import { Model } from "survey-core";
import { expect, test } from "vitest";
import { instruments, readInstrument, writeSurveyJs, type Import } from "#surveys";
import { importInstrument } from "../../../../src/intake/instruments/index.ts";
import { Problem } from "../../../../src/problem.ts";
import { everyKind, everyKindCodebook } from "../../../surveys/instrument/every-kind.ts";
import { read } from "../../../surveys/instrument/made.ts";
import { fixture, fixtureNames, imported, outcome } from "./fixtures.ts";

function expectLawful({ definition, codebook, questions, issues }: Import): void {
  const result = readInstrument({ definition, codebook });
  expect(result.issues).toEqual([]);
  if (!result.ok) return;
  const asked = questions.filter(({ outcome }) => outcome !== "refused");
  expect(asked.length).toBeLessThanOrEqual(result.instrument.items.size);
  expect(asked.length).toBeGreaterThan(0);
  for (const { name, outcome, notes } of questions) {
    expect(name).not.toBe("");
    expect(notes.length > 0).toBe(outcome !== "taken");
    for (const text of notes) expect(text).toMatch(/[.…]$/);
  }
  expect(issues.map(({ severity }) => severity)).not.toContain("refused");
}

test.each(fixtureNames)("%s becomes an instrument", (name) => {
  expectLawful(imported(name));
});

test.each(fixtureNames)("%s becomes what SurveyJS itself has no complaint about", (name) => {
  expect(new Model(imported(name).definition).jsonErrors ?? []).toEqual([]);
});

test.each([
  ["alumni.qsf", /"DataExportTag": "([^"]+)"/g],
  ["newer.lss", /<parent_qid><!\[CDATA\[0\]\]><\/parent_qid>[^]*?<title><!\[CDATA\[([^\]]+)\]\]>/g],
  ["older.lss", /<parent_qid><!\[CDATA\[0\]\]><\/parent_qid>[^]*?<title><!\[CDATA\[([^\]]+)\]\]>/g],
])("every question of %s is told of, once", (name, pattern) => {
  const written = [...fixture(name).matchAll(pattern)].map(([, tag]) => tag);
  expect(written.length).toBeGreaterThan(3);
  const told = imported(name).questions.map((question) => question.name);
  expect(told.toSorted()).toEqual([...new Set(written)].sort());
});

test.each([
  ["every kind", { definition: everyKind, codebook: everyKindCodebook }] as const,
  ...instruments.map(({ id, file }) => [id, file] as const),
])("%s, written as SurveyJS and read again, is the same to the letter", (_, file) => {
  const exported = writeSurveyJs(read(file.definition, file.codebook));
  const again = importInstrument(exported, "survey.json");
  expect(again.definition).toEqual(file.definition);
  expect(new Set(again.questions.map(({ outcome }) => outcome))).toEqual(new Set(["taken"]));
});

test("an import that is exported and imported again does not change any more", () => {
  for (const name of fixtureNames) {
    const { definition } = imported(name);
    const again = importInstrument(JSON.stringify(definition), name);
    expect(again.definition).toEqual(definition);
    expect(again.questions.filter(({ outcome }) => outcome !== "taken")).toEqual([]);
  }
});

test.each(["alumni.qsf", "mixed.survey.json"])(
  "%s with any values replaced is an instrument still, or refused with a sentence",
  (name) => {
    const whole: unknown = JSON.parse(fixture(name));
    const places = placesIn(whole);
    const change = fc.tuple(fc.constantFrom(...places), anything);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        expectAnswer(JSON.stringify(changes.reduce(replaced, whole)));
      }),
      { numRuns: 300 },
    );
  },
);

test.each(["newer.lss", "older.lss"])(
  "%s with any words replaced is an instrument still, or refused with a sentence",
  (name) => {
    const parts = fixture(name).split(/(<!\[CDATA\[[^\]]*\]\]>)/);
    const change = fc.tuple(
      fc.nat({ max: (parts.length - 3) / 2 }),
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostileWords)),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const text = [...parts];
        for (const [at, words] of changes)
          text[2 * at + 1] =
            `<![CDATA[${words.replaceAll("]]>", "").replaceAll(/[^\t\n\u0020-\uD7FF]/g, "?")}]]>`;
        expectAnswer(text.join(""));
      }),
      { numRuns: 300 },
    );
  },
);

test.each(fixtureNames)(
  "%s cut anywhere is an instrument still, or refused with a sentence",
  (name) => {
    const whole = fixture(name);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 40 }), (at, length) => {
        expectAnswer(whole.slice(0, at) + whole.slice(at + length));
      }),
      { numRuns: 150 },
    );
  },
);

function expectAnswer(text: string): void {
  const result = outcome(text);
  if (!(result instanceof Problem)) return expectLawful(result);
  expect(result.id).toBe("unreadable-file");
  expect(result.message).toMatch(/^file (cannot be read|holds no).*\.$/s);
  expect(result.next).toMatch(/\.$/);
}

const hostileWords = [
  "",
  "0",
  "1",
  "-1",
  "1e999",
  "__proto__",
  "constructor",
  "other",
  "{a} = 'b",
  "tools_SQ001 == 'Y'",
  "(((",
  "<b>",
  "{works}",
  "en",
  "zz-",
  "Q1.Q2",
  "Ñ",
  "<![if",
  "&nbsp;",
  "none",
];

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(...hostileWords),
  fc.constantFrom(
    "{first job}",
    "{liking} > 2 and {why} notempty",
    "${q://QID2/ChoiceGroup/SelectedChoices}",
    "matrix",
    "MC",
    "text",
    "html",
    "QID2",
  ),
);

type Place = readonly string[];

const placesIn = (value: unknown, place: Place = []): Place[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        [...place, key],
        ...placesIn(inner, [...place, key]),
      ])
    : [];

/** The document with another value at a place, where there still is that place. */
function replaced(document: unknown, [place, value]: readonly [Place, unknown]): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  if (typeof document !== "object" || document === null) return document;
  const copy: unknown = Array.isArray(document) ? [...(document as unknown[])] : { ...document };
  const inner: unknown = Reflect.get(copy as object, key);
  Reflect.set(copy as object, key, replaced(inner, [rest, value]));
  return copy;
}
