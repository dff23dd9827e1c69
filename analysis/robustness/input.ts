/** What a ranking was made of, as plain columns: all that it takes to make it again in another way. */
import type { Game } from "../importance/game.ts";
import type { Level, VariableId } from "../table.ts";

/** A variable as it entered the ranking. */
export interface Entered {
  readonly id: VariableId;
  readonly label: string;
  readonly level: Level;
  /** On the scale of the ranking; for a nominal variable of three or more categories all its dummies. */
  readonly columns: readonly Float64Array[];
}

/** The variables of a ranking over some people. */
export interface Variables {
  readonly outcome: Entered;
  readonly covariates: readonly Entered[];
  /** Everything that is ranked, each variable once. */
  readonly ranked: readonly Entered[];
  /** Absent: everybody counts once. */
  readonly weights?: Float64Array;
}

export interface RobustnessInput extends Variables {
  /** In the order of `base`; several may share a variable. */
  readonly items: readonly { readonly members: readonly VariableId[] }[];
  /** The importance to be compared with: LMG of the items. */
  readonly base: Float64Array;
  /**
   * The same variables over everybody for whom all of them apply, NaN where missing; null where nobody has a gap.
   * Who has no job has no salary to be completed.
   */
  readonly withHoles: Variables | null;
}

/** Columns of the people at `rows`, over all people: NaN for who is not among them. */
export const overEverybody = (
  columns: readonly Float64Array[],
  rows: Int32Array,
  people: number,
): Float64Array[] =>
  columns.map((column) => {
    const spread = new Float64Array(people).fill(NaN);
    for (let i = 0; i < rows.length; i++) spread[rows[i]] = column[i];
    return spread;
  });

/** The columns side by side, outcome first, and the game of the items on their correlations. */
export function gameOf(
  { outcome, covariates, ranked }: Variables,
  items: RobustnessInput["items"],
): { readonly entered: readonly Entered[]; readonly columns: Float64Array[]; readonly game: Game } {
  const entered = [outcome, ...covariates, ...ranked];
  const columns = entered.flatMap((one) => one.columns);
  const places = new Map<VariableId, number[]>();
  let next = 0;
  for (const one of entered)
    places.set(
      one.id,
      one.columns.map(() => next++),
    );
  const placesOf = (id: VariableId): readonly number[] => {
    const found = places.get(id);
    if (found === undefined) throw new RangeError(`robustness requires a variable "${id}"`);
    return found;
  };
  return {
    entered,
    columns,
    game: {
      outcome: 0,
      covariates: covariates.flatMap(({ id }) => placesOf(id)),
      players: items.map(({ members }) => members.flatMap(placesOf)),
    },
  };
}
