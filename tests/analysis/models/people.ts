/** Random people for the laws of models. */
import * as fc from "fast-check";
import type { Term } from "../../../analysis/models/terms.ts";

export interface ModelPeople {
  readonly y: Float64Array;
  readonly terms: readonly Term[];
  readonly groups: Float64Array;
  readonly weights: Float64Array;
}

const row = fc.record({
  y: fc.integer({ min: -100, max: 100 }),
  a: fc.integer({ min: -20, max: 20 }),
  b: fc.integer({ min: 0, max: 1 }),
  group: fc.integer({ min: 0, max: 3 }),
  weight: fc.integer({ min: 1, max: 4 }),
});

/** Two terms that differ from each other, four groups; the first rows see to that. */
export const modelPeople = fc
  .array(row, { minLength: 8, maxLength: 30 })
  .map((drawn): ModelPeople => {
    const rows = [...sure, ...drawn];
    const column = (key: keyof (typeof rows)[number]) => Float64Array.from(rows, (one) => one[key]);
    return {
      y: column("y"),
      terms: [
        { name: "a", values: column("a") },
        { name: "b", values: column("b") },
      ],
      groups: column("group"),
      weights: column("weight"),
    };
  });

const sure = [
  { y: 3, a: -7, b: 0, group: 0, weight: 1 },
  { y: -40, a: 11, b: 1, group: 0, weight: 2 },
  { y: 17, a: 5, b: 0, group: 1, weight: 3 },
  { y: 60, a: 2, b: 1, group: 1, weight: 1 },
  { y: -9, a: -15, b: 1, group: 2, weight: 2 },
  { y: 28, a: 8, b: 0, group: 3, weight: 1 },
];

export const confidence = 0.95;

/** The model, or the test fails. */
export function fitted<T extends { readonly ok: boolean }>(found: T): Extract<T, { ok: true }> {
  if (!found.ok) throw new Error(`expected a model, got ${JSON.stringify(found)}`);
  return found as Extract<T, { ok: true }>;
}

/** The same people in another order. */
export const shuffled = (values: Float64Array): Float64Array =>
  values.map((_, i) => values[(i * 7 + 3) % values.length]!);
