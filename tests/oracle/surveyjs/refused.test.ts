import { Model } from "survey-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  answersFromJson,
  faultsOf,
  kindOf,
  walk,
  type Answer,
  type Fields,
  type Instrument,
} from "#surveys";
import { compared } from "./definitions/index.ts";

const { instrument } = compared.find(({ id }) => id === "everything")!;

/** survey-core says on the console what it then takes all the same. */
beforeAll(() => void vi.spyOn(console, "warn").mockReturnValue());

type Sent = Readonly<Record<string, unknown>>;
/** Right in every way; each case changes one thing. */
const right: Sent = {
  status: "work",
  field: "arts",
  did: ["a", "b"],
  hours: 38.5,
  nickname: "Sam",
  mail: "sam@example.org",
  postcode: "02134",
  since: "2019-06",
  agree: { clear: 1, fair: 3 },
  liked: { food: "yes" },
  score: 7,
};

/** The last column: whether a model of survey-core, given the same, refuses it too. */
const refused: readonly (readonly [what: string, change: Sent, alsoThere: boolean])[] = [
  ["an unknown code in a radio group", { status: "retired" }, false],
  ["an unknown code in a dropdown", { status: "study", field: "law", agree: undefined }, false],
  ["an unknown code among ticked ones", { did: ["a", "z"] }, false],
  ["a text where a list belongs", { did: "a" }, false],
  ["letters in a number", { hours: "forty" }, false],
  ["an object in a text", { nickname: { first: "Sam" } }, false],
  ["a list in a radio group", { status: ["work"] }, false],
  ["a text as a matrix", { liked: "yes" }, false],
  ["an unknown row of a matrix", { liked: { food: "no", walks: "yes" } }, false],
  ["an unknown column of a matrix", { liked: { food: "maybe" } }, false],
  ["77 on a scale to 10", { score: 77 }, false],
  ["an unknown name", { salary: 50_000 }, false],
  ["a text that is too long", { nickname: "S".repeat(21) }, false],
  ["nothing where an answer is required", { status: undefined }, true],
  ["nothing where a branch requires an answer", { field: undefined }, true],
  ["an address without a domain", { mail: "sam@" }, true],
  ["a number below the lowest", { hours: -1 }, true],
  ["a number above the highest", { hours: 81 }, true],
  ["a text that breaks its pattern", { postcode: "2134" }, true],
  ["a matrix with a row left out", { agree: { clear: 1 } }, true],
  ["a month before the first", { since: "1999-12" }, true],
];

/** What the fields of a form cannot say: one ticked box and one chosen are alike, and a row has a field or none. */
const notInForms = new Set([
  "a text where a list belongs",
  "a list in a radio group",
  "an unknown row of a matrix",
]);

const accepted: readonly (readonly [what: string, change: Sent])[] = [
  ["everything answered", {}],
  ["a branch that is not taken", { status: "study", field: undefined, agree: undefined }],
  ["other, in words", { status: "other", "status-Comment": "a year off", field: undefined }],
  ["none of these, alone", { did: ["none"] }],
  [
    "only what is required",
    {
      did: undefined,
      hours: undefined,
      nickname: undefined,
      mail: undefined,
      postcode: undefined,
      since: undefined,
      liked: undefined,
      score: undefined,
    },
  ],
];

describe("21 things that must be refused are refused, as JSON and as fields of a form", () => {
  test.each(refused)("%s", (what, change, alsoThere) => {
    const sent = changed(change);
    expect(isTaken(instrument, sent, asJson(sent))).toBe(false);
    expect(isTaken(instrument, sent, asForm(instrument, sent))).toBe(notInForms.has(what));
    expect(isTakenThere(instrument, sent)).toBe(!alsoThere);
  });

  test("there are 21, each different", () => {
    expect(new Set(refused.map(([, change]) => JSON.stringify(change, undefinedToo))).size).toBe(
      21,
    );
  });
});

describe("5 that are right are taken", () => {
  test.each(accepted)("%s", (_, change) => {
    const sent = changed(change);
    expect(isTaken(instrument, sent, asJson(sent))).toBe(true);
    expect(isTaken(instrument, sent, asForm(instrument, sent))).toBe(true);
  });
});

const changed = (change: Sent): Sent =>
  Object.fromEntries(
    Object.entries({ ...right, ...change }).filter(([, value]) => value !== undefined),
  );
const undefinedToo = (_: string, value: unknown): unknown => value ?? null;

type Answers = ReadonlyMap<string, Answer>;

const asJson = (sent: Sent): Answers => answersFromJson(JSON.stringify(sent));

/** The fields a browser would send for the same, read as a page is read. */
function asForm({ items }: Instrument, sent: Sent): Answers {
  const answers = new Map<string, Answer>();
  for (const item of items.values()) {
    const reading = kindOf(item).read(item, fieldsOf(item.name, sent));
    if (reading.state !== "answered") continue;
    answers.set(item.name, reading.answer);
    if (reading.comment !== undefined) answers.set(`${item.name}-Comment`, reading.comment);
  }
  return answers;
}

function fieldsOf(name: string, sent: Sent): Fields {
  const value = sent[name];
  return (suffix) => {
    if (suffix === "-Comment") return texts(sent[`${name}-Comment`]);
    if (suffix === "")
      return typeof value === "object" && !Array.isArray(value) ? [] : texts(value);
    const row = suffix.slice(1);
    return typeof value === "object" && value !== null && Object.hasOwn(value, row)
      ? texts(Reflect.get(value, row))
      : [];
  };
}

const texts = (value: unknown): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];

/** Taken: nothing is amiss, and what is passed on is all that was sent. */
function isTaken(of: Instrument, sent: Sent, answers: Answers): boolean {
  const way = walk(of, answers, {
    seed: 1,
    modules: new Set(),
    known: new Map(),
    today: "2026-11-21",
  });
  return (
    faultsOf(of, way).length === 0 &&
    way.answers.size === Object.keys(sent).length &&
    Object.keys(sent).every((name) => way.answers.has(name))
  );
}

function isTakenThere({ definition }: Instrument, sent: Sent): boolean {
  const model = new Model(definition);
  model.data = sent;
  return model.validate(false);
}
