/** What a measure of association is: one file, one line in the table of methods. */
import type { Estimate } from "../association.ts";
import type { Level } from "../table.ts";

/**
 * The complete pairs of two columns, grouped into cells: a person is a cell of one, a 4 x 7 table of a
 * million people is 28 cells. Every method is written over cells, so that both give the same number.
 */
export interface Pairs {
  /** Value of predictor and outcome in each cell. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** People in each cell; absent: one each. */
  readonly count?: Float64Array;
  /** Sum of the survey weights, and of their squares, in each cell; absent: unweighted. */
  readonly weight?: Float64Array;
  readonly weightSquared?: Float64Array;
  /** People in all cells. */
  readonly n: number;
}

export interface Method {
  readonly id: string;
  /** As a reader sees it: "Spearman's rho". */
  readonly label: string;
  /** One letter or word for a table head. */
  readonly symbol: string;
  /** What the number means, assumptions and hazards in two or three plain sentences. */
  readonly meaning: string;
  /** Author, year. */
  readonly reference: string;
  /** Lowest and highest possible value. */
  readonly range: readonly [number, number];
  /** Whether the method can be used for a predictor and an outcome of these levels. */
  accepts(predictor: Level, outcome: Level): boolean;
  /** Estimate, interval and p. `minimumPairs` and variation are checked here. */
  estimate(pairs: Pairs, confidence: number): Estimate;
}
