/** One model asked many questions: single columns as the linear and the design model answer them, sums by their laws. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designModel } from "../../../analysis/models/design-model.ts";
import { jointTestP } from "../../../analysis/models/joint-test.ts";
import { leastSquares } from "../../../analysis/models/least-squares.ts";
import { linearModel } from "../../../analysis/models/linear.ts";
import { robustModel } from "../../../analysis/models/robust-model.ts";
import { fUpper } from "../../../analysis/numeric/f.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { close } from "../../support/close.ts";
import { confidence, fitted, modelPeople } from "./people.ts";

describe("a robust model", () => {
  test("answers for one column what the linear model with HC3 says of it", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms }) => {
        const model = robustModel(
          y,
          terms.map(({ values }) => values),
        )!;
        const { coefficients, df } = fitted(linearModel(y, terms, { errors: "HC3", confidence }));
        expect(model.df).toBe(df);
        terms.forEach((_, column) => {
          const { value, se } = model.answer([{ column, times: 3 }])!;
          close(value, 3 * coefficients[column + 1]!.value, 1e-9, 1e-10);
          close(se, 3 * coefficients[column + 1]!.se, 1e-9, 1e-10);
        });
      }),
    );
  });

  test("answers under a design what the design model says, its error the jackknife over those drawn together", () => {
    fc.assert(
      fc.property(modelPeople, fc.boolean(), ({ y, terms, weights, groups }, isTogether) => {
        const clusters = isTogether ? groups : groups.map((_, i) => i);
        const design = { weights, clusters };
        const other = designModel(y, terms, { design, family: "gaussian", confidence });
        const model = robustModel(
          y,
          terms.map(({ values }) => values),
          design,
        );
        expect(model !== undefined).toBe(other.ok);
        if (!other.ok) return;
        expect(model!.df).toBe(other.df);
        const { value, se, df } = model!.answer([{ column: 0, times: 1 }])!;
        close(value, other.coefficients[1]!.value, 1e-9, 1e-10);

        const without = [...new Set(clusters)].map((unit) => {
          const stay = [...clusters.keys()].filter((i) => clusters[i] !== unit);
          const among = (values: Float64Array) => Float64Array.from(stay, (i) => values[i]!);
          const kept = terms.map((one) => ({ ...one, values: among(one.values) }));
          return leastSquares(among(y), kept, among(weights).map(Math.sqrt));
        });
        // Whose leaving takes a coefficient along is no matter of this law.
        fc.pre(without.every(({ dropped }) => dropped.length === 0));
        const moved = without.map(({ values }) => value - values[1]!);
        const count = moved.length;
        const mean = sumOf(moved, 1) / count;
        const deviations = moved.map((one) => one - mean);
        const squares = sumOf(deviations, 2);
        close(se, Math.sqrt((squares * count) / (count - 1)), 1e-6, 1e-8);
        const most = (3 * squares ** 2) / sumOf(deviations, 4) - 2;
        close(df, Math.min(most, other.df), 1e-4);
      }),
    );
  });

  test("adds nothing for a unit that alone decides a column, whatever its outcome", () => {
    const clusters = Float64Array.of(0, 0, 1, 1, 1, 2, 2, 3, 3, 3);
    const x = Float64Array.of(1, 2, 4, 3, 7, 5, 2, 6, 8, 1);
    const first = clusters.map((one) => Number(one === 0));
    const answer = (shift: number, ...order: readonly Float64Array[]) => {
      const y = Float64Array.of(2, 4, 3, 5, 6, 9, 4, 3, 8, 2).map(
        (one, i) => one + shift * first[i]!,
      );
      const design = { weights: new Float64Array(10).fill(1), clusters };
      return robustModel(y, order, design)!.answer([{ column: order.indexOf(x), times: 1 }])!;
    };
    const here = answer(0, first, x);
    expect(here.se).toBeGreaterThan(0);
    for (const there of [answer(50, first, x), answer(0, x, first)]) {
      close(there.value, here.value, 1e-10);
      close(there.se, here.se, 1e-10);
    }
  });

  test("judges a difference of two groups on Welch's degrees of freedom, on average", () => {
    // Normal outcomes whose deviation is 3 in a group of 12 and 1 in one of 60.
    const group = Float64Array.from({ length: 72 }, (_, i) => Number(i < 12));
    const runs = 4000;
    let inverse = 0;
    for (let run = 0; run < runs; run++) {
      const { uniform } = stream(17, run);
      const y = group.map((one) => (1 + 2 * one) * normalQuantile(uniform()));
      inverse += 1 / robustModel(y, [group])!.answer([{ column: 0, times: 1 }])!.df / runs;
    }
    const [few, many] = [9 / 12, 1 / 60];
    const welch = (few + many) ** 2 / (few ** 2 / 11 + many ** 2 / 59);
    expect(1 / inverse / welch).toBeGreaterThan(0.9);
    expect(1 / inverse / welch).toBeLessThan(1.3);
  });

  test("has few degrees of freedom where one person decides the error, all of the model where nobody errs", () => {
    const y = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 9);
    const x = Float64Array.of(0, 1, 0, 1, 0, 1, 0, 1);
    // Residuals -2.25 (three times) and 6.75 over 1 - 1/4.
    const df = (3 * (3 * 3 ** 2 + 9 ** 2) ** 2) / (3 * 3 ** 4 + 9 ** 4) - 2;
    close(robustModel(y, [x])!.answer([{ column: 0, times: 5 }])!.df, df, 1e-12);
    expect(robustModel(x, [x])!.answer([{ column: 0, times: 1 }])!.df).toBe(6);
  });

  test("answers for a sum of columns what it says of the one column that is their sum", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms: [a, b] }) => {
        // y = p a + q b is y = p (a - b) + (p + q) b: the sum of both is the coefficient of b there.
        const turned = a!.values.map((one, i) => one - b!.values[i]!);
        const both = robustModel(y, [a!.values, b!.values])!.answer([
          { column: 0, times: 1 },
          { column: 1, times: 1 },
        ])!;
        const other = robustModel(y, [turned, b!.values])!.answer([{ column: 1, times: 1 }])!;
        close(both.value, other.value, 1e-8, 1e-9);
        close(both.se, other.se, 1e-8, 1e-9);
      }),
    );
  });

  test("says nothing of a column that others determine", () => {
    const y = Float64Array.of(1, 3, 2, 5, 4, 6);
    const x = Float64Array.of(0, 1, 0, 1, 1, 2);
    const twice = x.map((one) => 2 * one);
    const model = robustModel(y, [x, twice])!;
    expect(model.answer([{ column: 1, times: 1 }])).toBeUndefined();
    expect(model.answer([{ column: 0, times: 1 }])).toBeDefined();
  });
});

describe("where a column is the outcome itself", () => {
  const { uniform } = stream(11);
  const [y, x, other] = [0, 1, 2].map(() => Float64Array.from({ length: 200 }, uniform));
  const weights = Float64Array.from({ length: 200 }, () => 0.5 + uniform());

  test.each([undefined, { weights }])("the others go with nothing, not with rounding", (design) => {
    const model = robustModel(y!, [y!, x!, other!], design)!;
    expect(model.answer([{ column: 0, times: 2 }])!.value).toBeCloseTo(2, 12);
    for (const column of [1, 2])
      expect(model.answer([{ column, times: 7 }])).toEqual({ value: 0, se: 0, df: model.df });
    const both = [1, 2].map((column) => ({ column, times: 1e6 }));
    expect(model.answer(both)).toEqual({ value: 0, se: 0, df: model.df });
    const asked = { asked: [x!, other!], given: [y!], ...(design && { design }) };
    expect(jointTestP(y!, asked)).toBe(1);
  });
});

describe("the joint test", () => {
  test("of one column is the square of its score statistic, whatever its unit", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms: [a, b] }) => {
        const given = [b!.values];
        const p = jointTestP(y, { asked: [a!.values], given });
        const scaled = jointTestP(y, { asked: [a!.values.map((one) => 5 - 3 * one)], given });
        close(scaled, p, 1e-7);
        const left = (of: Float64Array) => residual(of, b!.values);
        const scores = left(a!.values).map((u, i) => u * left(y)[i]!);
        const n = y.length;
        const total = scores.reduce((sum, one) => sum + one, 0);
        const squares = scores.reduce((sum, one) => sum + one * one, 0);
        close(p, fUpper((total ** 2 * (n - 1)) / (n * squares), 1, n - 1), 1e-6);
      }),
    );
  });

  test("of two columns is Hotelling's ratio of their scores, over people or over clusters", () => {
    fc.assert(
      fc.property(
        modelPeople,
        fc.boolean(),
        ({ y, terms: [a, b], groups, weights }, isTogether) => {
          const asked = [weights, b!.values];
          const given = a!.values;
          const design = { weights: new Float64Array(y.length).fill(1), clusters: groups };
          const p = jointTestP(y, { asked, given: [given], ...(isTogether && { design }) });
          const left = residual(y, given);
          const own = asked.map((one) => residual(one, given));
          const unit = (i: number) => (isTogether ? groups[i]! : i);
          const totals = new Map([...y.keys()].map((i) => [unit(i), [0, 0]]));
          y.forEach((_, i) =>
            own.forEach((u, k) => (totals.get(unit(i))![k]! += u[i]! * left[i]!)),
          );
          const all = [...totals.values()];
          const count = all.length;
          const sum = (of: (one: readonly number[]) => number) =>
            all.reduce((before, one) => before + of(one), 0);
          const [u, v] = [sum(([one]) => one!), sum(([, one]) => one!)];
          // Scores of people add up to the slope they are asked about; those of clusters vary around their mean.
          const [mu, mv] = isTogether ? [u / count, v / count] : [0, 0];
          const scale = count / (count - 1);
          const uu = scale * sum(([one]) => (one! - mu) ** 2);
          const vv = scale * sum(([, one]) => (one! - mv) ** 2);
          const uv = scale * sum(([one, other]) => (one! - mu) * (other! - mv));
          const determinant = uu * vv - uv ** 2;
          fc.pre(determinant > 1e-6 * uu * vv);
          const statistic = (u ** 2 * vv - 2 * u * v * uv + v ** 2 * uu) / determinant;
          const d = count - 1;
          close(p, fUpper((statistic * (d - 1)) / (2 * d), 2, d - 1), 1e-5);
        },
      ),
    );
  });

  test("counts a column that is asked twice once", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms: [a, b] }) => {
        const once = jointTestP(y, { asked: [a!.values], given: [b!.values] });
        const again = a!.values.map((one) => 2 * one + 1);
        const twice = jointTestP(y, { asked: [a!.values, again, b!.values], given: [b!.values] });
        close(twice, once, 1e-6);
      }),
    );
  });

  test("asks no more than the units can tell apart", () => {
    const y = Float64Array.of(1, 3, 2, 5, 4, 6);
    const asked = [Float64Array.of(0, 1, 0, 1, 1, 2), Float64Array.of(2, 1, 5, 3, 1, 0)];
    const among = (columns: readonly Float64Array[], ...clusters: number[]) => {
      const design = {
        weights: new Float64Array(6).fill(1),
        clusters: Float64Array.from(clusters),
      };
      return jointTestP(y, { asked: columns, given: [], design });
    };
    expect(among(asked, 1, 1, 1, 1, 1, 1)).toBe(1);
    const two = [1, 1, 2, 2, 2, 2];
    close(among(asked, ...two), among(asked.slice(0, 1), ...two), 1e-12);
    const three = [1, 1, 2, 2, 3, 3];
    expect(among(asked, ...three)).not.toBeCloseTo(among(asked.slice(0, 1), ...three), 3);
  });

  test("keeps its error where columns are many, people few and the spread uneven", () => {
    const runs = 600;
    let called = 0;
    for (let run = 0; run < runs; run++) {
      const source = stream(41, run);
      const normal = () => normalQuantile(source.uniform());
      const asked = Array.from({ length: 5 }, () => Float64Array.from({ length: 60 }, normal));
      const y = Float64Array.from(
        { length: 60 },
        (_, i) => normal() * (1 + Math.abs(asked[0]![i]!)),
      );
      called += Number(jointTestP(y, { asked, given: [] }) < 0.05);
    }
    // 5 % of 600 is 30, with a standard deviation of 5.3.
    expect(called).toBeLessThan(46);
    expect(called).toBeGreaterThan(0);
  });

  test("finds nothing where the given columns leave nothing", () => {
    const y = Float64Array.of(1, 3, 2, 5, 4, 6);
    const x = Float64Array.of(0, 1, 0, 1, 1, 2);
    expect(jointTestP(y, { asked: [x.map((one) => 1 - one)], given: [x] })).toBe(1);
  });
});

const sumOf = (values: readonly number[], power: number): number =>
  values.reduce((sum, one) => sum + one ** power, 0);

/** What a line through one column leaves. */
function residual(of: Float64Array, x: Float64Array): Float64Array {
  const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mx, my] = [mean(x), mean(of)];
  const slope =
    of.reduce((sum, one, i) => sum + (one - my) * (x[i]! - mx), 0) /
    x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
  return of.map((one, i) => one - my - slope * (x[i]! - mx));
}
