/**
 * What a pair of columns shows that its coefficient hides: a bent relation, a latent reading that the table contradicts,
 * a test that few people make exact, groups of a handful. Data first, and one sentence for each below.
 *
 * All checks count people as they answered, without weights: they are about whether a reading fits, not about how many in
 * the population it would fit.
 */
import type { Estimate } from "../association.ts";
import { polychoricInference } from "../latent/polychoric-inference.ts";
import { polychoric } from "../latent/polychoric.ts";
import type { Column, Level } from "../table.ts";
import { crossTable, type CrossTable } from "./cross-table.ts";
import { fisherExactP } from "./exact.ts";
import { methodOf, type MethodId } from "./index.ts";
import { marginOf } from "./margin.ts";
import type { Pairs } from "./method.ts";
import { fewExpected, leastExpected } from "./two-by-two.ts";

export type Check =
  | {
      readonly code: "bent relation";
      /** Spearman's rho, which sees next to nothing. */
      readonly rank: number;
      /** One-sided p of the coefficients that see any shape. */
      readonly distanceP: number;
      readonly xiP: number;
    }
  | {
      readonly code: "latent reading withheld";
      /** G² of the polychoric model, its degrees of freedom, p and RMSEA. */
      readonly statistic: number;
      readonly df: number;
      readonly p: number;
      readonly misfit: number;
    }
  | { readonly code: "exact test"; readonly fisherP: number }
  | { readonly code: "few people"; readonly smallest: number };

export type CheckCode = Check["code"];

/** @param estimateOf of the pairs without weights, for methods that accept the levels */
export function pairChecks(
  [x, y]: readonly [Column, Column],
  pairs: Pairs,
  estimateOf = (id: MethodId): Estimate => methodOf(id).estimate(pairs, 0.95),
): readonly Check[] {
  const sides = { levels: [x.level, y.level], pairs, estimateOf } as const;
  return [bentRelation(sides), latentReading(sides), exactTest(sides), fewPeople(sides)].filter(
    (check) => check !== undefined,
  );
}

interface Sides {
  readonly levels: readonly [Level, Level];
  readonly pairs: Pairs;
  estimateOf(id: MethodId): Estimate;
}

/** Below this size a rank correlation says "next to nothing". */
const nextToNothing = 0.1;

/** A page shows one pair of many that might have been looked at, so an alarm asks for more than p < .05. */
const clearAlarm = 0.001;

/** Anything but independence, where ranks see next to nothing. */
function bentRelation({ levels, estimateOf }: Sides): Check | undefined {
  if (!levels.every((level) => level === "interval" || level === "count")) return undefined;
  const rank = estimateOf("spearman");
  if (!rank.ok || Math.abs(rank.value) >= nextToNothing) return undefined;
  const [distance, xi] = [estimateOf("distance-correlation"), estimateOf("xi")];
  if (!distance.ok || !xi.ok || Math.min(distance.p, xi.p) >= clearAlarm) return undefined;
  return { code: "bent relation", rank: rank.value, distanceP: distance.p, xiP: xi.p };
}

/** Misfit above which the two normal variables are given up: below it a polychoric correlation holds (Jöreskog 2005). */
const worstMisfit = 0.1;

/**
 * With many people G² rejects any table, so the misfit per degree of freedom must be large too: RMSEA =
 * sqrt(max(0, G² - df) / (df (n - 1))) above 0.1.
 */
function latentReading({ levels, pairs }: Sides): Check | undefined {
  if (!methodOf("polychoric").accepts(...levels)) return undefined;
  const table = crossTable(pairs);
  const model = polychoric(table);
  if (!model.ok) return undefined;
  const { fit } = polychoricInference(table, model, 0.95);
  if (fit === null || fit.p >= clearAlarm) return undefined;
  const misfit = Math.sqrt(Math.max(0, fit.statistic - fit.df) / (fit.df * (pairs.n - 1)));
  return misfit > worstMisfit ? { code: "latent reading withheld", ...fit, misfit } : undefined;
}

function exactTest({ levels, pairs }: Sides): Check | undefined {
  if (!methodOf("phi").accepts(...levels)) return undefined;
  const table: CrossTable = crossTable(pairs);
  if (table.rows !== 2 || table.columns !== 2 || leastExpected(table) >= fewExpected)
    return undefined;
  const [n00, n01, n10, n11] = table.cells;
  return { code: "exact test", fisherP: fisherExactP(n11, n10, n01, n00) };
}

/** Fewer people than this in a group are neither a group nor safe to show. */
const fewest = 10;

function fewPeople({ levels, pairs }: Sides): Check | undefined {
  const counts = (["x", "y"] as const).flatMap((side, at) =>
    levels[at] === "nominal" || levels[at] === "binary"
      ? [...marginOf(pairs[side], pairs.count).mass]
      : [],
  );
  const smallest = Math.min(pairs.n, ...counts);
  return smallest < fewest ? { code: "few people", smallest } : undefined;
}

/** A check in plain words; numbers of few people are not told. */
export const sentenceForCheck = (check: Check): string => sentences[check.code];

const sentences: Readonly<Record<CheckCode, string>> = {
  "bent relation":
    "The two go together, but not in one direction: ranks show next to nothing, while coefficients for any shape are clear. Look at the drawing, not at a single number.",
  "latent reading withheld":
    "The table does not look like two normally distributed feelings cut into answers: read the polychoric correlation as a description of the table and of nothing behind it.",
  "exact test":
    "Fewer than five people are expected in a cell, where chi-square is rough: without weights p comes from Fisher's exact test.",
  "few people":
    "Fewer than ten people are in a group: its figures would change with every other person.",
};
