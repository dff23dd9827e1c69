/** Scores of instruments: by hand, against the sentence that says the formula, and one person against columns. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Column } from "#analysis";
import {
  formula,
  formulaOf,
  scoreAnswers,
  scoreScale,
  type Answer,
  type Answers,
  type Code,
  type Instrument,
  type InstrumentScale,
} from "#surveys";
import { anyWalk, byId, shipped } from "../instruments/shipped.ts";

const each = shipped.flatMap(({ id, instrument }) =>
  instrument.codebook.scales.map((scale) => [`${id}: ${scale.id}`, instrument, scale] as const),
);
const student = byId("student-experience");
const alumni = byId("alumni-career-mobility");
const scaleOf = ({ codebook }: Instrument, id: string): InstrumentScale =>
  codebook.scales.find((scale) => scale.id === id)!;
const belonging = scaleOf(student, "belonging");
const index = scaleOf(alumni, "career_mobility_index");

/** Answers to all parts of a scale, or of the scales an index is made of. */
function answering(
  scale: InstrumentScale,
  instrument: Instrument,
  code: (part: string, of: InstrumentScale) => Code | undefined,
): Answers {
  const answers = new Map<string, Answer>();
  const inner = instrument.codebook.scales.filter(({ id }) => scale.items.includes(id));
  for (const of of inner.length > 0 ? inner : [scale])
    for (const part of of.items) {
      const [item, row] = part.split(".") as [string, string?];
      const value = code(part, of);
      if (value === undefined) continue;
      const rows = answers.get(item) as Record<string, Code> | undefined;
      answers.set(item, row === undefined ? value : { ...rows, [row]: value });
    }
  return answers;
}

const least = (part: string, { reversed = [], low, high }: InstrumentScale) =>
  reversed.includes(part) ? high : low;
const most = (part: string, { reversed = [], low, high }: InstrumentScale) =>
  reversed.includes(part) ? low : high;

describe("by hand", () => {
  const belong = (turn?: Code, apart?: Code, missed?: Code, circle?: Code) =>
    scoreAnswers(
      belonging,
      new Map([
        [
          "belong",
          Object.fromEntries(
            Object.entries({ turn, apart, missed, circle }).filter(
              ([, code]) => code !== undefined,
            ),
          ) as Record<string, Code>,
        ],
      ]),
      student,
    );

  test("a reversed item counts from the other end", () => {
    // 4 5 2 3; the second is turned to 1: mean 2.5, less 1 and over 4: 0.375.
    expect(belong(4, 5, 2, 3)).toEqual({ ok: true, value: 37.5 });
    expect(belong(4, 1, 2, 3)).toEqual({ ok: true, value: 62.5 });
  });

  test("three of four answers are enough, two are not", () => {
    // 5 and 1 turned to 5, and 2: mean 4.
    expect(belong(5, 1, 2)).toEqual({ ok: true, value: 75 });
    expect(belong(5, 1)).toEqual({ ok: false, answered: 2, needed: 3 });
    expect(scoreAnswers(belonging, new Map(), student)).toEqual({
      ok: false,
      answered: 0,
      needed: 3,
    });
  });

  test("who needed no help with something is scored on the rest", () => {
    const help = scaleOf(student, "finding_help");
    const found = new Map([["find", { study: 5, money: "no_need", health: 2, career: "no_need" }]]);
    expect(scoreAnswers(help, found, student)).toEqual({ ok: true, value: 62.5 });
  });

  test("declining is not answering", () => {
    const mobility = scaleOf(alumni, "economic_mobility");
    const said = (reserve: Code) =>
      scoreAnswers(
        mobility,
        new Map<string, Answer>([
          ["mobility_family", 5],
          ["mobility_progress", 4],
          ["mobility_bills", "refused"],
          ["mobility_reserve", reserve],
        ]),
        alumni,
      );
    // The mean of 5, 4 and 3 is 4.
    expect(said(3)).toEqual({ ok: true, value: 75 });
    expect(said("refused")).toEqual({ ok: false, answered: 2, needed: 3 });
  });

  test("the index is the mean of five scores, and of nothing less", () => {
    // The parts at 100, 50, 50, 50 and 0.
    const at = { pathway_preparation: 5, educational_satisfaction: 1 } as Record<string, Code>;
    const answers = answering(index, alumni, (_, { id }) => at[id] ?? 3);
    expect(scoreAnswers(index, answers, alumni)).toEqual({ ok: true, value: 50 });
    const four = answering(index, alumni, (_, { id }) =>
      id === "community_engagement" ? undefined : 5,
    );
    expect(scoreAnswers(index, four, alumni)).toEqual({ ok: false, answered: 4, needed: 5 });
  });

  test("codes that the codebook calls missing, and such beyond the ends, are no answers", () => {
    const codebook = {
      ...student.codebook,
      items: {
        ...student.codebook.items,
        belong: { label: "Belonging", missing: { 3: "refused" } },
      },
    } as const;
    const rows = { turn: 5, apart: 1, missed: 3, circle: 9 };
    expect(scoreAnswers(belonging, new Map([["belong", rows]]), { ...student, codebook })).toEqual({
      ok: false,
      answered: 2,
      needed: 3,
    });
    expect(scoreAnswers(belonging, new Map([["belong", rows]]), student)).toEqual({
      ok: true,
      value: (100 * (5 + 5 + 3 - 3)) / 12,
    });
    const low = { turn: 5, apart: 1, missed: 0, circle: 0 };
    expect(scoreAnswers(belonging, new Map([["belong", low]]), student)).toMatchObject({
      ok: false,
    });
  });

  test("an index knows the scales before it, and none behind it", () => {
    const codebook = { ...alumni.codebook, scales: alumni.codebook.scales.toReversed() };
    const answers = answering(index, alumni, () => 5);
    expect(scoreAnswers(index, answers, alumni)).toEqual({ ok: true, value: 100 });
    expect(scoreAnswers(index, answers, { ...alumni, codebook })).toMatchObject({ answered: 0 });
  });

  test("yes is one and no is nothing", () => {
    const scale = { ...belonging, items: ["a", "b"], reversed: ["b"], low: 0, high: 1, needed: 2 };
    const answers = new Map([
      ["a", true],
      ["b", true],
    ]);
    expect(scoreAnswers(scale, answers, student)).toEqual({ ok: true, value: 50 });
  });

  test("names of every object are names of nothing", () => {
    const scale = { ...belonging, items: ["belong.constructor", "__proto__", "toString"] };
    const answers = new Map<string, Answer>([["belong", { turn: 1 }]]);
    expect(scoreAnswers(scale, answers, student)).toMatchObject({ ok: false, answered: 0 });
  });
});

describe.each(each)("%s", (_, instrument, scale) => {
  test("is 0 where everything is lowest, and its top where everything is highest", () => {
    const at = (end: typeof least) =>
      scoreAnswers(scale, answering(scale, instrument, end), instrument);
    expect(at(least)).toEqual({ ok: true, value: 0 });
    expect(at(most)).toEqual({ ok: true, value: scale.top });
  });

  test("has a score from as many answers as it says, and not from one fewer", () => {
    const first = (n: number) => {
      const kept = new Set(scale.items.slice(0, n));
      return scoreAnswers(
        scale,
        answering(scale, instrument, (part, of) =>
          kept.has(part) || kept.has(of.id) ? most(part, of) : undefined,
        ),
        instrument,
      );
    };
    expect(first(scale.needed)).toEqual({ ok: true, value: scale.top });
    expect(first(scale.needed - 1)).toEqual({
      ok: false,
      answered: scale.needed - 1,
      needed: scale.needed,
    });
  });

  test("is what its sentence says, worked step by step", () => {
    const read = readSentence(formulaOf(scale, instrument));
    expect(read.named).toHaveLength(scale.items.length);
    fc.assert(
      fc.property(anyWalk(instrument), ({ answers }) => {
        const score = scoreAnswers(scale, answers, instrument);
        const parts = partsOf(scale, instrument, answers);
        expect(score.ok).toBe(parts.length >= (read.atLeast ?? read.named.length));
        if (!score.ok) return;
        let total = 0;
        for (const { name, value } of parts)
          total += read.turned.has(name) ? read.turned.get(name)! - value : value;
        expect(score.value).toBeCloseTo(read.move(total / parts.length), 9);
        expect(score.value).toBeGreaterThanOrEqual(0);
        expect(score.value).toBeLessThanOrEqual(scale.top);
      }),
      { numRuns: 50 },
    );
  });
});

test.each(shipped)("one person of $id scores the same as a row of columns", ({ instrument }) => {
  const { scales } = instrument.codebook;
  fc.assert(
    fc.property(fc.array(anyWalk(instrument), { minLength: 1, maxLength: 5 }), (people) => {
      const columns = new Map<string, Column>();
      for (const part of scales.flatMap(({ items }) => items))
        columns.set(
          part,
          column(
            part,
            Float64Array.from(people, ({ answers }) => numberOf(part, answers)),
          ),
        );
      for (const scale of scales) {
        const items = scale.items.map((part) => columns.get(part)!);
        const { values, reasons } = scoreScale(scale, items, scale.needed);
        for (const [person, { answers }] of people.entries()) {
          const score = scoreAnswers(scale, answers, instrument);
          expect(values[person]).toBe(score.ok ? score.value : NaN);
          expect(reasons[person] === 0).toBe(score.ok);
        }
        columns.set(scale.id, { ...column(scale.id, values), reasons });
      }
    }),
    { numRuns: 50 },
  );
});

test("numbers beyond the ends of a scale are no answers in columns either", () => {
  const people = { turn: [5, 5], apart: [1, 1], missed: [3, 9], circle: [9, 0] };
  const columns = Object.entries(people).map(([row, codes]) =>
    column(`belong.${row}`, Float64Array.from(codes)),
  );
  const { values } = scoreScale(belonging, columns, belonging.needed);
  expect(Array.from(values)).toEqual([(100 * 10) / 12, NaN]);
});

describe("in words", () => {
  test("a scale with a reversed item", () => {
    expect(formulaOf(belonging, student)).toBe(
      "Belonging = 100 × (M − 1) ÷ 4, where M is the mean of 4 answers from 1 to 5: “There are people here I can turn to”, “I feel out of place here”, “Someone here would notice if I were gone”, “I have found a group that I like being with”. “I feel out of place here” counts as 6 minus the answer. It takes at least 3 of them.",
    );
    expect(formula(belonging)).toBe(
      "mean of belong.turn, belong.apart (reversed), belong.missed, belong.circle, each moved from 1..5 to 0..100",
    );
  });

  test("the index, in both languages, and in English where a language has no words", () => {
    const english =
      "Career mobility index = the mean of 5 scores from 0 to 100: “Pathway preparation”, “Career satisfaction”, “Economic mobility”, “Community engagement”, “Educational satisfaction”. It takes all of them.";
    expect(formulaOf(index, alumni)).toBe(english);
    expect(formulaOf(index, alumni, "fr")).toBe(english);
    expect(formulaOf(index, alumni, "es-MX")).toBe(
      "Índice de movilidad profesional = la media de 5 puntuaciones de 0 a 100: «Preparación para el camino profesional», «Satisfacción con la carrera», «Movilidad económica», «Participación en la comunidad», «Satisfacción con la educación». Se necesitan todas.",
    );
  });

  test("answers that begin at nothing, and a top of their own", () => {
    const scale = {
      ...belonging,
      low: 0,
      high: 10,
      top: 60,
      items: ["a"],
      reversed: [],
      needed: 1,
    };
    expect(formulaOf({ ...scale, low: 20, high: 60 }, student)).toContain("= 60 × (M − 20) ÷ 40,");
    expect(formulaOf(scale, student)).toContain("= 60 × M ÷ 10, where M is the mean of 1 answers");
  });
});

const column = (id: string, values: Float64Array): Column => ({
  id,
  label: id,
  level: "interval",
  values,
});

function numberOf(part: string, answers: Answers): number {
  const [item, row] = part.split(".") as [string, string?];
  const answer = answers.get(item) as Code | Record<string, Code> | undefined;
  const code = row === undefined ? answer : (answer as Record<string, Code> | undefined)?.[row];
  return typeof code === "number" ? code : NaN;
}

/** The answered parts of a scale, named as its sentence names them. */
function partsOf(scale: InstrumentScale, instrument: Instrument, answers: Answers) {
  const { named } = readSentence(formulaOf(scale, instrument));
  return scale.items.flatMap((part, at) => {
    const inner = instrument.codebook.scales.find(({ id }) => id === part);
    const score = inner && scoreAnswers(inner, answers, instrument);
    const value = score === undefined ? numberOf(part, answers) : score.ok ? score.value : NaN;
    return Number.isNaN(value) ? [] : [{ name: named[at]!, value }];
  });
}

/** Reads the English sentence as a person with a pocket calculator would. */
function readSentence(sentence: string) {
  const [head] = sentence.split("”. ", 1) as [string];
  const moved = /= (\d+) × \(M − (\d+)\) ÷ (\d+), where M is the mean/.exec(head);
  const [times, less, over] = (moved?.slice(1) ?? ["1", "0", "1"]).map(Number) as [
    number,
    number,
    number,
  ];
  const atLeast = /It takes at least (\d+)/.exec(sentence)?.[1];
  return {
    named: [...head.matchAll(/“([^”]*)/g)].map(([, name]) => name!),
    turned: new Map(
      [...sentence.matchAll(/“([^”]*)” counts as (\d+) minus/g)].map(([, name, sum]) => [
        name!,
        Number(sum),
      ]),
    ),
    atLeast: atLeast === undefined ? undefined : Number(atLeast),
    move: (mean: number) => (times * (mean - less)) / over,
  };
}
