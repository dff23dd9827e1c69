/** Random people for the laws: pairs of the kind a method is for. */
import * as fc from "fast-check";
import type { MethodId } from "../../../analysis/methods/index.ts";
import type { Pairs } from "../../../analysis/methods/method.ts";

/** Numbers of one side: codes of a few categories or answers, or measurements with some ties. */
const sides = {
  binary: fc.constantFrom(0, 1),
  categories: fc.integer({ min: 1, max: 5 }),
  answers: fc.integer({ min: 0, max: 4 }),
  measurement: fc.integer({ min: -400, max: 400 }).map((tenths) => tenths / 10),
} as const;
type Side = keyof typeof sides;

type Kind = readonly [x: Side, y: Side];
const ordered: readonly Kind[] = [
  ["categories", "categories"],
  ["categories", "measurement"],
];
const measured: readonly Kind[] = [
  ["measurement", "measurement"],
  ["categories", "measurement"],
];
const twoGroups: readonly Kind[] = [
  ["binary", "measurement"],
  ["binary", "categories"],
];
const manyGroups: readonly Kind[] = [["categories", "measurement"]];
const yesNo: readonly Kind[] = [["binary", "binary"]];

/** Which sides the laws try for a method, by its id. */
const kinds: Readonly<Record<MethodId, readonly Kind[]>> = {
  pearson: measured,
  spearman: measured,
  kendall: ordered,
  "tau-c": ordered,
  gamma: ordered,
  "somers-d": ordered,
  "point-biserial": [["binary", "measurement"]],
  "mean-difference": twoGroups,
  "hedges-g": twoGroups,
  "rank-biserial": twoGroups,
  phi: yesNo,
  "risk-difference": yesNo,
  "risk-ratio": yesNo,
  "odds-ratio": yesNo,
  "cramers-v": [
    ["categories", "categories"],
    ["binary", "categories"],
  ],
  eta: manyGroups,
  "omega-squared": manyGroups,
  "epsilon-squared": manyGroups,
  kruskal: manyGroups,
  polychoric: [["answers", "answers"]],
  tetrachoric: yesNo,
  polyserial: [["answers", "measurement"]],
  biserial: [["binary", "measurement"]],
  "distance-correlation": measured,
  xi: measured,
};

/**
 * Pairs on which the method has an estimate: each side varies, and there are more people than categories; two yes/no
 * columns have somebody in every cell; answers that latent variables are behind do not follow each other perfectly.
 */
export function peopleFor({ id }: { readonly id: MethodId }, most = 40): fc.Arbitrary<Pairs> {
  return fc.oneof(...kinds[id].map((kind) => peopleOf(kind, most)));
}

const peopleOf = ([x, y]: Kind, most: number): fc.Arbitrary<Pairs> =>
  fc
    .array(fc.tuple(sides[x], sides[y]), { minLength: 8, maxLength: most })
    .map((people) => pairs([...(overlapping.has(x) ? corners : []), ...people]))
    .filter((of) => new Set(of.x).size > 1 && new Set(of.y).size > 1);

const overlapping: ReadonlySet<Side> = new Set<Side>(["binary", "answers"]);
const corners: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

export const pairs = (people: readonly (readonly [number, number])[]): Pairs => ({
  x: Float64Array.from(people, ([x]) => x),
  y: Float64Array.from(people, ([, y]) => y),
  n: people.length,
});

/** Weights between a third and three, one per person. */
export const weightsFor = (n: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n, maxLength: n })
    .map((logs) => Float64Array.from(logs, (log) => 3 ** log));

export const weighted = (people: Pairs, weight: Float64Array): Pairs => ({
  ...people,
  weight,
  weightSquared: weight.map((w) => w * w),
});

/** The same people, those with equal numbers in one cell. */
export function grouped({ x, y, weight, n, ...rest }: Pairs): Pairs {
  const cells = new Map<string, number[]>();
  x.forEach((value, i) => {
    const name = `${value} ${y[i]}`;
    cells.set(name, [...(cells.get(name) ?? []), i]);
  });
  const members = [...cells.values()];
  const sum = (of: (i: number) => number) =>
    Float64Array.from(members, (cell) => cell.reduce((total, i) => total + of(i), 0));
  return {
    ...rest,
    x: Float64Array.from(members, ([first]) => x[first!]!),
    y: Float64Array.from(members, ([first]) => y[first!]!),
    count: sum(() => 1),
    ...(weight && { weight: sum((i) => weight[i]!), weightSquared: sum((i) => weight[i]! ** 2) }),
    n,
  };
}

/** The same people in another order. */
export function reordered(people: Pairs, order: readonly number[]): Pairs {
  const pick = (of: Float64Array) => Float64Array.from(order, (i) => of[i]!);
  return {
    ...people,
    x: pick(people.x),
    y: pick(people.y),
    ...(people.weight && { weight: pick(people.weight) }),
    ...(people.weightSquared && { weightSquared: pick(people.weightSquared) }),
  };
}
