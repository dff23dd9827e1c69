/** Gauss-Legendre: an integral over -1 to 1 as a weighted sum, exact for polynomials of degree 2 n - 1. */

export interface Node {
  readonly at: number;
  readonly weight: number;
}

/** Zeros of the Legendre polynomial of that degree by Newton's method, and their weights, on -1 to 1. */
export function gaussLegendre(degree: number): Node[] {
  return Array.from({ length: degree }, (_, i) => {
    let at = Math.cos((Math.PI * (i + 0.75)) / (degree + 0.5));
    let slope = 1;
    for (let step = 0; step < 6; step++) {
      let [before, value] = [1, at];
      for (let n = 2; n <= degree; n++)
        [before, value] = [value, ((2 * n - 1) * at * value - (n - 1) * before) / n];
      slope = (degree * (at * value - before)) / (at * at - 1);
      at -= value / slope;
    }
    return { at, weight: 2 / ((1 - at * at) * slope * slope) };
  });
}
