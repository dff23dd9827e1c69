/** The product against R where the corpus has no case. Which R: see the script beside the values, further/make.R. */
import { describe, expect, test } from "vitest";
import { openCorpus } from "./corpus.ts";
import { judge } from "./coverage.ts";
import { furtherAnswers } from "./further.ts";

const corpus = openCorpus("tests/reference/further");

test("every estimator is asked, and every case has an estimator", () => {
  expect(new Set(corpus.cases.map(({ method }) => method))).toEqual(
    new Set(Object.keys(furtherAnswers)),
  );
});

describe.each(Object.keys(furtherAnswers))("%s", (method) => {
  test.each(corpus.cases.filter((asked) => asked.method === method))("$id", (asked) => {
    expect(judge(asked, corpus)).toEqual({ is: "passed" });
  });
});
