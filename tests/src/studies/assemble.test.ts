import * as fc from "fast-check";
import { expect, test } from "vitest";
import { numberAt, reasonAt, type Column } from "#analysis";
import { Problem } from "../../../src/problem.ts";
import { cellAt, type Source } from "../../../src/intake/source.ts";
import { assemble } from "../../../src/studies/assemble.ts";
import { readCodebook, writeCodebook } from "../../../src/studies/codebook-file.ts";
import { fileOf, sourceOf } from "../../support/source-of.ts";

const numbers = (column: Column): number[] =>
  Array.from(column.values, (_, row) => numberAt(column, row));
const caught = (run: () => unknown): Problem => {
  try {
    run();
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
  throw new Error("expected a Problem");
};

test("columns take the smallest type that keeps their numbers", () => {
  const source = sourceOf("a.csv", [
    ["item", "year", "salary", "debt", "gpa", "low"],
    [1, 2019, 41400, 9007199254740991, "3.25", -113],
    [5, 2021, 71300, 12, "", -100],
    ["", 2020, 155000, 13, "4", 127],
  ]);
  const { columns } = assemble([source]).table;
  const types = [...columns].map(([id, { values }]) => `${id} ${values.constructor.name}`);
  expect(types).toEqual([
    "item Int8Array",
    "year Int16Array",
    "salary Int32Array",
    "debt Float64Array",
    "gpa Float64Array",
    "low Int16Array",
  ]);
  expect(numbers(columns.get("debt")!)).toEqual([9007199254740991, 12, 13]);
  expect(numbers(columns.get("low")!)).toEqual([-113, -100, 127]);
  expect(reasonAt(columns.get("gpa")!, 1)).toBe("skipped");
  expect(reasonAt(columns.get("item")!, 2)).toBe("skipped");
});

test("each missing cell keeps its reason", () => {
  const source = sourceOf("a.csv", [
    ["q", "r"],
    ["Agree", "52000"],
    ["Prefer not to say", "Not applicable"],
    ["Strongly disagree", "48000.5"],
    ["", "NA"],
    ["Disagree", "."],
  ]);
  const { table, issues } = assemble([source]);
  const reasons = (id: string) =>
    [0, 1, 2, 3, 4].map((row) => reasonAt(table.columns.get(id)!, row));
  expect(reasons("q")).toEqual([undefined, "refused", undefined, "skipped", undefined]);
  expect(reasons("r")).toEqual([undefined, "not applicable", undefined, "skipped", "skipped"]);
  expect(issues.map(({ code, text }) => [code, text])).toEqual([
    [
      "read-as-no-answer",
      '"Prefer not to say", "Not applicable", "NA" and "." are read as no answer: 4 cells in 2 columns.',
    ],
  ]);
});

test("a cell that is no number is refused by file, line and column", () => {
  const rows = Array.from({ length: 20 }, (_, i) => [i === 15 ? "abc" : 40_000 + 500 * i]);
  const source = sourceOf("alumni.csv", [["salary"], ...rows]);
  const problem = caught(() => assemble([source]));
  expect(problem.id).toBe("unreadable-file");
  expect(problem.issues).toMatchObject([
    { severity: "error", file: "alumni.csv", line: 17, column: "salary" },
  ]);
  const codebook = readCodebook(
    '{"variables": [{"id": "salary", "missing": {"abc": "refused"}}]}',
    "c.json",
  );
  const { table } = assemble([source], { codebook });
  expect(reasonAt(table.columns.get("salary")!, 15)).toBe("refused");
  const aside = readCodebook(
    '{"variables": [{"id": "salary", "excluded": "free text"}]}',
    "c.json",
  );
  expect(assemble([source], { codebook: aside }).table.columns.size).toBe(0);
});

test("the first places of many are shown, and the number of the rest", () => {
  const rows = Array.from({ length: 40 }, (_, i) => [i < 12 ? `x${i % 3}` : i]);
  const { issues } = caught(() => assemble([sourceOf("a.csv", [["q"], ...rows])]));
  expect(issues.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, undefined]);
  expect(issues[5]!.text).toContain("7 more cells");
});

test("columns that cannot be analysed are in the codebook and not in the table", () => {
  const rows = Array.from({ length: 60 }, (_, i) => [
    `p${i}`,
    `essay no ${i}`,
    "2020-01-01",
    "",
    3,
    i % 2,
  ]);
  const source = sourceOf("a.csv", [
    ["person_id", "why", "day", "nothing", "same", "club"],
    ...rows,
  ]);
  const { codebook, table } = assemble([source]);
  expect(codebook.variables.map(({ excluded }) => excluded)).toEqual([
    "identifier",
    "free text",
    "constant",
    "all missing",
    "constant",
    undefined,
  ]);
  // Without variation there is an honest answer; without numbers there is none.
  expect([...table.columns.keys()]).toEqual(["day", "nothing", "same", "club"]);
});

test("a codebook that names nothing of the files is refused with the nearest name", () => {
  const codebook = { variables: [{ id: "satsified", level: "interval" as const }] };
  const problem = caught(() => assemble([fileOf("a.csv", "satisfied\n 1\n 2")], { codebook }));
  expect(problem.id).toBe("invalid-codebook");
  expect(problem.next).toContain('"satisfied"');
});

test("columns without a name are called by their place", () => {
  const { codebook } = assemble([
    sourceOf("a.csv", [
      ["q", "", " "],
      [1, 2, 3],
      [2, 3, 4],
    ]),
  ]);
  expect(codebook.variables.map(({ id }) => id)).toEqual(["q", "column 2", "column 3"]);
});

test("assemble needs a source", () => expect(() => assemble([])).toThrow(RangeError));

const item = fc.constantFrom("", "1", "2", "3", "4", "5", "9");
const kinds = [
  item,
  fc.integer({ min: -130, max: 130 }).map(String),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom("", "NA", "7", "007", " 7", "7.0", "1e3", "-0"),
  fc.constantFrom("", "Yes", "No", "yes", "Prefer not to say"),
  fc.constantFrom("", "Agree", "Disagree", "Strongly agree", "strongly disagree"),
  fc.constantFrom("1 - Never", "2", "3 - Often", "n/a"),
  fc.constantFrom("Arts", "arts", "Law", "a b", "", "$5", "12"),
];
const names = ["a", "b", "c", "d"];
const column = (rows: number) =>
  fc.oneof(...kinds.map((cell) => fc.array(cell, { minLength: rows, maxLength: rows })));
const file = fc
  .integer({ min: 1, max: 40 })
  .chain((rows) => fc.tuple(column(rows), column(rows), column(rows), column(rows)))
  .map((columns) =>
    sourceOf("f.csv", [names, ...columns[0].map((_, row) => columns.map((cells) => cells[row]!))]),
  );

/** Null where the file is refused. */
const tried = (source: Source) => {
  try {
    return assemble([source]);
  } catch (problem) {
    if (problem instanceof Problem) return null;
    throw problem;
  }
};

test("no number differs from its cell, and every gap has a reason", () => {
  fc.assert(
    fc.property(file, (source) => {
      const assembly = tried(source);
      for (const [id, column] of assembly?.table.columns ?? []) {
        const variable = assembly!.codebook.variables.find((each) => each.id === id)!;
        const from = source.columns.find(({ name }) => name === id)!;
        const codes = new Map(variable.values?.map((value) => [value.cell, value.code]));
        for (let row = 0; row < source.rows; row++) {
          const text = cellAt(from, row);
          const number = numberAt(column, row);
          if (Number.isNaN(number))
            expect(reasonAt(column, row)).toBe(text === "" ? "skipped" : variable.missing[text]);
          else expect(number === (codes.get(text) ?? Number(text))).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("the order of the columns changes nothing but their order", () => {
  fc.assert(
    fc.property(file, fc.shuffledSubarray(names, { minLength: 4 }), (source, order) => {
      const shuffled = {
        ...source,
        columns: order.map((name) => source.columns.find((column) => column.name === name)!),
      };
      const [one, two] = [tried(source), tried(shuffled)];
      expect(two === null).toBe(one === null);
      const byId = <T extends { id: string }>(items: Iterable<T>) =>
        [...items].sort((x, y) => (x.id < y.id ? -1 : 1));
      if (one === null || two === null) return;
      expect(byId(two.codebook.variables)).toEqual(byId(one.codebook.variables));
      expect(byId(two.table.columns.values())).toEqual(byId(one.table.columns.values()));
    }),
  );
});

test("a codebook written and given back changes nothing", () => {
  fc.assert(
    fc.property(file, (source) => {
      const one = tried(source);
      if (one === null) return;
      const codebook = readCodebook(writeCodebook(one.codebook), "codebook.json");
      expect(assemble([source], { codebook })).toEqual(one);
    }),
    { numRuns: 200 },
  );
});

test("what a file says of its columns goes before what is recognised, and behind what a person says", () => {
  const answers = [
    ["q", "r"],
    ["1", "1"],
    ["2", "97"],
    ["not asked", "3"],
  ];
  const source: Source = {
    ...sourceOf("wave.csv", answers),
    codebook: {
      variables: [
        {
          id: "q",
          label: "Satisfied with the job",
          level: "ordinal",
          values: [1, 2].map((code) => ({ cell: String(code), code, label: `step ${code}` })),
          missing: { "not asked": "not asked" },
        },
        { id: "r", label: "Told by the file", missing: { "97": "refused" } },
      ],
    },
  };
  const codebook = { variables: [{ id: "r", label: "Told by a person" }] };
  const { table, codebook: read } = assemble([source], { codebook });
  const q = table.columns.get("q")!;
  expect([q.label, q.level, reasonAt(q, 2)]).toEqual([
    "Satisfied with the job",
    "ordinal",
    "not asked",
  ]);
  expect(read.variables.find(({ id }) => id === "r")).toMatchObject({
    label: "Told by a person",
    missing: { "97": "refused" },
  });
});
