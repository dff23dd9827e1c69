import { expect, test } from "vitest";
import { Problem } from "../../../src/problem.ts";
import { readCodebook } from "../../../src/studies/codebook-file.ts";

const refusal = (text: string): Problem => {
  try {
    readCodebook(text, "codebook.json");
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
  throw new Error("expected a Problem");
};
const one = (fields: object) => JSON.stringify({ variables: [{ id: "q", ...fields }] });

test("some fields of some variables are enough", () => {
  expect(readCodebook(one({ level: "ordinal", missing: { "99": "refused" } }), "c.json")).toEqual({
    variables: [{ id: "q", level: "ordinal", missing: { "99": "refused" } }],
  });
  expect(
    readCodebook(`\uFEFF${one({ excluded: null })}`, "c.json").variables[0]!.excluded,
  ).toBeNull();
});

test("a value without a label is its cell", () => {
  const { variables } = readCodebook(one({ values: [{ cell: "S", code: 1 }] }), "c.json");
  expect(variables[0]!.values).toEqual([{ cell: "S", code: 1, label: "S" }]);
});

test.each([
  ["a level that does not exist", one({ level: "scale" }), "variables[0].level"],
  ["a misspelt field", one({ lable: "x" }), "variables[0]"],
  ["a reason that does not exist", one({ missing: { "9": "lost" } }), "variables[0].missing.9"],
  [
    "an empty cell as an answer",
    one({ values: [{ cell: "", code: 1 }] }),
    "variables[0].values[0].cell",
  ],
  [
    "a cell with two codes",
    one({
      values: [
        { cell: "a", code: 1 },
        { cell: "a", code: 2 },
      ],
    }),
    "variables[0].values[1].cell",
  ],
  [
    "a code that is text",
    one({ values: [{ cell: "a", code: "1" }] }),
    "variables[0].values[0].code",
  ],
  ["a variable named twice", '{"variables": [{"id": "q"}, {"id": "q"}]}', "variables[1].id"],
  ["something else", "[]", "the file"],
])("%s is refused by its path", (_, text, path) => {
  const problem = refusal(text);
  expect(problem.id).toBe("invalid-codebook");
  expect(problem.issues[0]).toMatchObject({ file: "codebook.json", column: path });
  expect(problem.message).toContain(path);
});

test("what is not JSON is refused by its line", () => {
  const problem = refusal('{\n  "variables": [\n    {"id": "q",}\n  ]\n}');
  expect(problem.message).toContain("codebook.json is not JSON");
  expect(problem.issues[0]).toMatchObject({ line: 3 });
});
