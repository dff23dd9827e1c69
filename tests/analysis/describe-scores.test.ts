import { expect, test } from "vitest";
import { describeScores, releaseScores, type Column } from "#analysis";

const item = (id: string, values: readonly number[]): Column => ({
  id,
  label: id,
  level: "ordinal",
  values: Float64Array.from(values),
});

test("quartiles are those of R, and who has no score does not count", () => {
  // quantile(c(1, 2, 4, 8, 16), c(.25, .75)) is 2 and 8.
  const scores = Float64Array.of(16, NaN, 1, 4, 2, 8);
  expect(describeScores(scores, [])).toEqual({
    n: 5,
    mean: 6.2,
    middleHalf: { low: 2, high: 8 },
    reliability: null,
  });
});

test("reliability rests on those who answered every item", () => {
  const a = [1, 2, 3, 4, 5, 5, 2, NaN];
  const b = [2, 2, 3, 5, 4, 5, 1, 3];
  const { reliability } = describeScores(Float64Array.from(a), [item("a", a), item("b", b)]);
  expect(reliability!.n).toBe(7);
  // Two items: alpha is 4 * cov(a, b) / var(a + b); R 4.2.2 gives 0.92783505154639179 for the seven people.
  expect(reliability!.alpha).toBeCloseTo(0.92783505154639179, 14);
  expect(reliability!.omega).toBeNull();
});

test("nothing is told of few people, quartiles only with enough on either side", () => {
  const of = (n: number) =>
    releaseScores(
      describeScores(
        Float64Array.from({ length: n }, (_, i) => i),
        [],
      ),
    );
  expect(of(9)).toEqual({ n: 0, mean: null, middleHalf: null, reliability: null });
  expect(of(10)).toEqual({ n: 10, mean: 4.5, middleHalf: null, reliability: null });
  expect(of(39).middleHalf).toBeNull();
  expect(of(40).middleHalf).toEqual({ low: 9.75, high: 29.25 });
});

test("reliability is told of thirty people and more", () => {
  const answers = (n: number) =>
    ["a", "b", "c"].map((id, at) =>
      item(
        id,
        Array.from({ length: n }, (_, i) => 1 + ((i * (at + 2)) % 5)),
      ),
    );
  const of = (n: number) =>
    releaseScores(
      describeScores(
        Float64Array.from({ length: n }, (_, i) => i),
        answers(n),
      ),
    );
  expect(of(29).reliability).toBeNull();
  expect(of(30).reliability).toMatchObject({ n: 30 });
});
