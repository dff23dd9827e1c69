import { describe, expect, test } from "vitest";
import {
  readInstrument,
  sheetOf,
  type Answer,
  type CollectedResponse,
  type Instrument,
  type Save,
  type Sheet,
} from "#surveys";

const instrument = (pages: unknown, codebook: object = {}): Instrument => {
  const reading = readInstrument({
    definition: { title: "Alumni", pages },
    codebook: { consent: { version: "1", text: "Agree?" }, items: {}, scales: [], ...codebook },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.instrument;
};

const save = (
  id: number,
  answers: Record<string, Answer | null>,
  more: Partial<Save> = {},
): Save => ({
  id,
  section: "work",
  version: 1,
  answers,
  seen: id - 1,
  seconds: 30,
  late: false,
  ...more,
});

const response = (
  person: string,
  saves: readonly Save[],
  more: Partial<CollectedResponse> = {},
): CollectedResponse => ({
  person,
  asking: { seed: 1, modules: new Set(), known: new Map(), today: "2026-11-21" },
  saves,
  complete: true,
  locale: "en",
  device: "phone",
  ...more,
});

/** A column of a sheet, by person. */
const column = (sheet: Sheet, name: string, from: "rows" | "inWords" = "rows") => {
  const at = sheet.header.indexOf(name);
  if (at === -1) throw new Error(`no column ${name} in ${sheet.header.join(", ")}`);
  return Object.fromEntries(sheet[from].map((row) => [row[0], row[at]]));
};

const variable = (sheet: Sheet, name: string) =>
  sheet.codebook.variables.find(({ id }) => id === name)!;

const job = (choices: unknown) => ({
  type: "radiogroup",
  name: "job",
  title: "How is the job?",
  choices,
  showOtherItem: true,
  showRefuseItem: true,
});
const good = { value: 3, text: "Good" };
const fair = { value: 2, text: "Fair" };
const bad = { value: 1, text: "Bad" };

describe("an edit of a running instrument", () => {
  const first = instrument([
    {
      name: "work",
      elements: [
        job([bad, fair, good]),
        { type: "text", name: "salary", title: "Salary", inputType: "number" },
        { type: "checkbox", name: "did", title: "What did you do?", choices: ["a", "b"] },
      ],
    },
  ]);
  // Without "Fair" and "b", "Good" has another label, the salary is a choice now.
  const second = instrument([
    {
      name: "work",
      elements: [
        job([bad, { value: 3, text: "Very good" }]),
        { type: "radiogroup", name: "salary", title: "Salary", choices: ["low", "high"] },
        { type: "checkbox", name: "did", title: "What did you do?", choices: ["a", "c"] },
      ],
    },
  ]);
  const sheet = sheetOf({
    person: "id",
    versions: [
      { number: 1, instrument: first },
      { number: 2, instrument: second },
    ],
    responses: [
      response("ann", [save(1, { job: 2, salary: 50_000, did: ["b"] })]),
      response("bob", [save(1, { job: 3, salary: 60_000, did: ["a"] })]),
      response("cem", [save(1, { job: 3, salary: "low", did: ["c"] }, { version: 2 })]),
    ],
  });

  test("takes no column and no answer away, and moves none", () => {
    expect(column(sheet, "job")).toEqual({ ann: "2", bob: "3", cem: "3" });
    expect(column(sheet, "salary_v1")).toEqual({ ann: "50000", bob: "60000", cem: "not asked" });
    expect(column(sheet, "salary")).toEqual({ ann: "not asked", bob: "not asked", cem: "low" });
    expect(column(sheet, "did_a")).toEqual({ ann: "0", bob: "1", cem: "0" });
    expect(column(sheet, "did_b")).toEqual({ ann: "1", bob: "0", cem: "not asked" });
    expect(column(sheet, "did_c")).toEqual({ ann: "not asked", bob: "not asked", cem: "1" });
    expect(sheet.rows.every((row) => row.length === sheet.header.length)).toBe(true);
  });

  test("leaves everybody the words that they read", () => {
    expect(column(sheet, "job", "inWords")).toEqual({ ann: "Fair", bob: "Good", cem: "Very good" });
    expect(variable(sheet, "job").values!.map(({ cell, label }) => [cell, label])).toEqual([
      ["1", "Bad"],
      ["3", "Very good (earlier: Good)"],
      ["other", "Other, please say"],
      ["2", "Fair"],
    ]);
  });

  test("keeps what was answered before it by somebody who went on after it", () => {
    const both = sheetOf({
      person: "id",
      versions: [
        { number: 1, instrument: first },
        { number: 2, instrument: second },
      ],
      responses: [
        response("dee", [save(1, { job: 2, salary: 10 }), save(2, { did: ["c"] }, { version: 2 })]),
      ],
    });
    expect(column(both, "job")).toEqual({ dee: "2" });
    expect(column(both, "salary_v1")).toEqual({ dee: "10" });
    expect(column(both, "did_c")).toEqual({ dee: "1" });
    expect(column(both, "survey_version")).toEqual({ dee: "2" });
  });
});

describe("who gives no answer", () => {
  const asked = instrument(
    [
      {
        name: "work",
        elements: [
          { type: "boolean", name: "works", title: "Do you work?" },
          { ...job([bad, good]), visibleIf: "{works} = true" },
        ],
      },
      { name: "more", elements: [{ type: "comment", name: "words", title: "More?" }] },
      { name: "extra", elements: [{ type: "text", name: "town", title: "Town?" }] },
      { name: "other", elements: [{ type: "text", name: "pet", title: "Pet?" }] },
    ],
    {
      modules: {
        each: 1,
        of: [
          { id: "x", sections: ["extra"] },
          { id: "y", sections: ["other"] },
        ],
      },
    },
  );
  const sheet = (responses: readonly CollectedResponse[]) =>
    sheetOf({ person: "id", versions: [{ number: 1, instrument: asked }], responses });

  test("is told apart by the reason", () => {
    const read = sheet([
      response("blank", [save(1, { works: true, job: null })]),
      response("refused", [save(1, { works: true, job: "refused" })]),
      response("off the path", [save(1, { works: false, job: null })]),
      response("answer off the path", [save(1, { works: false, job: 3 })]),
      response("stopped", [save(1, { works: null })], { complete: false }),
    ]);
    expect(column(read, "job")).toEqual({
      blank: "",
      refused: "refused",
      "off the path": "not applicable",
      "answer off the path": "not applicable",
      stopped: "not asked",
    });
    expect(column(read, "words").stopped).toBe("not asked");
    expect(column(read, "town").blank).toBe("not asked");
    expect(variable(read, "job").missing).toEqual({
      refused: "refused",
      dontknow: "skipped",
      "not asked": "not asked",
      "not applicable": "not applicable",
    });
  });

  test("for a module that was not drawn was not asked, else the section counts", () => {
    const drawn = { seed: 1, modules: new Set(["x"]), known: new Map(), today: "2026-11-21" };
    const read = sheet([
      response("drawn", [save(1, { town: "Ghent" }, { section: "extra" })], { asking: drawn }),
      response("not drawn", [save(1, { town: "Ghent" }, { section: "extra" })]),
    ]);
    expect(column(read, "town")).toEqual({ drawn: "Ghent", "not drawn": "not asked" });
  });

  test("known answers of records stand where nobody was asked", () => {
    const noted = instrument(
      [{ name: "work", elements: [{ type: "text", name: "town", title: "Town?" }] }],
      { items: { town: { label: "Town", known: "skip" } } },
    );
    const known = new Map([["town", "Ghent"]]);
    const read = sheetOf({
      person: "id",
      versions: [{ number: 1, instrument: noted }],
      responses: [
        response("ann", [save(1, {})], {
          asking: { seed: 1, modules: new Set(), known, today: "2026-11-21" },
        }),
      ],
    });
    expect(column(read, "town")).toEqual({ ann: "Ghent" });
  });
});

test("words beside other have a column of their own, and are only there with it", () => {
  const asked = instrument([{ name: "work", elements: [job([bad, good])] }]);
  const read = sheetOf({
    person: "id",
    versions: [{ number: 1, instrument: asked }],
    responses: [
      response("own words", [save(1, { job: "other", "job-Comment": 'It, "varies"' })]),
      response("left over", [save(1, { job: 1, "job-Comment": "no longer meant" })]),
    ],
  });
  expect(column(read, "job")).toEqual({ "own words": "other", "left over": "1" });
  expect(column(read, "job_other_text")).toEqual({
    "own words": 'It, "varies"',
    "left over": "",
  });
  expect(variable(read, "job_other_text").excluded).toBe("free text");
});

test("scores stand beside the rows they are made of, reversed ones turned", () => {
  const asked = instrument(
    [
      {
        name: "work",
        elements: [
          {
            type: "matrix",
            name: "m",
            title: "How much?",
            columns: [1, 2, 3, 4, 5],
            rows: [
              { value: "up", text: "Up" },
              { value: "down", text: "Down" },
            ],
          },
        ],
      },
    ],
    {
      items: { m: { label: "M", direction: "higher is more" } },
      scales: [
        {
          id: "score",
          label: "Score",
          items: ["m.up", "m.down"],
          reversed: ["m.down"],
          low: 1,
          high: 5,
          top: 100,
          needed: 2,
        },
      ],
    },
  );
  const read = sheetOf({
    person: "id",
    versions: [{ number: 1, instrument: asked }],
    responses: [
      response("high", [save(1, { m: { up: 5, down: 1 } })]),
      response("mixed", [save(1, { m: { up: 5, down: 3 } })]),
      response("half", [save(1, { m: { up: 5 } })]),
      response("stopped before", [save(1, {})], { complete: false }),
    ],
  });
  const [none, before] = ["", "not asked"];
  expect(column(read, "m_down")).toEqual({
    high: "1",
    mixed: "3",
    half: none,
    "stopped before": before,
  });
  expect(column(read, "score")).toEqual({
    high: "100",
    mixed: "75",
    half: none,
    "stopped before": before,
  });
  const [score] = read.scales;
  expect([...score!.scores]).toEqual([100, 75, NaN, NaN]);
  expect(score!.items.map(({ id, values }) => [id, ...values])).toEqual([
    ["m.up", 5, 5, 5, NaN],
    ["m.down", 5, 3, NaN, NaN],
  ]);
});

test("how a response came about stands beside the answers", () => {
  const asked = instrument([{ name: "work", elements: [job([bad, good])] }]);
  const read = sheetOf({
    person: "id",
    versions: [{ number: 1, instrument: asked }],
    responses: [
      response("ann", [save(1, { job: 1 }), save(2, { job: 3 }, { seconds: 60, late: true })]),
      response("bob", [save(1, { job: 1 }, { seconds: null })], { complete: false, locale: "es" }),
    ],
  });
  expect(column(read, "survey_minutes")).toEqual({ ann: "1.5", bob: "" });
  expect(column(read, "survey_late")).toEqual({ ann: "1", bob: "0" });
  expect(column(read, "survey_complete")).toEqual({ ann: "1", bob: "0" });
  expect(column(read, "survey_flag_too_fast")).toEqual({ ann: "0", bob: "0" });
  expect(column(read, "survey_language")).toEqual({ ann: "en", bob: "es" });
});
