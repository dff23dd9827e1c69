/** Whatever a ranking holds, its words claim no reason, show no machine's word, and are whole sentences. */
import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  option,
  property,
  record,
  type Arbitrary,
} from "fast-check";
import { expect, test } from "vitest";
import { tiers } from "../../../analysis/ranking.ts";
import type { Difference, GroupComparison, Ranked, Ranking } from "../../../analysis/ranking.ts";
import * as say from "../../../analysis/sentences/index.ts";
import { ranked, ranking } from "../../support/ranked.ts";
import { names } from "./items.ts";

const number = (min: number, max: number) => double({ min, max, noNaN: true });
const orNull = <T>(one: Arbitrary<T>) => option(one, { nil: null });

const difference: Arbitrary<Difference> = record({
  value: number(-90, 500),
  below: number(0, 300),
  above: number(0, 300),
  sd: number(0.01, 1000),
}).map(({ value, below, above, sd }) => {
  const interval = { low: Math.max(-99, value - below), high: value + above };
  const standardised = {
    value: value / sd,
    interval: { low: interval.low / sd, high: interval.high / sd },
  };
  return { value, interval, standardised };
});

const step = record({
  variable: constantFrom("internship", "visits", "scale", "often"),
  from: integer({ min: 0, max: 3 }),
  to: integer({ min: 4, max: 60 }),
});

const item: Arbitrary<Ranked> = record({
  tier: constantFrom(...tiers),
  steps: array(step, { maxLength: 3 }),
  undirected: boolean(),
  difference: orNull(difference),
  raw: orNull(number(-500, 500)),
  p: number(0, 1),
  signConflict: boolean(),
  robustness: orNull(
    record({
      value: number(0, 1),
      ofInterval: orNull(number(0, 1)),
      benchmark: orNull(
        record({
          covariate: constant("major"),
          ofExperience: number(0, 1),
          ofOutcome: number(0, 1),
        }),
      ),
    }),
  ),
  inflation: orNull(number(1, 40)),
}).map(({ tier, steps, undirected, inflation, p, ...evidence }) =>
  ranked({
    id: "internship",
    label: "Internship",
    tier,
    steps,
    members: [...steps.map(({ variable }) => variable), ...(undirected ? ["major"] : [])],
    inflation,
    evidence: { ...evidence, p, pHolm: p },
  }),
);

const comparison: Arbitrary<GroupComparison> = record({
  item: constantFrom("internship", "gone"),
  group: constant("cohort"),
  p: orNull(number(0, 1)),
  pHolm: orNull(number(0, 1)),
  replicated: orNull(
    record({
      difference,
      prediction: constant(null),
      iSquared: number(0, 1),
      groups: integer({ min: 2, max: 9 }),
      sameSign: integer({ min: 0, max: 9 }),
      verdict: constant("unclear" as const),
    }),
  ),
  groups: array(
    record({
      code: integer({ min: 0, max: 9 }),
      label: constantFrom("First", "Later"),
      n: orNull(integer({ min: 10, max: 5000 })),
      reach: orNull(number(0, 100)),
      outcome: orNull(number(-1e5, 1e5)),
      difference: orNull(difference),
    }),
    { maxLength: 3 },
  ),
});

const whole: Arbitrary<Ranking> = record({
  unit: constantFrom<Ranking["unit"][]>("own units", "percentage points", "percent"),
  outcome: constantFrom("satisfaction", "hours"),
  adjustedFor: array(constantFrom("major", "cohort"), { maxLength: 2 }),
  meaningful: number(0.01, 1),
  item,
  comparisons: array(comparison, { maxLength: 2 }),
  binary: boolean(),
  tau: number(-1, 1),
  topUnchanged: boolean(),
  top: integer({ min: 1, max: 3 }),
  of: orNull(constant("Major")),
}).map(({ item: one, binary, tau, topUnchanged, of, top, ...rest }) =>
  ranking({
    ...rest,
    ranked: [one],
    preparations: [
      { variable: "internship", scale: binary ? "0 and 1" : "categories", merged: [1, 2] },
      { variable: "visits", scale: "log(1 + count)", merged: [] },
    ],
    stressTest: {
      top,
      checks: [
        { id: "a", label: "A", sentence: "", ok: true, order: ["x"], topUnchanged, tau, of },
        { id: "b", label: "B", sentence: "", ok: false, because: "there are no weights" },
      ],
    },
    leftOut: ["often"],
    twins: [{ items: ["internship", "visits"], correlation: tau }],
  }),
);

const everythingSaid = (about: Ranking): string[] => [
  ...about.ranked.flatMap((one) => [
    say.sentenceForRanked(one, about, names),
    say.claimFor(one, about, names),
    say.headlineFor(one, about, names),
  ]),
  ...about.comparisons.flatMap((one) => [
    say.sentenceForComparison(one, about, names),
    say.sentenceForGroups(one, about, names) ?? "Nothing.",
  ]),
  ...about.stressTest.checks.map((check) => say.checkInWords(check, about)),
  say.sentenceForStressTest(about) ?? "Nothing.",
  ...say.sentencesForPreparation(about, names),
  ...say.warningsFor(about, 3),
  ...Object.values(say.tierMeanings),
];

test("no reason, no NaN, no sign on a zero, a full stop at the end", () => {
  const reasons =
    /\bimpacts?\b|\bdrivers?\b|\bleads? to\b|\bcaus|\bbecause\b|(?<!design )\beffects?\b/i;
  const machine =
    /NaN|undefined|null|Infinity|-\d|\u22120(?!\.?\d)|\u22120\.0+(?!\d)|\[object|\s{2}|\.\./;
  assert(
    property(whole, (about) => {
      for (const text of everythingSaid(about)) {
        expect(text).not.toMatch(reasons);
        expect(text).not.toMatch(machine);
        expect(text).toMatch(/^[“A-Z\d].*[.]$/);
      }
    }),
    { numRuns: 500 },
  );
});
