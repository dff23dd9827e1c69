import { createHash } from "node:crypto";
import { asNumbers, columnOf, type Fingerprint, type Plan, type Table } from "#analysis";
import { rolesOf } from "./roles.ts";

/** Identifies the analysed numbers, whatever type they are kept in: same figures, same fingerprint. */
export function fingerprint(table: Table, plan: Plan): Fingerprint {
  const hash = createHash("sha256");
  for (const id of columnsOf(plan)) {
    const column = columnOf(table, id);
    hash.update(JSON.stringify([id, column.level]));
    hash.update(new Uint8Array(canonical(asNumbers(column)).buffer));
  }
  return { people: table.rows, sha256: hash.digest("hex") };
}

/** Every variable that a plan reads, each once, in the order of the plan. */
export const columnsOf = (plan: Plan): readonly string[] => [
  ...new Set([...rolesOf(plan)].map(([, id]) => id)),
];

/** One bit pattern for each number: NaN has many, and zero has two. */
function canonical(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? NaN : value + 0));
}
