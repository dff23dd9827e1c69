/**
 * Shapley value of every player: its mean gain over all orders in which the players can enter
 * (Shapley 1953). It shares out the gain of all together exactly, and alike players get alike shares.
 *
 *   phi_j = sum over S without j of |S|! (p - |S| - 1)! / p! [v(S + j) - v(S)]
 *
 * Collected by v(S), phi_j is one weighted sum over the S with j less another over all S. The first
 * comes for all players together by folding the array in half p times: 2^(p+1) additions in all.
 */

/** Shapley values as a function of the gains of all 2^players coalitions (bit j of the index: player j). */
export function shapleyOf(players: number): (gains: Float64Array) => Float64Array {
  const asRest = new Float64Array(players + 1);
  const asEither = new Float64Array(players + 1);
  for (let size = 0; size < players; size++) {
    asRest[size] = chanceBefore(size, players);
    asEither[size] += asRest[size];
    asEither[size + 1] += asRest[size];
  }
  const sizes = coalitionSizes(players);
  const folded = new Float64Array(2 ** players);

  return (gains) => {
    let rest = 0;
    for (let s = 0; s < folded.length; s++) {
      rest += asRest[sizes[s]] * gains[s];
      folded[s] = asEither[sizes[s]] * gains[s];
    }
    const shares = new Float64Array(players);
    for (let player = players - 1; player >= 0; player--) {
      const half = 1 << player;
      let joined = 0;
      for (let s = 0; s < half; s++) {
        joined += folded[s + half];
        folded[s] += folded[s + half];
      }
      // A model never explains less for one more column: below zero is rounding.
      shares[player] = Math.max(0, joined - rest);
    }
    return shares;
  };
}

/** Number of players in each coalition. */
export function coalitionSizes(players: number): Uint8Array {
  const sizes = new Uint8Array(2 ** players);
  for (let s = 1; s < sizes.length; s++) sizes[s] = sizes[s >> 1] + (s & 1);
  return sizes;
}

/** Chance that exactly one given coalition of that size stands before a given player. */
export function chanceBefore(size: number, players: number): number {
  let chance = 1 / players;
  for (let i = 1; i <= size; i++) chance *= i / (players - i);
  return chance;
}
