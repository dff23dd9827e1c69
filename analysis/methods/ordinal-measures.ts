/** Gamma, Somers' D and tau-c: other readings of the same concordant and discordant pairs. */
import type { Concordance } from "./concordance.ts";

export interface OrdinalMeasure {
  readonly value: number;
  /** Asymptotic standard error for unweighted cells (Goodman & Kruskal 1972; Brown & Benedetti 1977). */
  readonly ase: number;
}

/** (P - Q) / (P + Q): ties left out, so it reads higher than tau-b. */
export function gamma(order: Concordance): OrdinalMeasure {
  const { agree, disagree } = order;
  const [p, q] = [total(order, (i) => agree[i]), total(order, (i) => disagree[i])];
  const spread = total(order, (i) => (q * agree[i] - p * disagree[i]) ** 2);
  return { value: (p - q) / (p + q), ase: (4 / (p + q) ** 2) * Math.sqrt(spread) };
}

/** (P - Q) / pairs not tied on x: y is the outcome. */
export function somersD(order: Concordance): OrdinalMeasure {
  const { agree, disagree, excess, untiedX, x } = order;
  const spread = total(
    order,
    (i) => (untiedX * (agree[i] - disagree[i]) - excess * (x.total - x.mass[x.codes[i]])) ** 2,
  );
  return { value: excess / untiedX, ase: (2 / untiedX ** 2) * Math.sqrt(spread) };
}

/** Stuart's tau-c: 2 (P - Q) m / (n² (m - 1)), m the smaller number of values. */
export function tauC(order: Concordance): OrdinalMeasure {
  const { agree, disagree, excess, x, y } = order;
  const m = Math.min(x.values.length, y.values.length);
  const scale = m / ((m - 1) * x.total ** 2);
  const squares = total(order, (i) => (agree[i] - disagree[i]) ** 2);
  return {
    value: excess * scale,
    ase: 2 * scale * Math.sqrt(squares - excess ** 2 / x.total),
  };
}

/** Concordant and discordant pairs, each counted once. */
export const pairCounts = (order: Concordance) => ({
  concordant: total(order, (i) => order.agree[i]) / 2,
  discordant: total(order, (i) => order.disagree[i]) / 2,
});

function total({ mass, agree }: Concordance, of: (cell: number) => number): number {
  let sum = 0;
  for (let i = 0; i < agree.length; i++) sum += (mass === undefined ? 1 : mass[i]) * of(i);
  return sum;
}
