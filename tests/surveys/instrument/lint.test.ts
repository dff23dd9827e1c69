import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lintInstrument, walk, type Answer, type Instrument } from "#surveys";
import { instruments } from "../../../surveys/instruments/index.ts";
import { readingMinutes } from "../../../surveys/instrument/reading-minutes.ts";
import { choice, options, pages, plainCodebook, read, survey, title, type Json } from "./made.ts";

const found = (definition: Json, codebook?: Json) =>
  lintInstrument(read(definition, codebook)).filter(({ code }) => code !== "no-notes");
const codes = (definition: Json, codebook?: Json) =>
  found(definition, codebook).map(({ code, path }) => `${code} ${path}`);
const second = "pages[0].elements[1]";
const number = (name: string, more: Json = {}): Json => ({
  type: "text",
  inputType: "number",
  name,
  title,
  ...more,
});
const matrix: Json = {
  type: "matrix",
  name: "m",
  title,
  rows: options("a", "b"),
  columns: options(1, 2, 3),
};

test("a plain instrument has nothing to find but its missing notes", () => {
  const instrument = read(survey(choice("a"), choice("b", { visibleIf: "{a} = 'yes'" })));
  expect(lintInstrument(instrument)).toMatchObject([
    { code: "no-notes", severity: "warning", name: "a" },
    { code: "no-notes", name: "b" },
  ]);
  const notes = { a: { label: "A" }, b: { label: "B" } };
  expect(codes(survey(choice("a"), choice("b")), plainCodebook({ items: notes }))).toEqual([]);
});

/** A condition, and the item before it. */
const after = (...all: readonly (readonly [string, Json])[]) =>
  all.map(([condition, before]) => ({ condition, before }));

describe("items that nobody is shown", () => {
  const b = (visibleIf: string) => choice("b", { visibleIf });
  test.each(
    after(
      ["{a} = 'yes' and {a} = 'no'", choice("a")],
      ["{a} = 'yes' and {a} empty", choice("a")],
      ["1 = 2", choice("a")],
      ["{a} anyof ['yes'] and {a} <> 'yes'", choice("a")],
      ["{m.a} = 1 and {m.a} > 1", matrix],
      ["{n} > 10 and {n} < 5", number("n")],
      ["{n} > 10", number("n", { max: 10 })],
      ["{n} > 3 and {n} < 4", number("n", { step: 1 })],
      [
        "{c} contains 'x' and {c} = ['none']",
        {
          ...choice("c", { choices: options("x", "y"), showNoneItem: true, noneText: title }),
          type: "checkbox",
        },
      ],
    ),
  )("$condition", ({ condition, before }) => {
    expect(codes(survey(before, b(condition)))).toContain(`unreachable ${second}.visibleIf`);
  });

  test.each(
    after(
      ["{a} = 'yes' or {a} = 'no'", choice("a")],
      ["{a} empty", choice("a")],
      ["{m.a} = 1 and {m.b} = 2", matrix],
      ["{n} > 3 and {n} < 4", number("n")],
      ["{n} * {n} = 49", number("n")],
      ["{n} >= 10", number("n", { max: 10 })],
      ["{t} = 'something'", { type: "text", name: "t", title }],
      ["{d} > today()", { type: "text", inputType: "date", name: "d", title }],
    ),
  )("but $condition can be", ({ condition, before }) => {
    expect(codes(survey(before, b(condition)))).toEqual([]);
  });

  test("what stands in the way may be the condition of an item or a section before", () => {
    const chain = pages(
      { name: "p", elements: [choice("a"), choice("b", { visibleIf: "{a} = 'yes'" })] },
      {
        name: "q",
        visibleIf: "{b} = 'yes'",
        elements: [choice("c", { visibleIf: "{a} = 'no'" }), choice("d")],
      },
      { name: "r", visibleIf: "{c} notempty", elements: [choice("e")] },
    );
    expect(codes(chain)).toEqual([
      "unreachable pages[2].visibleIf",
      "unreachable pages[1].elements[0].visibleIf",
    ]);
  });

  test("requirements and validators that never hold are told, too", () => {
    const never = choice("b", {
      showRefuseItem: true,
      refuseText: title,
      requiredIf: "{a} = 'yes' and {a} = 'no'",
      validators: [{ type: "expression", expression: "{b} = 'yes' and {b} = 'no'" }],
    });
    expect(codes(survey(choice("a"), never))).toEqual([
      `never-holds ${second}.requiredIf`,
      `never-holds ${second}.validators[0].expression`,
    ]);
  });

  test("a condition that is always true says nothing", () => {
    expect(codes(survey(choice("a", { visibleIf: "1 = 1" })))).toEqual([
      "always-holds pages[0].elements[0].visibleIf",
    ]);
  });

  test("whatever is called unreachable is not reached by any answers", () => {
    const atom = fc
      .tuple(
        fc.constantFrom("a", "b", "c"),
        fc.constantFrom("=", "<>"),
        fc.constantFrom("1", "2", "''"),
      )
      .map(([name, operator, value]) => `{${name}} ${operator} ${value}`);
    const condition = fc
      .array(fc.tuple(atom, fc.constantFrom("and", "or")), { minLength: 1, maxLength: 5 })
      .map((parts) =>
        parts.map(([text, join], at) => (at === 0 ? text : `${join} ${text}`)).join(" "),
      );
    const onlyAs = (text: string) => text.replaceAll(/\{[bc]\}/g, "{a}");
    const asked = { choices: options(1, 2) };
    fc.assert(
      fc.property(condition, condition, condition, (one, two, three) => {
        const instrument = read(
          survey(
            choice("a", asked),
            choice("b", { ...asked, visibleIf: onlyAs(one) }),
            choice("c", { ...asked, visibleIf: two.replaceAll("{c}", "{b}") }),
            choice("d", { ...asked, visibleIf: three }),
          ),
        );
        const reached = shownFor(instrument);
        const unreachable = lintInstrument(instrument)
          .filter(({ code }) => code === "unreachable")
          .map(({ name }) => name!);
        expect(unreachable).toEqual(["a", "b", "c", "d"].filter((name) => !reached.has(name)));
      }),
      { numRuns: 300 },
    );
  });
});

/** Items that some answers lead to, found by the engine itself. */
function shownFor(instrument: Instrument): ReadonlySet<string> {
  const shown = new Set<string>();
  const values = [undefined, 1, 2];
  for (const a of values)
    for (const b of values)
      for (const c of values) {
        const answers = new Map<string, Answer>();
        for (const [name, value] of [
          ["a", a],
          ["b", b],
          ["c", c],
        ] as const)
          if (value !== undefined) answers.set(name, value);
        const asking = {
          seed: 1,
          modules: new Set<string>(),
          known: new Map(),
          today: "2026-01-01",
        };
        for (const { items } of walk(instrument, answers, asking).sections)
          for (const { item } of items) shown.add(item.name);
      }
  return shown;
}

describe("codes that are not there", () => {
  test.each([
    ["{a} = 'maybe'", "Its codes are 'yes' and 'no'."],
    ["{a} = 'yess'", "Write 'yes'."],
    ["'Option yes' = {a}", "Write 'yes', the code of that option."],
    ["{a} anyof ['yes', 'opción no']", "Write 'no', the code of that option."],
  ])("%s", (condition, suggestion) => {
    const issue = found(survey(choice("a"), choice("b", { visibleIf: condition }))).find(
      ({ code }) => code === "code-not-there",
    );
    expect(issue).toMatchObject({ path: `${second}.visibleIf`, name: "b", suggestion });
  });

  test.each([
    "{a} = 'YES '",
    "{a} = ''",
    "{a} contains 'ye'",
    "{m.a} = '2'",
    "{t} = 'anything'",
    "{b1} = true or {b1} = 'false'",
    "{a} = 'refused'",
  ])("%s is fine", (condition) => {
    const definition = survey(
      choice("a", { showRefuseItem: true, refuseText: title }),
      matrix,
      { type: "text", name: "t", title },
      { type: "boolean", name: "b1", title, labelTrue: title, labelFalse: title },
      choice("z", { visibleIf: condition }),
    );
    expect(codes(definition)).toEqual([]);
  });

  test("of the row of a matrix", () => {
    expect(codes(survey(matrix, choice("b", { visibleIf: "{m.a} = 4" })))).toContain(
      `code-not-there ${second}.visibleIf`,
    );
  });
});

describe("languages", () => {
  test("each text that lacks one is named", () => {
    const definition = survey(
      choice("a", {
        title: { default: "A" },
        description: { es: "Sólo" },
        choices: [{ value: 1, text: { default: "One" } }, { value: 2, text: "Two" }, 3],
        showOtherItem: true,
        otherText: { default: "Other" },
      }),
    );
    const consent = { version: "1", text: { default: "Agree." } };
    expect(codes(definition, plainCodebook({ consent }))).toEqual([
      "missing-translation pages[0].elements[0].title",
      "missing-translation pages[0].elements[0].description",
      "missing-translation pages[0].elements[0].choices[0].text",
      "one-language-only pages[0].elements[0].choices[1].text",
      "missing-translation pages[0].elements[0].otherText",
      "missing-translation codebook.consent.text",
    ]);
  });

  test("in one language there is nothing to translate", () => {
    const definition = { ...survey({ type: "comment", name: "a", title: "A" }), title: "T" };
    expect(codes(definition, plainCodebook({ consent: { version: "1", text: "Agree." } }))).toEqual(
      [],
    );
  });

  test("two options that read the same in one language", () => {
    const twins = choice("a", {
      choices: [
        { value: 1, text: { default: "Full", es: "Sí" } },
        { value: 2, text: { default: "Part", es: "sí " } },
      ],
    });
    expect(found(survey(twins))).toMatchObject([
      {
        code: "duplicate-label",
        path: "pages[0].elements[0].choices",
        text: expect.stringContaining("sí"),
      },
    ]);
  });
});

test("who is required to answer can say that they prefer not to", () => {
  const out = { showRefuseItem: true, refuseText: title };
  expect(codes(survey(choice("a", { isRequired: true })))).toEqual([
    "no-way-out pages[0].elements[0].isRequired",
  ]);
  expect(codes(survey(choice("a", { isRequired: true, ...out })))).toEqual([]);
  const sensitive = { items: { a: { label: "A", sensitivity: "sensitive" } } };
  expect(
    codes(survey(choice("a", { isRequired: true, ...out })), plainCodebook(sensitive)),
  ).toEqual(["sensitive-and-required pages[0].elements[0].isRequired"]);
  expect(codes(survey(choice("a")), plainCodebook(sensitive))).toEqual([]);
});

test("a scale that contradicts what the codebook says of its items", () => {
  const scale = (items: string[], reversed: string[]) => ({
    scales: [{ id: "s", label: "S", items, reversed, low: 1, high: 3, top: 100, needed: 1 }],
  });
  const notes = (direction: string) => ({ items: { m: { label: "M", direction } } });
  const of = (direction: string, reversed: string[]) =>
    codes(
      survey(matrix),
      plainCodebook({ ...notes(direction), ...scale(["m.a", "m.b"], reversed) }),
    );
  expect(of("higher is more", [])).toEqual([]);
  expect(of("higher is less", ["m.a", "m.b"])).toEqual([]);
  expect(of("higher is more", ["m.a"])).toEqual([]);
  expect(of("higher is more", ["m.a", "m.b"])).toEqual([
    "direction-contradicted codebook.scales[0].reversed",
    "direction-contradicted codebook.scales[0].reversed",
  ]);
  expect(of("higher is less", [])[0]).toBe("direction-contradicted codebook.scales[0].items");
});

test("a page of eight questions, and words that repeat an answer of their own page", () => {
  const many = Array.from({ length: 8 }, (_, at) => choice(`i${at}`));
  expect(codes(survey(...many))).toEqual(["long-section pages[0].elements"]);
  expect(codes(survey(...many.slice(1)))).toEqual([]);
  const piped = choice("b", { title: { default: "Why {a}?", es: "¿Por qué {a}?" } });
  expect(codes(survey(choice("a"), piped))).toEqual([`blank-pipe ${second}.title`]);
  expect(
    codes(pages({ name: "p", elements: [choice("a")] }, { name: "q", elements: [piped] })),
  ).toEqual([]);
});

describe("how long it takes", () => {
  const words = (n: number) => Array.from({ length: n }, () => "word").join(" ");
  const consent = { version: "1", text: words(238) };

  test("by hand: words at 238 a minute, and three seconds a choice", () => {
    const item = choice("a", {
      title: words(100),
      choices: [
        { value: 1, text: words(69) },
        { value: 2, text: words(69) },
      ],
    });
    const minutes = readingMinutes(read(survey(item), plainCodebook({ consent })));
    expect(minutes.median).toBeCloseTo(2 + 3 / 60, 10);
    expect(minutes.longest).toBeCloseTo(2 + 3 / 60, 10);
  });

  test("what is shown to half of the people is not in the median of the others", () => {
    const long = { type: "html", name: "h", html: words(2380), visibleIf: "{a} = 'no'" };
    const some = choice("a", { choices: options("yes", "maybe", "no") });
    const { median, longest } = readingMinutes(read(survey(some, long)));
    expect(longest - median).toBeCloseTo(10, 10);
  });

  test("beyond eight minutes it is told, with the figure", () => {
    const long = { type: "html", name: "h", html: words(238 * 9) };
    expect(
      found(
        { ...survey(long), title: "T" },
        plainCodebook({ consent: { version: "1", text: "x" } }),
      ),
    ).toMatchObject([
      { code: "long-instrument", path: "", text: expect.stringContaining("about 9.0 minutes") },
    ]);
  });
});

test("the instruments that come with the program have every translation and no dead end", () => {
  for (const { file } of instruments) {
    const issues = lintInstrument(read(file.definition, file.codebook));
    expect(issues.every(({ severity }) => severity === "warning")).toBe(true);
    const serious = new Set([
      "unreachable",
      "never-holds",
      "code-not-there",
      "missing-translation",
      "duplicate-label",
      "no-notes",
      "sensitive-and-required",
      "direction-contradicted",
    ]);
    expect(issues.filter(({ code }) => serious.has(code))).toEqual([]);
  }
});
