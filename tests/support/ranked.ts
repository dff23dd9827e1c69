/** A ranked experience and a ranking to say by heart, for tests of how they are shown. */
import type { Evidence, Ranked, Ranking } from "#analysis";

export function evidence(value: number | null, pHolm: number): Evidence {
  const around = (at: number, by: number) => ({ low: at - by, high: at + by });
  return {
    difference:
      value === null
        ? null
        : {
            value,
            interval: around(value, 0.1),
            standardised: { value: value / 2, interval: around(value / 2, 0.05) },
          },
    raw: value,
    p: pHolm,
    pHolm,
    signConflict: false,
    robustness: null,
  };
}

export const ranked = (more: Partial<Ranked> & Pick<Ranked, "id">): Ranked => ({
  label: more.id,
  members: [more.id],
  steps: [{ variable: more.id, from: 0, to: 1 }],
  importance: 0.1,
  interval: null,
  noise: 0.01,
  share: 0.5,
  evidence: evidence(0.3, 0.001),
  tier: "likely matters",
  rank: 1,
  rankLow: 1,
  rankHigh: 3,
  topThree: 0.9,
  reach: { of: "took part", percent: 40, people: 100 },
  reliability: null,
  inflation: 1.2,
  parts: [],
  ...more,
});

export const ranking = (more: Partial<Ranking> & Pick<Ranking, "outcome" | "ranked">): Ranking => ({
  of: "experiences",
  ok: true,
  n: 250,
  answered: 300,
  effectiveN: 250,
  adjustedFor: [],
  covariatesRSquared: 0.1,
  addedRSquared: 0.2,
  jointP: 0.001,
  unit: "own units",
  meaningful: 0.1,
  errors: "HC3",
  preparations: [],
  computed: { how: "exact" },
  groups: [],
  twins: [],
  stressTest: { top: 3, checks: [] },
  comparisons: [],
  leftOut: [],
  ...more,
});
