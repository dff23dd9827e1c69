/** The contract of every instrument that comes with the program. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { Model } from "survey-core";
import { lintSurvey } from "survey-core/linter";
import { describe, expect, test } from "vitest";
import {
  instruments,
  lintInstrument,
  readInstrument,
  readingMinutes,
  sheetOf,
  writeSurveyJs,
  type InstrumentScale,
} from "#surveys";
import { answerable, anyWalk, byId, shipped } from "./shipped.ts";

const files = new Map(instruments.map(({ id, file }) => [id, file]));

describe.each(shipped)("$id", ({ id, instrument }) => {
  const file = files.get(id)!;
  const items = answerable(instrument);
  const { codebook } = instrument;

  test("is read without a remark, twice alike", () => {
    const read = readInstrument(file);
    expect(read.issues).toEqual([]);
    const again = readInstrument({ definition: instrument.definition, codebook });
    expect(again).toEqual(read);
    expect(JSON.parse(writeSurveyJs(instrument))).toEqual(file.definition);
    expect(codebook).toEqual(file.codebook);
  });

  test("opens in SurveyJS, which has nothing to say about it", () => {
    expect(new Model(file.definition).jsonErrors).toBeNull();
    expect(lintSurvey(file.definition as object).findings).toEqual([]);
  });

  test("gives the lint nothing to say, and takes as long as its consent says", () => {
    expect(lintInstrument(instrument)).toEqual([]);
    const said = Object.values(instrument.codebook.consent.text)[0] as string;
    const [, word] = /takes about (\w+) minutes/.exec(said)!;
    const minutes = ["one", "two", "three", "four", "five", "six", "seven"].indexOf(word!) + 1;
    expect(Math.round(readingMinutes(instrument).median)).toBe(minutes);
  });

  test("reaches every item on some way", () => {
    const reached = new Set<string>();
    const ways = fc.sample(anyWalk(instrument), { numRuns: 400, seed: 1 });
    for (const { sections } of ways)
      for (const { items: shown } of sections) for (const { item } of shown) reached.add(item.name);
    expect(items.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
  });

  test("lets no item wait for an answer on its own page", () => {
    for (const section of instrument.sections) {
      const here = new Set(section.items.map(({ name }) => name));
      const waiting = section.items.filter((item) =>
        item.visibleIf?.items.some((name) => here.has(name)),
      );
      expect(waiting.map(({ name }) => name)).toEqual([]);
    }
  });

  test("requires nothing", () => {
    for (const item of items) {
      expect(item.required || item.requiredIf !== undefined).toBe(false);
      expect(item.validators).toEqual([]);
    }
  });

  test("lets people decline what is sensitive", () => {
    const declinable = new Set(["single choice", "dropdown", "multiple choice"]);
    const asking = items.filter(
      ({ name, kind }) => codebook.items[name]!.sensitivity === "sensitive" && declinable.has(kind),
    );
    for (const item of asking)
      expect([item.name, "refused" in item && item.refused !== undefined]).toEqual([
        item.name,
        true,
      ]);
  });

  test("says of every item what it measures, and of every ordered one which way it goes", () => {
    expect(Object.keys(codebook.items).toSorted()).toEqual(
      items.map(({ name }) => name).toSorted(),
    );
    for (const item of items) {
      const notes = codebook.items[item.name]!;
      expect(notes.label.length).toBeLessThanOrEqual(60);
      if (item.kind !== "comment") expect(notes.construct).toBeTruthy();
      const isOrdered = isScored(item.name) || item.kind === "rating";
      if (isOrdered)
        expect([item.name, notes.direction === undefined]).toEqual([
          item.name,
          hasReversed(item.name),
        ]);
    }
    const labels = items.map(({ name }) => codebook.items[name]!.label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("has names that SPSS, Stata and R take, each once", () => {
    const versions = [{ number: 1, instrument }];
    const { header: names } = sheetOf({ versions, responses: [], person: "person" });
    expect(names.length).toBeGreaterThan(items.length + codebook.scales.length);
    for (const name of names) {
      // Stata allows 32 characters, SPSS no underscore at the end.
      expect(name).toMatch(/^[a-z][a-z0-9_]{0,30}[a-z0-9]$/);
      expect(reserved.has(name)).toBe(false);
    }
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  /** Rows of one matrix that go both ways: the scale says which. */
  const hasReversed = (name: string) =>
    codebook.scales.some(({ reversed = [] }) =>
      reversed.some((part) => part.startsWith(`${name}.`)),
    );
  const isScored = (name: string) =>
    codebook.scales.some(({ items: parts }) =>
      parts.some((part) => part === name || part.startsWith(`${name}.`)),
    );
});

const reserved = new Set(
  [
    "all and by eq ge gt le lt ne not or to with",
    "byte double float if in int long using str strl",
    "else repeat while function for next break true false null inf nan na",
  ].flatMap((words) => words.split(" ")),
);

test("gives each person one module of the alumni instrument, and everybody the scales of the index", () => {
  const instrument = byId("alumni-career-mobility");
  const { modules, scales } = instrument.codebook;
  const optional = new Set(modules!.of.flatMap(({ sections }) => sections));
  fc.assert(
    fc.property(anyWalk(instrument), ({ sections }) => {
      const given = sections.filter(({ section }) => optional.has(section.name));
      expect(given.length).toBeLessThanOrEqual(modules!.each);
    }),
  );
  const inModules = new Set(
    instrument.sections.filter(({ name }) => optional.has(name)).flatMap((each) => each.items),
  );
  for (const part of scales.flatMap(({ items }) => items)) {
    const item = instrument.items.get(part.split(".")[0]!);
    expect(item !== undefined && inModules.has(item)).toBe(false);
  }
});

test("asks nobody without work for pay", () => {
  const instrument = byId("alumni-career-mobility");
  const working = new Set(["employed_full", "employed_part", "self_employed", "service"]);
  const seen = { asked: 0, spared: 0 };
  fc.assert(
    fc.property(anyWalk(instrument), ({ sections, answers }) => {
      const asked = sections.some(({ items }) =>
        items.some(({ item }) => item.name.startsWith("pay_")),
      );
      expect(asked).toBe(working.has(String(answers.get("main_activity"))));
      seen[asked ? "asked" : "spared"]++;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(seen.asked, seen.spared)).toBeGreaterThan(20);
});

test("asks when and how much of exactly the experiences that somebody had", () => {
  const instrument = byId("alumni-career-mobility");
  const details = [...instrument.items.keys()].filter((name) => /_(year|amount)$/.test(name));
  const experiences = details.filter(
    (name) => !name.startsWith("pay_") && name !== "graduation_year",
  );
  expect(experiences).toHaveLength(20);
  fc.assert(
    fc.property(anyWalk(instrument), ({ sections, answers }) => {
      const did = (answers.get("did") ?? []) as readonly string[];
      const asked = sections
        .flatMap(({ items }) => items.map(({ item }) => item.name))
        .filter((name) => experiences.includes(name));
      const expected = did.flatMap((code) =>
        code === "none" ? [] : [`${code}_year`, `${code}_amount`],
      );
      expect(asked.toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test("docs/instruments.md has every scale as the codebook has it", () => {
  const document = readFileSync("docs/instruments.md", "utf8");
  const rows = shipped.flatMap(({ instrument: { codebook } }) => codebook.scales.map(rowOf));
  for (const row of rows) expect(document).toMatch(row);
  expect(document.match(/^\| .* \| (all|\d+) +\|$/gm)).toHaveLength(rows.length);
});

/** Cells are filled up with blanks. */
function rowOf({ id, label, items, reversed, low, high, needed }: InstrumentScale): RegExp {
  const turned = reversed === undefined ? "" : `, ${reversed.length} reversed`;
  const takes = needed === items.length ? "all" : needed;
  return new RegExp(
    `^\\| ${label} \\(\`${id}\`\\) +\\| ${items.length} (answers|scores) from ${low} to ${high}(:[^|]*)?${turned} +\\| ${takes} +\\|$`,
    "m",
  );
}
