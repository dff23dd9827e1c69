import { expect, test } from "vitest";
import { compare, disagreements, setsOf, type Comparison } from "./compare.ts";
import { compared } from "./definitions/index.ts";
import { differences } from "./differences.ts";
import { ours, peerOf } from "./peer.ts";

/** 10,000 take minutes: `npm run promises -- surveyjs`. */
const total = 1500;
const done: Comparison[] = [];

/** survey-core takes seconds, and many more of them on a busy machine. */
const slow = { timeout: 300_000 };

test.each(compared)("$id: the same is shown, passed on and amiss as in SurveyJS", slow, (one) => {
  const comparison = compare(one, setsOf(one, total));
  expect(comparison.unexplained).toBe(undefined);
  done.push(comparison);
});

test("at least 6 instruments were compared, and answers both right and wrong", () => {
  expect(done.length).toBeGreaterThanOrEqual(6);
  const [sets, amiss] = [sum(done.map(({ sets }) => sets)), sum(done.map(({ amiss }) => amiss))];
  expect(sets).toBeGreaterThanOrEqual(total);
  expect(amiss).toBeGreaterThan(sets / 5);
  expect(amiss).toBeLessThan((sets * 4) / 5);
});

test.each(differences)("$what: $stricter refuse, since $why", ({ stricter, example }) => {
  const { instrument } = compared.find(({ id }) => id === example.to)!;
  const answers = new Map(Object.entries(example.answers));
  const found = disagreements(ours(instrument, answers), peerOf(instrument)(answers));
  expect(found).toContainEqual({ stricter, name: example.about });
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
