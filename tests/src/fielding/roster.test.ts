import { describe, expect, it } from "vitest";
import { readInstrument, type Instrument } from "#surveys";
import { readRoster, type Roster } from "../../../src/fielding/roster.ts";
import { Problem } from "../../../src/problem.ts";
import { codebook, definition } from "./small-wave.ts";

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}

const read = (
  text: string,
  more: Partial<Parameters<typeof readRoster>[1]> = {},
): Promise<Roster> => readRoster(bytes(text), { name: "alumni.csv", ...more });

async function refusalOf(reading: Promise<Roster>): Promise<Problem> {
  const error = await reading.then(
    () => new Error("was accepted"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw error;
}

function instrument(): Instrument {
  const reading = readInstrument({ definition, codebook });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.instrument;
}

describe("a roster", () => {
  it("names people by the column that looks like an id, and says so", async () => {
    const roster = await read("name;student_id;field\nAda;007;Law\nBob;7;\n");
    expect(roster).toMatchObject({
      idColumn: "student_id",
      columns: ["name", "field"],
      people: [
        { personId: "007", facts: { name: "Ada", field: "Law" } },
        { personId: "7", facts: { name: "Bob", field: "" } },
      ],
    });
    expect(roster.issues).toContainEqual(
      expect.objectContaining({ code: "id-column-guessed", column: "student_id" }),
    );
  });

  it("names people by the column that a person chose, or by the only one", async () => {
    const chosen = await read("email,id\na@x.edu,1\n", { idColumn: "id" });
    expect(chosen).toMatchObject({ idColumn: "id", columns: ["email"] });
    expect(await read("who\nada\n")).toMatchObject({ people: [{ personId: "ada", facts: {} }] });
  });

  it.each([
    ["none of them", "name,cohort\nAda,2021\n"],
    ["2 of them", "email,student_id\na@x.edu,1\n"],
  ])("is refused where it is not clear who is meant: %s", async (found, text) => {
    const problem = await refusalOf(read(text));
    expect(problem.id).toBe("invalid-roster");
    expect(problem.message).toContain(found);
    expect(problem.next).toMatch(/Choose one/);
  });

  it("is refused where the chosen column is not there, with the nearest name", async () => {
    const problem = await refusalOf(read("student_id\n1\n", { idColumn: "studnt_id" }));
    expect(problem).toMatchObject({ id: "unknown-column", next: 'Did you mean "student_id"?' });
  });

  it("is refused whole, every place named by line and column", async () => {
    const text = [
      "id,field",
      "1,Law",
      ",Arts",
      '2,"Medicine"',
      "1,",
      `${"x".repeat(201)},law`,
      " ,Derecho",
      "3,medicine",
    ].join("\n");
    const { issues, ...problem } = await refusalOf(read(text, { instrument: instrument() }));
    expect(problem.id).toBe("invalid-roster");
    expect(issues.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "id", "empty-id"],
      [4, "field", "unusable-fact"],
      [5, "id", "duplicate-id"],
      [6, "id", "long-id"],
      [7, "id", "empty-id"],
      [8, "field", "unusable-fact"],
    ]);
    for (const issue of issues)
      expect(issue).toMatchObject({ severity: "error", file: "alumni.csv" });
    expect(issues[2]!.text).toContain("line 2");
  });

  it("says how many more there are than it shows", async () => {
    const rows = Array.from({ length: 50 }, () => "same").join("\n");
    const problem = await refusalOf(read(`id\n${rows}\n`));
    expect(problem.message).toContain("49 cells");
    expect(problem.issues).toHaveLength(20);
  });

  it("keeps columns that no question knows, whatever they are called", async () => {
    const text = "id,__proto__,constructor\n1,a,b\n";
    const { people } = await read(text, { instrument: instrument() });
    expect(Object.entries(people[0]!.facts)).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  });
});
