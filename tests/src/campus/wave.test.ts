import { sampleCorrelation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { describeScores } from "#analysis";
import { instruments, readInstrument, sheetOf, type Sheet } from "#surveys";
import { drawPeople } from "../../../src/campus/people.ts";
import { fieldWave, type Return } from "../../../src/campus/wave.ts";
import { knownAnswers } from "../../../src/fielding/known.ts";

const { file } = instruments.find(({ id }) => id === "alumni-career-mobility")!;
const reading = readInstrument(file);
if (!reading.ok) throw new Error(reading.issues[0]?.text);
const { instrument } = reading;
const people = drawPeople(2400, 2026);
const wave = fieldWave(people, { seed: 2026, instrument, year: 2026 });
const factsOf = new Map(wave.roster.map(({ personId, facts }) => [personId, facts]));

const collected = ({ personId, pages, modules, seed, complete, locale, device }: Return) => ({
  person: personId,
  asking: {
    seed,
    modules: new Set(modules),
    known: knownAnswers(instrument, factsOf.get(personId)!),
    today: "2026-03-15",
  },
  saves: pages.map(({ section, answers, seconds }, at) => ({
    id: at + 1,
    section,
    version: 1,
    answers,
    seen: at,
    seconds,
    late: false,
  })),
  complete,
  locale,
  device,
});
const sheet = sheetOf({
  person: "student_id",
  versions: [{ number: 1, instrument }],
  responses: wave.returns.filter(({ pages }) => pages.length > 0).map(collected),
});
const column = ({ header, rows }: Sheet, name: string) =>
  rows.map((row) => row[header.indexOf(name)]!);

describe("the fielded wave of the sample campus", () => {
  test("is the same for the same seed", () => {
    expect(fieldWave(people, { seed: 2026, instrument, year: 2026 })).toEqual(wave);
    expect(fieldWave(people, { seed: 2027, instrument, year: 2026 })).not.toEqual(wave);
  });

  test("has the younger class on its roster, of which some answered and most of those finished", () => {
    const younger = people.filter(({ graduates }) => graduates === 2020);
    expect(wave.roster.map(({ personId }) => personId)).toEqual(younger.map(({ id }) => id));
    const share = wave.returns.length / wave.roster.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    const finished = wave.returns.filter(({ complete }) => complete).length;
    expect(finished / wave.returns.length).toBeGreaterThan(0.75);
    expect(finished).toBeLessThan(wave.returns.length);
  });

  test("holds no answer off the path, and none that the instrument would not take", () => {
    // What the engine drops would be missing where somebody sent it.
    for (const [at, { pages }] of wave.returns.filter(({ pages }) => pages.length > 0).entries())
      for (const { answers } of pages)
        for (const [name, answer] of Object.entries(answers))
          if (typeof answer === "number" && sheet.header.includes(name))
            expect([name, column(sheet, name)[at]]).toEqual([name, String(answer)]);
  });

  test("knows from the roster what it does not ask", () => {
    expect(new Set(column(sheet, "graduation_year"))).toEqual(new Set(["2020"]));
    expect(column(sheet, "field_of_study").includes("")).toBe(false);
  });

  test("has scales that hang together and lean on how people fared", () => {
    const fared = new Map(people.map(({ id, fared }) => [id, fared]));
    for (const id of [
      "career_satisfaction",
      "economic_mobility",
      "community_engagement",
    ] as const) {
      const { scores, items } = sheet.scales.find((scale) => scale.id === id)!;
      expect(describeScores(scores, items).reliability!.alpha).toBeGreaterThan(0.75);
      const pairs = column(sheet, "student_id").flatMap((person, at) =>
        Number.isNaN(scores[at]!) ? [] : [[scores[at]!, fared.get(person)![id]] as const],
      );
      const [x, y] = [0, 1].map((side) => pairs.map((pair) => pair[side]!));
      expect(sampleCorrelation(x!, y!)).toBeGreaterThan(0.75);
    }
  });
});
