/** The formulas against the thing itself: a variable left out and put back into the model. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linearModel } from "../../../analysis/models/linear.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { againstMeasured } from "../../../analysis/sensitivity/measured.ts";
import { asStrongAs, timesToNothing, withOmitted } from "../../../analysis/sensitivity/omitted.ts";
import { robustnessValue } from "../../../analysis/sensitivity/robustness-value.ts";
import { sensitivityModel } from "../../../analysis/sensitivity/sensitivity-model.ts";
import { close } from "../../support/close.ts";
import { confidence, fitted } from "../models/people.ts";

/** Experience and outcome share grades, motivation and one of three majors. */
function students(n: number, seed: number) {
  const chance = stream(seed, 4);
  const normal = () => normalQuantile(chance.uniform());
  const column = () => Float64Array.from({ length: n }, normal);
  const [grades, motivation] = [column(), column()];
  const major = Int8Array.from({ length: n }, () => chance.below(3));
  const x = grades.map(
    (g, i) => 0.4 * g + 0.3 * motivation[i]! + 0.5 * Number(major[i] === 2) + normal(),
  );
  const y = x.map(
    (v, i) => 0.5 * v + 0.3 * grades[i]! + 0.4 * motivation[i]! + 0.3 * major[i]! + normal(),
  );
  const dummy = (k: number) => ({
    name: `major ${k}`,
    values: Float64Array.from(major, (code) => Number(code === k)),
  });
  return {
    y,
    x: { name: "x", values: x },
    grades: { name: "grades", values: grades },
    motivation: { name: "motivation", values: motivation },
    majors: [dummy(1), dummy(2)],
  };
}

const classical = { errors: "classical", confidence } as const;
const rowOf = (model: ReturnType<typeof linearModel>, name: string) =>
  fitted(model).coefficients.find(({ term }) => term === name)!;
const partial = (model: ReturnType<typeof linearModel>, name: string) => {
  const { statistic } = rowOf(model, name);
  return robustnessValue({ t: statistic, df: fitted(model).df }).partialRSquared;
};

test("a variable of that strength, put into the model, leaves exactly that coefficient and error", () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 12, max: 60 }), (seed, n) => {
      const { y, x, grades, motivation } = students(n, seed);
      const short = linearModel(y, [grades, x], classical);
      const long = linearModel(y, [grades, motivation, x], classical);
      const strength = {
        ofPredictor: partial(linearModel(x.values, [grades, motivation], classical), "motivation"),
        ofOutcome: partial(long, "motivation"),
      };
      const [before, truth] = [rowOf(short, "x"), rowOf(long, "x")];
      const found = withOmitted(before, strength, { df: fitted(short).df, confidence });
      // The formula takes the sign that draws the coefficient towards nothing.
      const other = 2 * before.value - found.value;
      const nearer = Math.abs(truth.value - found.value) < Math.abs(truth.value - other);
      close(nearer ? found.value : other, truth.value, 1e-8, 1e-10);
      close(found.se, truth.se, 1e-8);
      if (nearer) close(found.p, truth.p, 1e-6);
    }),
  );
});

describe("something so many times as strong as a covariate", () => {
  const measured = fc.record({
    ofPredictor: fc.double({ min: 0.001, max: 0.6, noNaN: true }),
    ofOutcome: fc.double({ min: 0.001, max: 0.6, noNaN: true }),
  });

  test("is stronger the more times, and once of itself what the model's benchmarks say", () => {
    fc.assert(
      fc.property(measured, (one) => {
        const odds = one.ofPredictor / (1 - one.ofPredictor);
        const once = asStrongAs(one);
        close(once.ofPredictor, odds, 1e-12);
        if (odds >= 1) expect(once.ofOutcome).toBeNull();
        else {
          const bound = ((1 + odds) ** 2 / (1 - odds ** 2)) * (one.ofOutcome / (1 - one.ofOutcome));
          close(once.ofOutcome!, Math.min(1, bound), 1e-9);
          expect(asStrongAs(one, 0.5).ofOutcome).toBeLessThanOrEqual(once.ofOutcome!);
        }
      }),
    );
  });

  test("leaves nothing at the number of times that is given, and something before", () => {
    const coefficient = fc.record({
      value: fc.double({ min: 0.01, max: 5, noNaN: true }),
      se: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(measured, coefficient, fc.integer({ min: 10, max: 2000 }), (one, b, df) => {
        const times = timesToNothing(b, one, df)!;
        const leftAt = (k: number) => {
          const { ofPredictor, ofOutcome } = asStrongAs(one, k);
          if (ofOutcome === null || ofOutcome >= 1) return -Infinity;
          return withOmitted({ term: "x", ...b }, { ofPredictor, ofOutcome }, { df, confidence })
            .value;
        };
        expect(leftAt(times * (1 + 1e-9))).toBeLessThanOrEqual(1e-6 * b.value);
        expect(leftAt(times * (1 - 1e-6))).toBeGreaterThan(0);
      }),
    );
  });

  test("never does where the covariate goes with nothing", () => {
    const b = { value: 1, se: 0.1 };
    expect(timesToNothing(b, { ofPredictor: 0, ofOutcome: 0.2 }, 50)).toBeNull();
    expect(timesToNothing(b, { ofPredictor: 0.2, ofOutcome: 0 }, 50)).toBeNull();
    expect(timesToNothing({ value: 0, se: 1 }, { ofPredictor: 0, ofOutcome: 0.2 }, 50)).toBe(0);
  });
});

describe("a coefficient held against the covariates", () => {
  const { y, x, grades, motivation, majors } = students(300, 1);
  const covariates = [
    { name: "grades", terms: [grades] },
    { name: "motivation", terms: [motivation] },
    { name: "major", terms: majors },
  ];
  const found = fitted(againstMeasured(y, x, { covariates, confidence }));

  test("is that of the whole model, and single columns have the model's benchmarks", () => {
    const terms = covariates.flatMap((one) => one.terms);
    const model = fitted(sensitivityModel(y, x, { covariates: terms, confidence }));
    close(found.coefficient.value, model.coefficient.value, 1e-12);
    expect(found.df).toBe(model.df);
    for (const at of [0, 1]) {
      const { ofPredictor, ofOutcome } = asStrongAs(found.covariates[at]!.measured);
      close(ofPredictor, model.benchmarks[at]!.ofPredictor, 1e-8);
      close(ofOutcome!, model.benchmarks[at]!.ofOutcome!, 1e-8);
    }
  });

  test("takes the columns of a major together, whichever major is left out", () => {
    const third = x.values.map((_, i) => 1 - majors[0]!.values[i]! - majors[1]!.values[i]!);
    const other = [majors[1]!, { name: "major 0", values: third }];
    const again = fitted(
      againstMeasured(y, x, {
        covariates: [...covariates.slice(0, 2), { name: "major", terms: other }],
        confidence,
      }),
    );
    const [one, two] = [found, again].map((of) => of.covariates[2]!);
    close(one!.measured.ofOutcome, two!.measured.ofOutcome, 1e-9);
    close(one!.measured.ofPredictor, two!.measured.ofPredictor, 1e-9);
    close(one!.timesToNothing!, two!.timesToNothing!, 1e-7);
    expect(one!.measured.ofOutcome).toBeGreaterThan(0.01);
  });

  test("names the covariate that needs to be surpassed least", () => {
    const times = found.covariates.map(({ timesToNothing }) => timesToNothing!);
    expect(found.strongest!.timesToNothing).toBe(Math.min(...times));
    expect(found.strongest!.left!.value).toBeLessThan(found.coefficient.value);
    expect(fitted(againstMeasured(y, x, { covariates: [], confidence })).strongest).toBeNull();
  });

  test("is not told where the covariates determine the predictor, or nobody is left", () => {
    const twin = { name: "twin", values: grades.values.map((g) => 3 * g - 1) };
    const one = [{ name: "grades", terms: [grades] }];
    expect(againstMeasured(y, twin, { covariates: one, confidence })).toEqual({
      ok: false,
      because: "no variation",
    });
    const few = (of: Float64Array) => of.slice(0, 4);
    const short = { name: "x", values: few(x.values) };
    const held = [{ name: "grades", terms: [{ name: "grades", values: few(grades.values) }] }];
    expect(againstMeasured(few(y), short, { covariates: held, confidence })).toMatchObject({
      because: "too few people",
    });
  });
});
