import { describe, expect, it } from "vitest";
import { readInstrument, type Answer, type Instrument } from "#surveys";
import { askingOf } from "../../../src/fielding/asking.ts";
import { answerIn, knownAnswers } from "../../../src/fielding/known.ts";

const choices = [
  { value: 1, text: { default: "Arts & letters", es: "Artes y letras" } },
  { value: "law", text: { default: "Law", es: "Derecho" } },
];
const elements = [
  { type: "radiogroup", name: "field", choices, showRefuseItem: true },
  { type: "dropdown", name: "list", choices },
  { type: "checkbox", name: "many", choices, showNoneItem: true, maxSelectedChoices: 2 },
  { type: "boolean", name: "first", labelTrue: { default: "Yes", es: "Sí" }, labelFalse: "No" },
  { type: "rating", name: "score", rateMin: 0, rateMax: 10 },
  { type: "text", inputType: "number", name: "hours", min: 0, max: 80 },
  { type: "text", inputType: "month", name: "since" },
  { type: "text", name: "title", maxLength: 10 },
  { type: "matrix", name: "grid", columns: choices, rows: ["a", "b"] },
];

function instrumentOf(known: Readonly<Record<string, "skip" | "confirm">>): Instrument {
  const items = Object.fromEntries(
    elements.map(({ name }) => [name, { label: name, ...(known[name] && { known: known[name] }) }]),
  );
  const reading = readInstrument({
    definition: {
      title: { default: "T", es: "T" },
      pages: [{ name: "all", elements: elements.map((one) => ({ ...one, title: one.name })) }],
    },
    codebook: { consent: { version: "1", text: "Agree?" }, items, scales: [] },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.instrument;
}

describe("a cell of the records", () => {
  const { items } = instrumentOf({});

  it.each<[string, string, Answer | undefined]>([
    ["field", "1", 1],
    ["field", "arts & letters", 1],
    ["field", " Derecho ", "law"],
    ["field", "refused", "refused"],
    ["field", "Medicine", undefined],
    ["field", "", undefined],
    ["list", "law", "law"],
    ["many", "law; Artes y letras", [1, "law"]],
    ["many", "1", [1]],
    ["many", "1;Medicine", undefined],
    ["many", "none;1", undefined],
    ["first", "Sí", true],
    ["first", "false", false],
    ["score", "7", 7],
    ["score", "11", undefined],
    ["hours", "37.5", 37.5],
    ["hours", "1,234", undefined],
    ["hours", "81", undefined],
    ["since", "2021-06", "2021-06"],
    ["since", "2021-13", undefined],
    ["title", " Baker ", "Baker"],
    ["title", "Master baker", undefined],
    ["grid", "1", undefined],
  ])("%s: %j", (name, cell, answer) => {
    expect(answerIn(items.get(name)!, cell)).toEqual(answer);
  });
});

describe("what records say", () => {
  const facts = { field: "Law", hours: "40", title: "x", since: "yesterday", __proto__: "x" };

  it("counts where the codebook says so, and where it can be read", () => {
    const instrument = instrumentOf({
      field: "skip",
      hours: "confirm",
      since: "skip",
      list: "skip",
    });
    expect(knownAnswers(instrument, facts)).toEqual(
      new Map<string, Answer>([
        ["field", "law"],
        ["hours", 40],
      ]),
    );
  });

  it("is nothing where nobody knows who answers", () => {
    const response = { seed: 7, modules: ["a"] };
    const asking = askingOf(instrumentOf({ field: "skip" }), { response }, new Date(0));
    expect(asking).toEqual({
      seed: 7,
      modules: new Set(["a"]),
      known: new Map(),
      today: "1970-01-01",
    });
  });
});
