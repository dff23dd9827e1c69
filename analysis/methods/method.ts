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
  /** The side whose values are groups, where a method compares a number between groups; absent: x. */
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
  /** Which interval and which p, unweighted and under weights. */
  readonly inference: string;
  /** Where an ordinary reading goes wrong. */
  readonly hazard: string;
  /** Author, year. */
  readonly reference: string;
  /** Lowest and highest possible value; infinite for a difference in the unit of the variable, and for a ratio. */
  readonly range: readonly [number, number];
  /** The value that says "no association": 0, or 1 for a ratio. */
  readonly nothing: 0 | 1;
  /** "log" for a ratio: 2 lies as far above 1 as 1/2 below, and an axis shows it so. */
  readonly scale: "linear" | "log";
  /** Whether the side of `nothing` on which the value lies is a direction: more goes with more, or with less. */
  readonly directed: boolean;
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

/**
 * The side that holds the groups: the one without an order, else the one with two answers, else the one with ordered
 * categories; the predictor where both are alike.
 */
export const groupSide = (predictor: Level, outcome: Level): "x" | "y" =>
  grouping[outcome] > grouping[predictor] ? "y" : "x";

const grouping = { nominal: 3, binary: 2, ordinal: 1, count: 0, interval: 0 } as const;

/** 1 where more goes with more, -1 where more goes with less, 0 where a method or its value has no direction. */
export const directionOf = (
  { directed, nothing }: Pick<Method, "directed" | "nothing">,
  value: number,
): -1 | 0 | 1 => (!directed || value === nothing ? 0 : value > nothing ? 1 : -1);

/** Levels whose numbers have an order. */
export const isOrdered = (level: Level): boolean => level !== "nominal";

/** One side with two answers, the other with more than two in order. */
export const isTwoGroups = (predictor: Level, outcome: Level): boolean =>
  isOrdered(predictor) && isOrdered(outcome) && (predictor === "binary") !== (outcome === "binary");

/** One side without an order, the other with numbers in order, more than two. */
export const isManyGroups = (predictor: Level, outcome: Level): boolean =>
  (predictor === "nominal") !== (outcome === "nominal") &&
  predictor !== "binary" &&
  outcome !== "binary";
