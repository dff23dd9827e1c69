/** What a measure of association is: one file, one line in the table of methods. */
import type { Estimate } from "../association.ts";
import type { Level } from "../table.ts";
import type { Units } from "../weights/units.ts";

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
  /** Who was drawn together, where not everybody was drawn alone: every cell then is one person, and has a weight. */
  readonly design?: Units;
  /** The side whose values are names of groups, where only one is (eta needs to know); absent: x. */
  readonly groups?: "x" | "y";
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
  /** Whether predictor and outcome may change places without changing the value. */
  readonly symmetric: boolean;
  /** Whether the method can be used for a predictor and an outcome of these levels. */
  accepts(predictor: Level, outcome: Level): boolean;
  /**
   * Estimate, interval and p: design-based where the pairs carry weights. Fewer people than the formula needs
   * and a side without variation are shortfalls; the plan's own `minimumPairs` is the caller's to check.
   */
  estimate(pairs: Pairs, confidence: number): Estimate;
}

/** What a cell counts for in an estimate: its weight, else its people; undefined where every cell is one. */
export const massOf = (pairs: Pairs): Float64Array | undefined => pairs.weight ?? pairs.count;
