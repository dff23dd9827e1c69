/** Instruments for the tests of the engine, and answers to them. */
import * as fc from "fast-check";
import {
  codesOf,
  commentOf,
  readInstrument,
  type Answer,
  type Asking,
  type Instrument,
  type Item,
} from "#surveys";

/** Pages of SurveyJS; the codebook beside them is what the test cares about, and the least that is needed. */
export function instrumentOf(
  pages: readonly Page[],
  codebook: {
    readonly known?: Readonly<Record<string, "skip" | "confirm">>;
    readonly modules?: object;
  } = {},
): Instrument {
  const names = pages.flatMap(({ elements }) => elements.map(({ name }) => name));
  const { known = {}, modules } = codebook;
  const read = readInstrument({
    definition: { title: "A survey", pages },
    codebook: {
      consent: { version: "1", text: "Yes?" },
      items: Object.fromEntries(
        names.map((name) => [
          name,
          { label: name, ...(known[name] === undefined ? {} : { known: known[name] }) },
        ]),
      ),
      scales: [],
      ...(modules === undefined ? {} : { modules }),
    },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues, undefined, 1));
  return read.instrument;
}

interface Page {
  readonly name: string;
  readonly visibleIf?: string;
  readonly elements: readonly {
    readonly type: string;
    readonly name: string;
    readonly [property: string]: unknown;
  }[];
}

export const asking: Asking = {
  seed: 1,
  modules: new Set(),
  known: new Map(),
  today: "2026-11-22",
};

const yesNo = { type: "radiogroup", choices: ["yes", "no"] };

/** Branches over three pages: of pages, of items on the same page, of rows, words and lists; every kind of item. */
export const branching = instrumentOf([
  {
    name: "start",
    elements: [
      { ...yesNo, name: "works", title: "Do you work?", isRequired: true },
      {
        type: "radiogroup",
        name: "field",
        title: "In which field?",
        choices: [1, 2, 3],
        showOtherItem: true,
        choicesOrder: "random",
        visibleIf: "{works} = 'yes'",
      },
      {
        type: "text",
        name: "since",
        title: "Since when?",
        inputType: "month",
        visibleIf: "{field} notempty",
        requiredIf: "{field} = 3",
      },
      {
        type: "checkbox",
        name: "helped",
        title: "What helped?",
        choices: ["course", "advice", "friends"],
        showNoneItem: true,
        showOtherItem: true,
        minSelectedChoices: 2,
        visibleIf: "{field-Comment} notempty or {works} = 'no'",
      },
    ],
  },
  {
    name: "job",
    visibleIf: "{works} = 'yes'",
    elements: [
      {
        type: "matrix",
        name: "skills",
        title: "How well?",
        rows: ["writing", "speaking"],
        columns: [1, 2, 3, 4],
        eachRowRequired: true,
      },
      {
        type: "text",
        name: "salary",
        title: "How much?",
        inputType: "number",
        min: 0,
        visibleIf: "{skills.writing} > 2",
      },
      { type: "boolean", name: "moved", title: "Did you move?" },
      {
        type: "comment",
        name: "why",
        title: "Why?",
        visibleIf: "{helped} contains 'advice' or {moved} = true",
      },
    ],
  },
  {
    name: "end",
    elements: [
      { type: "html", name: "thanks", html: "Thank you", visibleIf: "{salary} > 10" },
      {
        type: "rating",
        name: "again",
        title: "Again?",
        rateMin: 0,
        rateMax: 10,
        visibleIf: "{salary} empty",
      },
      {
        type: "dropdown",
        name: "place",
        title: "Where?",
        choices: ["a", "b"],
        visibleIf: "{again} >= 5 and {why} notempty",
      },
    ],
  },
]);

/** For each item: nothing, something it can hold, or something that it cannot. */
export const anyAnswers = (instrument: Instrument): fc.Arbitrary<ReadonlyMap<string, Answer>> =>
  fc
    .tuple(
      ...[...instrument.items.values()].map((item) =>
        fc.tuple(
          fc.option(
            fc.oneof({ weight: 5, arbitrary: heldBy(item) }, { weight: 1, arbitrary: junk }),
          ),
          fc.option(fc.constantFrom("words", "", " ")),
        ),
      ),
    )
    .map((each) => {
      const names = [...instrument.items.keys()];
      return new Map(
        each.flatMap(([answer, words], at): [string, Answer][] => [
          ...(answer === null ? [] : [[names[at]!, answer] as [string, Answer]]),
          ...(words === null ? [] : [[commentOf(names[at]!), words] as [string, Answer]]),
        ]),
      );
    });

const junk = fc.constantFrom<Answer>("junk", 99, [], [99], true, { nobody: 1 }, ["course", "none"]);

function heldBy(item: Item): fc.Arbitrary<Answer> {
  switch (item.kind) {
    case "single choice":
    case "dropdown":
    case "rating":
      return fc.constantFrom(...codesOf(item));
    case "multiple choice":
      return fc.oneof(
        fc.subarray(
          item.options.map(({ code }) => code),
          { minLength: 1 },
        ),
        fc.constantFrom(...codesOf(item)).map((code) => [code]),
        fc.constantFrom(...item.options).map(({ code }) => [code, "other"]),
      );
    case "matrix":
      return fc
        .tuple(
          fc.subarray(
            item.rows.map(({ name }) => name),
            { minLength: 1 },
          ),
          fc.array(fc.constantFrom(...codesOf(item)), { minLength: 2, maxLength: 2 }),
        )
        .map(([rows, codes]) => Object.fromEntries(rows.map((row, at) => [row, codes[at % 2]!])));
    case "yes/no":
      return fc.constantFrom(item.yesCode, item.noCode);
    case "number":
      return fc.constantFrom(-1, 0, 5, 50, 2020);
    case "date":
      return fc.constantFrom(...(item.to === "month" ? ["2019-06", "2024-01"] : ["2019-06-30"]));
    default:
      return fc.constantFrom("x", "some words");
  }
}
