/** docs/definitions.md says what may stand in a definition: exactly what the schemas take. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { known } from "../../../surveys/instrument/definition.ts";
import { limits } from "../../../surveys/instrument/plain-json.ts";

const document = readFileSync("docs/definitions.md", "utf8");
const rows = document
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) => line.split(" | ").map((cell) => cell.replaceAll(/^\| | \|$/g, "")));
const named = (cell: string): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!);
const ofRow = (first: string, cells: number): string[] => {
  const row = rows.find((each) => each[0] === first && each.length === cells)!;
  return named(row.at(-1)!).flatMap((name) =>
    name === "radiogroup" ? ofRow("`radiogroup`", 3) : [name],
  );
};
const common =
  "name title description visibleIf isRequired requiredIf validators defaultValue type";

test("the survey and its pages", () => {
  expect(ofRow("survey", 2).toSorted()).toEqual(known.survey.toSorted());
  expect(ofRow("page", 2).toSorted()).toEqual(known.page.toSorted());
});

test.each([...known.questions])("items of the type %s", (type, properties) => {
  const own = properties.filter((name) => type === "html" || !common.split(" ").includes(name));
  expect(ofRow(`\`${type}\``, 3).toSorted()).toEqual(
    own.filter((name) => name !== "type").toSorted(),
  );
});

test.each([...known.validators])("validators of the type %s", (type, properties) => {
  expect(ofRow(`\`${type}\``, 2).toSorted()).toEqual(
    properties.filter((name) => name !== "type").toSorted(),
  );
});

test("what all items have, and the limits", () => {
  for (const name of common.split(" ").filter((each) => each !== "type"))
    expect(document).toContain(`\`${name}\``);
  for (const limit of [limits.items, limits.options, limits.characters])
    expect(document).toContain(limit.toLocaleString("en-US"));
});
