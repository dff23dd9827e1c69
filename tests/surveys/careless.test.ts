import { describe, expect, test } from "vitest";
import { carelessFlags, readInstrument, walk, type Answer } from "#surveys";

const rows = Array.from({ length: 12 }, (_, at) => `r${at + 1}`);
const read = readInstrument({
  definition: {
    title: "A survey",
    pages: [
      {
        name: "views",
        title: { default: "Your views", es: "Sus opiniones" },
        elements: [
          { type: "matrix", name: "agree", title: "Do you agree?", rows, columns: [1, 2, 3, 4, 5] },
          { type: "matrix", name: "more", title: "And here?", rows, columns: [1, 2, 3, 4, 5] },
          {
            type: "matrix",
            name: "short",
            title: "And?",
            rows: rows.slice(0, 5),
            columns: [1, 2, 3],
          },
        ],
      },
      {
        name: "you",
        elements: [
          { type: "text", inputType: "number", name: "age", title: "Age?" },
          { type: "text", inputType: "number", name: "years", title: "Years at work?" },
          { type: "radiogroup", name: "one", title: "1?", choices: [1, 2, 3, 4, 5] },
          { type: "radiogroup", name: "two", title: "2?", choices: [1, 2, 3, 4, 5] },
        ],
      },
    ],
  },
  codebook: {
    consent: { version: "1", text: "Yes?" },
    items: Object.fromEntries(
      ["agree", "more", "short", "age", "years", "one", "two"].map((name) => [
        name,
        { label: name },
      ]),
    ),
    scales: [
      {
        id: "s",
        label: "S",
        items: rows.slice(0, 8).map((row) => `agree.${row}`),
        reversed: ["agree.r2", "agree.r4"],
        low: 1,
        high: 5,
        top: 100,
        needed: 4,
      },
      ...[{ id: "t", label: "T", items: ["short.r1", "short.r2"], reversed: ["short.r1"] }].map(
        (scale) => ({ ...scale, low: 1, high: 3, top: 100, needed: 1 }),
      ),
    ],
  },
});
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const { instrument } = read;

const matrix = (codes: readonly number[]): Answer =>
  Object.fromEntries(codes.map((code, at) => [rows[at]!, code]));
const varied = [1, 5, 2, 4, 3, 3, 1, 4, 2, 5, 3, 4];
const same = (code: number, n: number): number[] => Array<number>(n).fill(code);

const flags = (
  answers: Readonly<Record<string, Answer>>,
  seconds: Readonly<Record<string, number>> = {},
  of = instrument,
) =>
  carelessFlags({
    instrument: of,
    walk: walk(of, new Map(Object.entries(answers)), {
      seed: 1,
      modules: new Set(),
      known: new Map(),
      today: "2026-11-22",
    }),
    seconds: new Map(Object.entries(seconds)),
  });
const kinds = (...of: Parameters<typeof flags>) => flags(...of).map(({ kind }) => kind);

const careful = { agree: matrix(varied), age: 30, years: 8 };

test("who takes time and looks has no flag", () => {
  expect(flags(careful, { views: 60, you: 20 })).toEqual([]);
  expect(flags({})).toEqual([]);
});

describe("too fast", () => {
  test("less than two seconds an answer, over the whole response", () => {
    expect(kinds(careful, { views: 18, you: 10 })).toEqual([]);
    expect(flags(careful, { views: 18, you: 9.9 })).toEqual([
      { kind: "too-fast", text: "14 answers were given in 28 seconds." },
    ]);
  });

  test("less than one second an answer on a page, however long another took", () => {
    expect(flags(careful, { views: 11.9, you: 900 })).toEqual([
      { kind: "too-fast", text: 'Less than a second was spent on each answer of "Your views".' },
    ]);
    expect(kinds(careful, { views: 12, you: 900 })).toEqual([]);
  });

  test("a page without a time says nothing, nor does one with few answers", () => {
    expect(kinds(careful)).toEqual([]);
    expect(kinds(careful, { you: 0.1 })).toEqual([]);
    expect(kinds({ agree: matrix([1, 2, 3, 4]) }, { views: 1 })).toEqual([]);
  });
});

describe("straight lines", () => {
  test("one answer in six rows or more, some of which ask the other way round", () => {
    expect(flags({ agree: matrix(same(4, 6)) })).toEqual([
      {
        kind: "straight-lines",
        text: '"agree" has one answer in all 6 rows, and they ask both ways.',
      },
    ]);
    expect(kinds({ agree: matrix([...same(4, 6), 5]) })).toEqual([]);
  });

  test("fewer rows say nothing", () => {
    expect(kinds({ agree: matrix(same(4, 5)), short: matrix(same(2, 5)) })).toEqual([]);
  });

  test("nor do rows that ask one way: alike may be meant", () => {
    const oneWay = {
      ...instrument,
      codebook: {
        ...instrument.codebook,
        scales: instrument.codebook.scales.map((scale) => ({ ...scale, reversed: [] })),
      },
    };
    expect(kinds({ agree: matrix(same(4, 6)) }, {}, oneWay)).toEqual([]);
  });
});

describe("long strings", () => {
  test("ten alike in a row, and half of all with these options", () => {
    expect(flags({ agree: matrix([1, ...same(4, 9)]), one: 4, two: 4 })).toEqual([
      { kind: "long-string", text: "The same answer was given 11 times in a row, of 12." },
    ]);
  });

  test("ten alike are little among many", () => {
    const ten = matrix([...same(4, 10), 1, 2]);
    expect(kinds({ agree: ten, more: matrix(varied.slice(0, 8)) })).toEqual(["long-string"]);
    expect(kinds({ agree: ten, more: matrix(varied.slice(0, 9)) })).toEqual([]);
  });

  test("one that differs begins a new one; other options are another string", () => {
    expect(kinds({ agree: matrix([...same(4, 9), 5, 4, 4]), one: 4, two: 4 })).toEqual([]);
    expect(kinds({ agree: matrix([5, ...same(3, 9)]), short: matrix(same(3, 5)) })).toEqual([]);
  });
});

describe("what contradicts itself", () => {
  const declared = {
    ...instrument,
    codebook: {
      ...instrument.codebook,
      impossible: [{ text: "more years at work than of life", when: "{years} > {age}" }],
    },
  };

  test("is what the codebook says it is", () => {
    expect(flags({ age: 30, years: 31 }, {}, declared)).toEqual([
      { kind: "impossible", text: "The answers say more years at work than of life." },
    ]);
    expect(kinds({ age: 30, years: 30 }, {}, declared)).toEqual([]);
    expect(kinds({ years: 31 }, {}, declared)).toEqual([]);
    expect(kinds({ age: 30, years: 31 })).toEqual([]);
  });

  test("a condition that is none is a mistake of the codebook, not of the person", () => {
    const broken = {
      ...declared,
      codebook: { ...declared.codebook, impossible: [{ text: "x", when: "{age} >" }] },
    };
    expect(() => flags({}, {}, broken)).toThrow("impossible requires a condition");
  });
});
