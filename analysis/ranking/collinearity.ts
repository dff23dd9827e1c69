/**
 * What goes together among the columns of a ranking: how much of an item is its own, which items are twins, and how
 * strong the measured covariates are. All of it stands in the inverse of the correlations.
 *
 * With P = R⁻¹, the partial correlation of columns a and b given all others is -P_ab / √(P_aa P_bb), and P_aa is the
 * variance inflation of a (Marquardt 1970). For a block of q columns B it is |R_BB| |P_BB|, as the q-th root (Fox &
 * Monette 1992).
 */
import type { CorrelationMatrix } from "../importance/correlations.ts";
import type { Game } from "../importance/game.ts";
import {
  type Symmetric,
  entry,
  lowerRoot,
  place,
  solveRoot,
  symmetricOf,
} from "../numeric/matrix.ts";
import type { Robustness, Twins } from "../ranking.ts";
import type { VariableId } from "../table.ts";

/** A correlation above which a ranking had better have one of the two, or both as one. */
export const twinCorrelation = 0.9;
/** Variance inflation above which too little of an item is its own. */
export const muchInflation = 10;

/** Per player: how many times less is known of it because of the other columns; null: nothing is its own. */
export function inflations(correlations: CorrelationMatrix, game: Game): (number | null)[] {
  const columns = [...new Set([...(game.covariates ?? []), ...game.players.flat()])];
  const inverse = inverseOf(correlations, columns);
  return game.players.map((own) => {
    if (own.some((column) => !inverse.has(column))) return null;
    const among = determinant(
      symmetricOf(own.length, (i, j) => entry(correlations, own[i], own[j])),
    );
    const left = determinant(symmetricOf(own.length, (i, j) => inverse.at(own[i], own[j])));
    return Math.max(1, (among * left) ** (1 / own.length));
  });
}

/** Items of one column each, by number, that go together almost perfectly; closest first. */
export function twinsOf(
  correlations: CorrelationMatrix,
  { players }: Game,
  items: readonly { readonly id: string }[],
): Twins[] {
  const single = [...players.keys()].filter((player) => players[player].length === 1);
  return single
    .flatMap((a, at) =>
      single.slice(at + 1).map((b): Twins => {
        const correlation = entry(correlations, players[a][0], players[b][0]);
        return { items: [items[a].id, items[b].id], correlation };
      }),
    )
    .filter(({ correlation }) => Math.abs(correlation) > twinCorrelation)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

/**
 * For each player of one column: the covariate that would have to be unmeasured to move it most, as shares that
 * something as strong would explain of what is left of the item and of the outcome (Cinelli & Hazlett 2020, section
 * 4.4, k = 1). Null for a block, and where no covariate is a column of its own.
 *
 * @param covariates whose column each covariate column is
 */
export function benchmarksOf(
  correlations: CorrelationMatrix,
  { outcome, covariates = [], players }: Game,
  names: readonly VariableId[],
): Robustness["benchmark"][] {
  const columns = [...new Set([...covariates, ...players.flat()])];
  const inverse = inverseOf(correlations, columns);
  const withOutcome = inverseOf(correlations, [...columns, outcome]);
  return players.map((own) => {
    const [column] = own;
    if (own.length !== 1 || !inverse.has(column) || !withOutcome.has(outcome)) return null;
    const strengths = covariates.flatMap((covariate, at) => {
      if (!inverse.has(covariate) || !withOutcome.has(covariate)) return [];
      const odds = oddsOf(inverse.partial(column, covariate) ** 2);
      if (!(odds < 1)) return [];
      const ofY = oddsOf(withOutcome.partial(outcome, covariate) ** 2);
      const ofOutcome = Math.min(1, ((1 + odds) ** 2 / (1 - odds ** 2)) * ofY);
      return [{ covariate: names[at], ofExperience: odds, ofOutcome }];
    });
    return strengths.reduce<Robustness["benchmark"]>(
      (most, one) => (most === null || one.ofOutcome > most.ofOutcome ? one : most),
      null,
    );
  });
}

const oddsOf = (share: number): number => share / (1 - share);

interface Inverse {
  /** False for a column that is a combination of those before it. */
  has(column: number): boolean;
  at(a: number, b: number): number;
  /** Partial correlation of two columns given all others. */
  partial(a: number, b: number): number;
}

function inverseOf(correlations: CorrelationMatrix, columns: readonly number[]): Inverse {
  const among = symmetricOf(columns.length, (i, j) => entry(correlations, columns[i], columns[j]));
  const root = lowerRoot(among);
  const kept = columns.filter((_, i) => root[place(i, i)] > 0);
  const whole = lowerRoot(
    symmetricOf(kept.length, (i, j) => entry(correlations, kept[i], kept[j])),
  );
  const solved = kept.map((_, j) => {
    const unit = new Float64Array(kept.length);
    unit[j] = 1;
    return solveRoot(whole, unit);
  });
  const places = new Map(kept.map((column, at) => [column, at]));
  const at = (a: number, b: number): number => solved[places.get(a)!][places.get(b)!];
  return {
    has: (column) => places.has(column),
    at,
    partial: (a, b) => -at(a, b) / Math.sqrt(at(a, a) * at(b, b)),
  };
}

function determinant(matrix: Symmetric): number {
  const root = lowerRoot(matrix);
  let product = 1;
  for (let i = 0; i < matrix.size; i++) product *= root[place(i, i)] ** 2;
  return product;
}
