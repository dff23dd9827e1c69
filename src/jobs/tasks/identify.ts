/** Which numbers a plan would read from a table; null where a variable of it is gone. */
import type { Fingerprint, Plan, Table } from "#analysis";
import { columnsOf, fingerprint } from "../../studies/fingerprint.ts";

export function identify({
  table,
  plan,
}: {
  readonly table: Table;
  readonly plan: Plan;
}): Fingerprint | null {
  const whole = columnsOf(plan).every((id) => table.columns.has(id));
  return whole ? fingerprint(table, plan) : null;
}
