/**
 * The bivariate normal distribution at all corners of a table at once.
 *
 * Two answers on ordered scales are taken as two standard normal variables cut at thresholds. The thresholds with
 * -Infinity and Infinity around them make a grid of corners; a cell of the table is the difference of its four.
 * Between one correlation and the next the distribution at a corner grows by the integral of the density there
 * (Plackett 1954, dΦ₂/dρ = φ₂), and that integral has the same Gauss-Legendre nodes for every corner: what a node
 * needs of the correlation is computed once, and a search that takes ever shorter steps needs ever fewer nodes.
 */
import { bivariateNormalLower } from "../numeric/bivariate-normal.ts";
import { gaussLegendre } from "../numeric/gauss-legendre.ts";
import { normalLower } from "../numeric/normal.ts";
import type { Thresholds } from "./thresholds.ts";

/** Numbers at (x.length + 2) x (y.length + 2) corners row by row, the outermost at the infinities. */
export type Corners = Float64Array;

/** P(X <= x_i, Y <= y_j) at every corner; absolute error near 1e-15. */
export function distributionAt({ x, y }: Thresholds, rho: number): Corners {
  const stride = y.length + 2;
  const corners = new Float64Array((x.length + 2) * stride);
  const [below, left] = [x.map(normalLower), y.map(normalLower)];
  for (let i = 0; i < x.length; i++) corners[(i + 1) * stride + stride - 1] = below[i];
  for (let j = 0; j < y.length; j++) corners[(x.length + 1) * stride + j + 1] = left[j];
  corners[corners.length - 1] = 1;
  const near = Math.abs(rho) < steep;
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < y.length; j++)
      corners[(i + 1) * stride + j + 1] = near
        ? below[i] * left[j]
        : bivariateNormalLower(x[i], y[j], rho);
  if (near) sweep(corners, { x, y }, [0, rho]);
  return corners;
}

/** Takes the distribution from one correlation to another, in place. */
export function moveDistribution(
  corners: Corners,
  thresholds: Thresholds,
  [from, to]: readonly [number, number],
): void {
  if (Math.max(Math.abs(from), Math.abs(to)) < steep) sweep(corners, thresholds, [from, to]);
  else corners.set(distributionAt(thresholds, to));
}

/** The density φ₂ at every corner, which is what the distribution gains per unit of rho, and its own slope in rho. */
export interface Density {
  readonly density: Corners;
  readonly slope: Corners;
}

/** @param into where to write, for a search that comes back with another rho */
export function densityAt(
  { x, y }: Thresholds,
  rho: number,
  into: Density = emptyDensity({ x, y }),
): Density {
  const { density, slope } = into;
  const stride = y.length + 2;
  const rest = (1 - rho) * (1 + rho);
  const scale = 1 / (2 * Math.PI * Math.sqrt(rest));
  for (let i = 0; i < x.length; i++)
    for (let j = 0, at = (i + 1) * stride + 1; j < y.length; j++, at++) {
      const product = x[i] * y[j];
      const form = (x[i] * x[i] + y[j] * y[j] - 2 * rho * product) / rest;
      density[at] = scale * Math.exp(-form / 2);
      slope[at] = (density[at] * (rho + product - rho * form)) / rest;
    }
  return into;
}

export function emptyDensity({ x, y }: Thresholds): Density {
  const size = (x.length + 2) * (y.length + 2);
  return { density: new Float64Array(size), slope: new Float64Array(size) };
}

/** The difference of the four corners of a cell whose lowest is `at`. */
export const overCell = (corners: Corners, at: number, stride: number): number =>
  corners[at + stride + 1] - corners[at + 1] - corners[at + stride] + corners[at];

/** The same for all cells, row by row. */
export function overCells(corners: Corners, columns: number): Float64Array {
  const stride = columns + 1;
  const rows = corners.length / stride - 1;
  const cells = new Float64Array(rows * columns);
  for (let i = 0, cell = 0; i < rows; i++)
    for (let j = 0, at = i * stride; j < columns; j++, at++, cell++)
      cells[cell] = overCell(corners, at, stride);
  return cells;
}

/**
 * Adds ∫ φ₂ dr, in t = asin r: 1/2π ∫ exp(-(a² + b² - 2 a b sin t) / (2 cos² t)) dt.
 * The integrand is smooth up to its singular points at ±π/2, so the error falls by the square of the ellipse
 * around the path that just reaches the nearer of them with every node (Trefethen 2008, theorem 4.5).
 */
function sweep(
  corners: Corners,
  { x, y }: Thresholds,
  [from, to]: readonly [number, number],
): void {
  const [start, end] = [Math.asin(from), Math.asin(to)];
  const [middle, half] = [(start + end) / 2, (end - start) / 2];
  if (half === 0) return;
  const reach = (Math.PI / 2 - Math.abs(middle)) / Math.abs(half);
  const nodes = Math.ceil(digits / Math.log(reach + Math.sqrt(reach * reach - 1)));
  const stride = y.length + 2;
  for (const { at, weight } of rules[Math.max(2, Math.min(nodes, mostNodes))]) {
    const sine = Math.sin(middle + half * at);
    const by = -1 / (2 * (1 - sine) * (1 + sine));
    const mass = (weight * half) / (2 * Math.PI);
    for (let i = 0; i < x.length; i++) {
      const [a, square] = [2 * sine * x[i], x[i] * x[i]];
      for (let j = 0, corner = (i + 1) * stride + 1; j < y.length; j++, corner++)
        corners[corner] += mass * Math.exp(by * (square + y[j] * (y[j] - a)));
    }
  }
}

/** From this correlation on the integrand is too steep: each corner by Genz's expansion instead. */
const steep = 0.925;
/** ln(1e17) / 2. */
const digits = 19.6;
/** For a path from one steep end to the other. */
const mostNodes = 24;
const rules = Array.from({ length: mostNodes + 1 }, (_, degree) => gaussLegendre(degree));
