/** What becomes of each file, in the words that a person reads. The expected words were read against the files. */
import { expect, test } from "vitest";
import { fixture, fixtureNames, imported, inWords } from "./fixtures.ts";

test.each(fixtureNames)("%s is told of question by question", (name) => {
  expect(inWords(imported(name))).toBe(fixture(`${name}.txt`));
});
