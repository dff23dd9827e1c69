import { expect, test } from "vitest";
import type { Association } from "../../analysis/association.ts";
import { sentenceForAssociation } from "../../analysis/sentence.ts";

const name = (id: string): string =>
  ({ visits: "Career visits", satisfaction: "career satisfaction" })[id] ?? id;
const association = (more: Partial<Association> = {}): Association => ({
  predictor: "visits",
  outcome: "satisfaction",
  method: "spearman",
  rule: "",
  raw: { ok: true, value: 0.214, interval: { low: 0.1, high: 0.32 }, p: 0.0001 },
  n: 1234,
  effectiveN: 1200,
  pHolm: 0.002,
  qBh: 0.001,
  adjusted: null,
  adjustedPHolm: null,
  cautions: [],
  ...more,
});

test("a clear association says its direction, figure, interval and people", () => {
  expect(sentenceForAssociation(association(), name)).toBe(
    "“Career visits” goes with higher “career satisfaction” (0.21, 0.10 to 0.32, 1,234 people).",
  );
});

test("what chance could give is called that, whatever its sign", () => {
  expect(sentenceForAssociation(association({ pHolm: 0.3 }), name)).toContain(
    "cannot be told from unrelated to",
  );
});

test("a coefficient without direction claims none", () => {
  expect(sentenceForAssociation(association({ method: "eta" }), name)).toContain(
    "is associated with",
  );
});

test("a turn of direction under adjustment is said", () => {
  const adjusted = {
    method: "partial-spearman",
    estimate: { ok: true, value: -0.08, interval: { low: -0.15, high: -0.01 }, p: 0.03 },
    unadjusted: 0.2,
    n: 1100,
    covariates: 4,
  } as const;
  const said = sentenceForAssociation(
    association({ adjusted, cautions: ["sign flips when adjusted"] }),
    name,
  );
  expect(said).toContain(
    "among people alike on the covariates it is \u22120.08, \u22120.15 to \u22120.01",
  );
  expect(said).toContain("turns the direction round");
});

test("a shortfall is a sentence too", () => {
  const raw = { ok: false, because: "no variation" } as const;
  expect(sentenceForAssociation(association({ raw }), name)).toBe(
    "“Career visits” and “career satisfaction”: no estimate, one of the two does not vary.",
  );
});
