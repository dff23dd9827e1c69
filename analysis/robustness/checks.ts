/**
 * The automatic stress test of a ranking: the same question answered in other ways that are as good, to see whether
 * the top stays the top. One row per way; a new one is a row of `robustnessChecks`.
 *
 * A check computes shares of all items again, or says why it cannot. What is compared is the order, never the size:
 * latent correlations give larger shares than scores, Johnson's weights other ones than LMG.
 *
 * Hazard: checks agree by chance where the top is far ahead, and disagree by chance where items are equal. They say
 * whether a choice of method matters, not whether the ranking is sure: that is what rank sets are for.
 */
import { weightedCorrelations, type CorrelationMatrix } from "../importance/correlations.ts";
import type { Game } from "../importance/game.ts";
import { regressionShares } from "../importance/johnson.ts";
import { forEstimate, importance } from "../importance/lmg.ts";
import { latentCorrelations } from "../latent/latent-correlations.ts";
import { incompleteNormal } from "../missing/incomplete-normal.ts";
import type { Column } from "../table.ts";
import { gameOf, type RobustnessInput, type Entered } from "./input.ts";
import { orderOf, tauOfOrders, topUnchanged } from "./compared.ts";

export interface Check {
  readonly id: string;
  /** As a line of a table says it. */
  readonly label: string;
  /** What is done otherwise, and what it would mean if that mattered. */
  readonly sentence: string;
  shares(input: RobustnessInput): Shares | NoShares;
}

export interface Shares {
  readonly shares: Float64Array;
  /** Which of several ways this is, where the check tries several and takes the one that moves the order most. */
  readonly of?: string;
}

export interface NoShares {
  /** A fact about the data, in words. */
  readonly because: string;
}

export type Checked = Pick<Check, "id" | "label" | "sentence"> &
  (
    | {
        readonly ok: true;
        /** Places of the items, the largest share first. */
        readonly order: readonly number[];
        /** Whether the same `k` items are on top, in whatever order. */
        readonly topUnchanged: boolean;
        /** Kendall's tau of the two orders, -1 to 1. */
        readonly tau: number;
        readonly of?: string;
      }
    | ({ readonly ok: false } & NoShares)
  );

/** Every check against the ranking as it was made. @param k how many count as the top */
export function runChecks(input: RobustnessInput, k: number): Checked[] {
  const base = orderOf(input.base);
  return robustnessChecks.map((check): Checked => {
    const { id, label, sentence } = check;
    const found = check.shares(input);
    if ("because" in found) return { id, label, sentence, ok: false, because: found.because };
    const order = orderOf(found.shares);
    return {
      id,
      label,
      sentence,
      ok: true,
      order,
      topUnchanged: topUnchanged(base, order, k),
      tau: tauOfOrders(base, order),
      ...(found.of !== undefined && { of: found.of }),
    };
  });
}

/** In the order in which they are shown. */
export const robustnessChecks: readonly Check[] = [
  {
    id: "johnson",
    label: "Johnson's weights instead of LMG",
    sentence:
      "Explained variance is shared out by Johnson's relative weights instead of the mean over all orders of entry.",
    shares: johnsonShares,
  },
  {
    id: "latent",
    label: "Latent correlations instead of scores",
    sentence:
      "Ordered answers count as cut from normal variables (polychoric and polyserial correlations) instead of by their scores.",
    shares: latentShares,
  },
  {
    id: "em",
    label: "Everybody instead of the complete",
    sentence:
      "People with gaps count with what they answered (maximum likelihood by EM) instead of being left out.",
    shares: everybodysShares,
  },
  {
    id: "covariates",
    label: "One covariate less",
    sentence:
      "Each covariate is left out in turn; shown is the one whose absence changes the order most.",
    shares: fewerCovariates,
  },
  {
    id: "weights",
    label: "Weights off",
    sentence: "Everybody who is ranked counts once instead of by the survey weight.",
    shares: unweightedShares,
  },
];

/** Weights of a block are those of its columns summed; the dummies of one variable have none of their own. */
function johnsonShares(input: RobustnessInput): Shares | NoShares {
  if (input.ranked.some(({ columns }) => columns.length > 1))
    return { because: "unordered categories have no weights of their own" };
  const { columns, game } = gameOf(input, input.items);
  const predictors = game.players.flat();
  if (new Set(predictors).size < predictors.length)
    return { because: "something counts in several blocks" };
  const { johnson } = regressionShares(weightedCorrelations(columns, input.weights), {
    outcome: game.outcome,
    predictors,
    covariates: game.covariates ?? [],
  });
  let next = 0;
  const shares = game.players.map((own) => own.reduce((sum) => sum + johnson[next++], 0));
  return { shares: Float64Array.from(shares) };
}

function latentShares(input: RobustnessInput): Shares | NoShares {
  const { entered, game } = gameOf(input, input.items);
  const columns = entered.flatMap(asColumns);
  if (columns.every(({ level }) => level === "interval"))
    return { because: "no answers are ordered categories" };
  const found = latentCorrelations(columns, input.weights && { weights: input.weights });
  if (found.ok) return lmgOf(found.correlations, game);
  const names = [...new Set(found.columns.map((at) => columns[at].label))];
  return { because: `${found.because} between ${names.join(" and ")}` };
}

/**
 * Ordered answers keep their order. A yes or no is a fact, not the upper part of a normal variable: it counts as a number,
 * as the dummies of unordered categories do. (Taken as cut, a first-generation student would be held constant more
 * than she is, and what only went with that would seem to matter, the other way round.)
 */
const asColumns = ({ id, label, level, columns }: Entered): Column[] =>
  columns.map((values) => ({
    id,
    label,
    level: columns.length === 1 && level === "ordinal" ? level : "interval",
    values,
  }));

function everybodysShares({ withHoles, items }: RobustnessInput): Shares | NoShares {
  if (withHoles === null) return { because: "nobody has a gap" };
  const { columns, game } = gameOf(withHoles, items);
  const found = incompleteNormal(columns, {
    ...(withHoles.weights && { weights: withHoles.weights }),
    precision: enoughForAnOrder,
  });
  return found.ok ? lmgOf(found.correlations, game) : { because: found.because };
}

/** Of a correlation, in one round of EM. */
const enoughForAnOrder = 1e-6;

function fewerCovariates(input: RobustnessInput): Shares | NoShares {
  if (input.covariates.length === 0) return { because: "nothing is held constant" };
  const { columns, game } = gameOf(input, input.items);
  const correlations = weightedCorrelations(columns, input.weights);
  const base = orderOf(input.base);
  let next = 1;
  const without = input.covariates.map((covariate) => {
    const own = new Set(covariate.columns.map(() => next++));
    const covariates = game.covariates?.filter((column) => !own.has(column)) ?? [];
    const found = lmgOf(correlations, { ...game, covariates });
    const tau = tauOfOrders(base, orderOf(found.shares));
    return { shares: found.shares, of: covariate.label, tau };
  });
  const { shares, of } = without.reduce((most, one) => (one.tau < most.tau ? one : most));
  return { shares, of };
}

function unweightedShares(input: RobustnessInput): Shares | NoShares {
  if (input.weights === undefined) return { because: "there are no weights" };
  const { columns, game } = gameOf(input, input.items);
  return lmgOf(weightedCorrelations(columns), game);
}

const lmgOf = (correlations: CorrelationMatrix, game: Game): Shares => ({
  shares: importance(correlations, game, forEstimate).lmg,
});
