/** The table of methods. To add one: a file beside this, and a line here. */
import { biserial } from "./biserial.ts";
import { cramersV } from "./cramers-v.ts";
import { distanceCorrelation } from "./distance-correlation.ts";
import { epsilonSquared } from "./epsilon-squared.ts";
import { eta } from "./eta.ts";
import { gamma } from "./gamma.ts";
import { hedgesG } from "./hedges-g.ts";
import { kendall } from "./kendall.ts";
import { kruskal } from "./kruskal.ts";
import { meanDifference } from "./mean-difference.ts";
import type { Method } from "./method.ts";
import { oddsRatio } from "./odds-ratio.ts";
import { omegaSquared } from "./omega-squared.ts";
import { pearson } from "./pearson.ts";
import { phi } from "./phi.ts";
import { pointBiserial } from "./point-biserial.ts";
import { polychoric } from "./polychoric.ts";
import { polyserial } from "./polyserial.ts";
import { rankBiserial } from "./rank-biserial.ts";
import { riskDifference } from "./risk-difference.ts";
import { riskRatio } from "./risk-ratio.ts";
import { somersD } from "./somers-d.ts";
import { spearman } from "./spearman.ts";
import { tauC } from "./tau-c.ts";
import { tetrachoric } from "./tetrachoric.ts";
import { xi } from "./xi.ts";

export const methods = [
  pearson,
  spearman,
  kendall,
  tauC,
  gamma,
  somersD,
  pointBiserial,
  meanDifference,
  hedgesG,
  rankBiserial,
  phi,
  riskDifference,
  riskRatio,
  oddsRatio,
  cramersV,
  eta,
  omegaSquared,
  epsilonSquared,
  kruskal,
  polychoric,
  tetrachoric,
  polyserial,
  biserial,
  distanceCorrelation,
  xi,
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
