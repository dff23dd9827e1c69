/** Regression under designs: the laws that tie it to the plain models; R's svyglm stands in the corpus. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankBiserial } from "../../../analysis/methods/rank-biserial.ts";
import { designModel } from "../../../analysis/models/design-model.ts";
import { linearModel } from "../../../analysis/models/linear.ts";
import { logisticModel } from "../../../analysis/models/logistic.ts";
import { designRankTest } from "../../../analysis/models/rank-test.ts";
import { close } from "../../support/close.ts";
import { confidence, fitted, modelPeople, shuffled } from "./people.ts";

describe("regression under a design", () => {
  test("of nothing but equal weights is the robust linear model, clusters the clustered one", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms, groups }) => {
        const n = y.length;
        const weights = new Float64Array(n).fill(7);
        const shared = { family: "gaussian", confidence } as const;
        const alone = fitted(designModel(y, terms, { ...shared, design: { weights } }));
        const robust = fitted(linearModel(y, terms, { errors: "HC1", confidence }));
        const clusters = groups;
        const together = designModel(y, terms, { ...shared, design: { weights, clusters } });
        const clustered = fitted(linearModel(y, terms, { clusters, confidence }));
        const scale = Math.sqrt((n - 3) / (n - 1));
        expect(alone.df).toBe(n - 3);
        alone.coefficients.forEach(({ value, se }, j) => {
          close(value, robust.coefficients[j]!.value, 1e-8, 1e-9);
          close(se, robust.coefficients[j]!.se * scale, 1e-8);
          const other = fitted(together).coefficients[j]!;
          close(other.se, clustered.coefficients[j]!.se * scale, 1e-7, 1e-9);
        });
      }),
    );
  });

  test("of yes and no has the coefficients of the logistic model of repeated people", () => {
    fc.assert(
      fc.property(modelPeople, ({ y: numbers, terms, weights }) => {
        const y = numbers.map((one) => Number(one > 0));
        const each = [...weights.keys()].flatMap((i) => Array<number>(weights[i]!).fill(i));
        const repeat = (values: Float64Array) => Float64Array.from(each, (i) => values[i]!);
        const many = terms.map(({ name, values }) => ({ name, values: repeat(values) }));
        const design = { weights };
        const one = designModel(y, terms, { family: "binomial", design, confidence });
        const other = logisticModel(repeat(y), many, { confidence });
        if (!one.ok || !other.ok) return;
        one.coefficients.forEach(({ value }, j) =>
          close(value, other.coefficients[j]!.value, 1e-7, 1e-8),
        );
      }),
    );
  });

  test("has no finite fit where everybody of one group says yes, however the steps are halved", () => {
    const bits = (text: string) => Float64Array.from(text, Number);
    const y = bits("1011011111010110110110010101");
    const group = bits("0101101110101101011101111111");
    const a = Float64Array.from(
      "-7 11 5 2 -15 8 6 -11 7 0 -20 0 13 13 -1 -19 15 -14 3 17 9 9 3 13 -2 10 -1 -1".split(" "),
      Number,
    );
    const weights = bits("1231212311112213123122234432");
    const terms = [
      { name: "a", values: a },
      { name: "group", values: group },
    ];
    const found = designModel(y, terms, { family: "binomial", design: { weights }, confidence });
    expect(found).toEqual({ ok: false, because: "no finite fit" });
  });

  test("needs more units than rows", () => {
    const [people] = fc.sample(modelPeople, { numRuns: 1, seed: 3 });
    const { y, terms, weights, groups } = people!;
    const two = { weights, clusters: groups.map((group) => group % 2) };
    const found = designModel(y, terms, { family: "gaussian", design: two, confidence });
    expect(found).toEqual({ ok: false, because: "too few people" });
  });
});

describe("the rank test under a design", () => {
  test("of equal weights differs by half the rank-biserial correlation", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms }) => {
        const group = terms[1]!.values;
        const design = { weights: new Float64Array(y.length).fill(3) };
        const found = fitted(designRankTest(y, group, { design, confidence }));
        const plain = rankBiserial.estimate({ x: group, y, n: y.length }, confidence);
        close(found.value, plain.ok ? plain.value / 2 : NaN, 1e-9, 1e-12);
      }),
    );
  });

  test("sees only the order of the numbers, and not that of the rows", () => {
    fc.assert(
      fc.property(
        modelPeople.filter(({ y }) => y.length % 7 !== 0),
        ({ y: numbers, terms, weights }) => {
          const y = numbers.map((one) => Math.round(one / 20));
          const group = terms[1]!.values;
          const one = designRankTest(y, group, { design: { weights }, confidence });
          const options = { design: { weights }, confidence };
          const stretched = designRankTest(
            y.map((value) => value ** 3),
            group,
            options,
          );
          expect(stretched).toEqual(one);
          const other = designRankTest(shuffled(y), shuffled(group), {
            design: { weights: shuffled(weights) },
            confidence,
          });
          if (!one.ok || !other.ok) return;
          close(other.value, one.value, 1e-9, 1e-12);
          close(other.se, one.se, 1e-9, 1e-12);
        },
      ),
    );
  });
});
