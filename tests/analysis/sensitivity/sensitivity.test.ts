/** What the measures of sensitivity are defined to say; published examples stand in the corpus. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linearModel } from "../../../analysis/models/linear.ts";
import { tQuantile } from "../../../analysis/numeric/student-t.ts";
import { eValue } from "../../../analysis/sensitivity/e-value.ts";
import { robustnessValue } from "../../../analysis/sensitivity/robustness-value.ts";
import { sensitivityModel } from "../../../analysis/sensitivity/sensitivity-model.ts";
import { close } from "../../support/close.ts";
import { confidence, fitted, modelPeople } from "../models/people.ts";

const ratio = fc.double({ min: 0.05, max: 20, noNaN: true });

describe("the E-value", () => {
  test("explains the ratio away: two associations of its size bias a ratio by exactly as much", () => {
    fc.assert(
      fc.property(ratio, (value) => {
        const interval = { low: value / 2, high: value * 2 };
        const { value: e } = eValue({ scale: "risk ratio", value, interval });
        // Ding & VanderWeele's bound: RR_ue RR_ud / (RR_ue + RR_ud - 1).
        close((e * e) / (2 * e - 1), Math.max(value, 1 / value), 1e-9);
      }),
    );
  });

  test("is the same for a ratio and its inverse, and 1 for an interval around 1", () => {
    fc.assert(
      fc.property(ratio, ratio, (value, width) => {
        const wide = 1 + width;
        const of = (at: number) => {
          const interval = { low: at / wide, high: at * wide };
          return eValue({ scale: "odds ratio, common outcome", value: at, interval });
        };
        close(of(value).value, of(1 / value).value, 1e-9);
        close(of(value).ofInterval, of(1 / value).ofInterval, 1e-9);
        const holdsOne = wide >= Math.max(value, 1 / value);
        expect(of(value).ofInterval === 1).toBe(holdsOne);
      }),
    );
  });

  test("of no difference is 1 on every scale", () => {
    const interval = { low: 0.5, high: 2 };
    expect(eValue({ scale: "hazard ratio, common outcome", value: 1, interval }).value).toBe(1);
    expect(eValue({ scale: "standardised difference", value: 0, se: 0.1 }).value).toBe(1);
    expect(() => eValue({ scale: "risk ratio", value: -1, interval })).toThrow(RangeError);
  });
});

describe("the robustness value", () => {
  const tested = fc.record({
    t: fc.double({ min: 0.01, max: 60, noNaN: true }),
    df: fc.integer({ min: 3, max: 2000 }),
  });

  test("as strength towards both sides takes the estimate to 0", () => {
    fc.assert(
      fc.property(tested, ({ t, df }) => {
        const { value } = robustnessValue({ t, df });
        // Bias in standard errors of an omitted variable: sqrt(R²y R²x / (1 - R²x)) sqrt(df).
        close(Math.sqrt((value * value) / (1 - value)) * Math.sqrt(df), t, 1e-7);
      }),
    );
  });

  test("of significance leaves t at its critical value, and is never the larger one", () => {
    fc.assert(
      fc.property(tested, ({ t, df }) => {
        const { value, ofSignificance } = robustnessValue({ t, df });
        expect(ofSignificance).toBeLessThanOrEqual(value);
        const critical = -tQuantile(0.025, df - 1);
        // Outcome's share from 0 to RV, the worst of it: what is left of t with one more variable in the model.
        const x = ofSignificance!;
        const left = (y: number) =>
          ((t / Math.sqrt(df) - Math.sqrt((y * x) / (1 - x))) * Math.sqrt(1 - x)) /
          Math.sqrt((1 - y) / (df - 1));
        const worst = Array.from({ length: 200 }, (_, i) => left((x * i) / 199));
        if (x > 0) close(Math.min(...worst), critical, 2e-2);
        else expect(t / Math.sqrt(df)).toBeLessThanOrEqual(critical / Math.sqrt(df - 1) + 1e-12);
      }),
    );
  });

  test("of a perfect fit is everything, of no association nothing", () => {
    const all = { partialRSquared: 1, value: 1, ofSignificance: 1 };
    expect(robustnessValue({ t: Infinity, df: 20 })).toEqual(all);
    const nothing = { partialRSquared: 0, value: 0, ofSignificance: 0 };
    expect(robustnessValue({ t: 0, df: 20 })).toEqual(nothing);
  });

  test("knows no significance without degrees of freedom", () => {
    expect(robustnessValue({ t: 2, df: 1 }).ofSignificance).toBeNull();
  });

  test("of significance ends where the t is no longer told from 0 on the degrees of freedom of its error", () => {
    // 2.262 is the quantile of 9 degrees of freedom (tables of Student's t), 1.984 that of 99.
    const of = (t: number, dfOfError?: number) =>
      robustnessValue({ t: t * Math.sqrt(100 / 99), df: 100, ...(dfOfError && { dfOfError }) });
    expect(of(2.262, 10).ofSignificance).toBe(0);
    expect(of(2.263, 10).ofSignificance).toBeGreaterThan(0);
    expect(of(1.985).ofSignificance).toBeGreaterThan(0);
    expect(of(1.984).ofSignificance).toBe(0);
    expect(of(9, 1.9).ofSignificance).toBeNull();
    expect(of(2.3, 10).value).toBe(of(2.3).value);
  });
});

describe("the sensitivity of a model", () => {
  test("is that of the coefficient in the linear model, whatever the units of the covariates", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms, weights }) => {
        const [a, b] = terms;
        const third = { name: "c", values: weights };
        const one = sensitivityModel(y, a!, { covariates: [b!, third], confidence });
        const scaled = { name: "c", values: weights.map((value) => 3 - 10 * value) };
        const other = sensitivityModel(y, a!, { covariates: [b!, scaled], confidence });
        if (!one.ok || !other.ok) return;
        const options = { errors: "classical", confidence } as const;
        const plain = fitted(linearModel(y, [a!, b!, third], options));
        close(one.coefficient.value, plain.coefficients[1]!.value, 1e-9, 1e-10);
        one.benchmarks.forEach(({ covariate, ofPredictor, ofOutcome }, at) => {
          expect(covariate).toBe(other.benchmarks[at]!.covariate);
          close(ofPredictor, other.benchmarks[at]!.ofPredictor, 1e-6, 1e-9);
          expect(ofOutcome === null).toBe(ofPredictor >= 1);
        });
      }),
    );
  });

  test("knows that nothing can be as strong as a covariate that nearly is the predictor", () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const near = x.map((value, i) => value + (i % 2) / 2);
    const y = Float64Array.of(2, 1, 4, 3, 7, 5, 8, 6);
    const covariates = [{ name: "near", values: near }];
    const { benchmarks } = fitted(
      sensitivityModel(y, { name: "x", values: x }, { covariates, confidence }),
    );
    expect(benchmarks[0]!.ofPredictor).toBeGreaterThan(1);
    expect(benchmarks[0]!.ofOutcome).toBeNull();
  });

  test("with everything explained already leaves nothing to selection", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms: [a, b] }) => {
        const options = { covariates: [b!], confidence, rSquaredTimes: 1 };
        const found = sensitivityModel(y, a!, options);
        if (!found.ok || found.selection.valueAtEqual === null) return;
        close(found.selection.valueAtEqual, found.coefficient.value, 1e-9, 1e-10);
      }),
    );
  });

  test("names a predictor that the covariates determine, and leaves out covariates that repeat others", () => {
    const [people] = fc.sample(modelPeople, { numRuns: 1, seed: 4 });
    const { y, terms } = people!;
    const [a, b] = terms;
    const twin = { name: "twin", values: b!.values.map((one) => 2 * one) };
    const none = sensitivityModel(y, twin, { covariates: [b!], confidence });
    expect(none).toEqual({ ok: false, because: "no variation" });
    const found = fitted(sensitivityModel(y, a!, { covariates: [b!, twin], confidence }));
    expect(found.benchmarks.map(({ covariate }) => covariate)).toEqual(["b"]);
  });
});
