/**
 * People whose outcome is made of their experiences with coefficients that we know.
 *
 * Experiences and a covariate share one factor, so that any two of them correlate 0.3; the outcome adds up the planted
 * coefficients, half the covariate, and an error. Experiences are normal numbers, or yes/no with one yes in five and an
 * error that is skewed and larger for those with the first experience; people come one by one, by unequal chance that
 * goes with the outcome, or in clusters of ten.
 */
import { type Column, type Stream, type Table } from "#analysis";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { tableOf } from "../../support/table.ts";

export const ways = ["numbers", "yes/no, uneven errors", "weighted", "clustered"] as const;
export type Way = (typeof ways)[number];

export interface Planted {
  /** One per experience, in deviations of the error. */
  readonly coefficients: readonly number[];
  readonly way: Way;
  readonly n: number;
}

export const experiences = (count: number): string[] =>
  Array.from({ length: count }, (_, k) => `e${k + 1}`);

const shared = 0.3;
const clusterSize = 10;
/** Share of variance between clusters. */
const alike = 0.1;

/** Columns e1 to ep, the covariate z, the outcome y, and how the people were drawn. */
export function plant({ coefficients, way, n }: Planted, source: Stream): Table {
  const width = coefficients.length + 1;
  const normal = () => normalQuantile(source.uniform());
  const block = () => {
    const factor = normal();
    return Array.from({ length: width + 1 }, (_, k) =>
      k === width ? normal() : Math.sqrt(shared) * factor + Math.sqrt(1 - shared) * normal(),
    );
  };
  const columns = Array.from({ length: width + 3 }, () => new Float64Array(n));
  let cluster: number[] = [];
  for (let i = 0; i < n;) {
    if (way === "clustered" && i % clusterSize === 0) cluster = block();
    const own = block().map((value, k) =>
      way === "clustered" ? Math.sqrt(alike) * cluster[k]! + Math.sqrt(1 - alike) * value : value,
    );
    const row = way === "yes/no, uneven errors" ? uneven(own) : own;
    const y = row.reduce(
      (sum, value, k) => sum + value * (k < width - 1 ? coefficients[k]! : k < width ? 0.5 : 1),
      0,
    );
    const chance = way === "weighted" ? 0.2 + 0.8 / (1 + Math.exp(-y)) : 1;
    if (chance < 1 && source.uniform() >= chance) continue;
    [...row.slice(0, width), y, 1 / chance, Math.floor(i / clusterSize)].forEach(
      (value, k) => (columns[k]![i] = value),
    );
    i++;
  }
  const level = way === "yes/no, uneven errors" ? "binary" : "interval";
  const ids = [...experiences(width - 1), "z", "y", "weight", "cluster"];
  const all = ids.map((id, k): Column => ({
    id,
    label: id,
    level: id === "cluster" ? "nominal" : k < width - 1 ? level : "interval",
    values: columns[k]!,
  }));
  return tableOf(all);
}

/** One yes in five, and a skewed error that spreads more where the first answer is yes. The covariate stays a number. */
function uneven(row: readonly number[]): number[] {
  const [z, error] = row.slice(-2) as [number, number];
  const answers = row.slice(0, -2).map((value) => Number(value > 0.8416));
  return [...answers, z, (Math.exp(error) - Math.exp(0.5)) * (1 + 0.5 * answers[0]!)];
}
