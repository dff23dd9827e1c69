/** The table of methods. To add one: a file beside this, and a line here. */
import { cramersV } from "./cramers-v.ts";
import { eta } from "./eta.ts";
import { kendall } from "./kendall.ts";
import type { Method } from "./method.ts";
import { pearson } from "./pearson.ts";
import { phi } from "./phi.ts";
import { pointBiserial } from "./point-biserial.ts";
import { spearman } from "./spearman.ts";

export const methods = [
  pearson,
  spearman,
  kendall,
  pointBiserial,
  phi,
  cramersV,
  eta,
] as const satisfies readonly Method[];

export type MethodId = (typeof methods)[number]["id"];

const byId = new Map<string, (typeof methods)[number]>(
  methods.map((method) => [method.id, method]),
);

/** The method of that name; a RangeError names what is not there. */
export function methodOf(id: MethodId): Method & { readonly id: MethodId } {
  const method = byId.get(id);
  if (method === undefined) throw new RangeError(`methodOf requires a known method, got "${id}"`);
  return method;
}
