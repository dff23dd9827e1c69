/**
 * Scales: a published formula over items. An item runs from `low` to `high`; each answer is moved to 0..top, and the
 * score is the mean over the items answered:
 *
 *   score = top * sum(answer - low) / ((high - low) * answered)
 *
 * where a reversed item counts as low + high - answer and an answer outside low..high is none,
 *
 * so 0 is the lowest answer to every item and `top` the highest to every item.
 */
import { missingLimit, missingReasons, reasonAt, type Column } from "#analysis";

/** What a score is made of: the part that the scales of files and those of instruments share. */
export interface ScoringRule {
  /** Names of the items. */
  readonly items: readonly string[];
  /** Of these: a low answer counts as a high one, `low + high - answer`. */
  readonly reversed?: readonly string[];
  /** Lowest and highest answer of an item. */
  readonly low: number;
  readonly high: number;
  /** Score of the highest answer to every item. */
  readonly top: number;
}

export interface Scale extends ScoringRule {
  readonly id: string;
  readonly label: string;
  /** Items that later editions ask beside them; they are not part of the score. */
  readonly added: readonly string[];
}

/** One entry per person: the score, NaN where there is none, and then 1 + the index of the reason, else 0. */
export interface Scores {
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
}

/**
 * Scores of all people.
 * @param items columns of equal length, in any order; the reversed ones are known by their ids
 * @param needed answered items below which nobody is scored, at least 1
 */
export function scoreScale(rule: ScoringRule, items: readonly Column[], needed: number): Scores {
  if (items.length === 0 || !(needed >= 1))
    throw new RangeError(
      `scoreScale requires items and needed >= 1, got ${items.length}, ${needed}`,
    );
  const { sums, answered } = totals(rule, items);
  const people = sums.length;
  const values = new Float64Array(people);
  const reasons = new Uint8Array(people);
  for (let person = 0; person < people; person++) {
    const n = answered[person]!;
    if (n < needed) {
      values[person] = NaN;
      reasons[person] = 1 + missingReasons.indexOf(whyUnscored(items, person, n));
    } else values[person] = scoreOf(rule, sums[person]!, n);
  }
  return { values, reasons };
}

/** The score of somebody whose `answered` answers, the reversed ones turned, come to `sum`. */
export const scoreOf = ({ low, high, top }: ScoringRule, sum: number, answered: number): number =>
  (top * (sum - answered * low)) / ((high - low) * answered);

/** How the answers to an item count: as they are, or, where it is reversed, from the other end. */
export const countOf = (rule: ScoringRule, item: string): ((answer: number) => number) =>
  rule.reversed?.includes(item) === true
    ? (answer) => rule.low + rule.high - answer
    : (answer) => answer;

/** The formula as a sentence of the codebook. */
export function formula({ low, high, top, items, reversed = [] }: ScoringRule): string {
  const named = items.map((item) => (reversed.includes(item) ? `${item} (reversed)` : item));
  return `mean of ${named.join(", ")}, each moved from ${low}..${high} to 0..${top}`;
}

function totals(
  rule: ScoringRule,
  items: readonly Column[],
): { sums: Float64Array; answered: Uint8Array } {
  const people = items[0]!.values.length;
  const sums = new Float64Array(people);
  const answered = new Uint8Array(people);
  for (const { id, values } of items) {
    const limit = missingLimit(values);
    const count = countOf(rule, id);
    for (let person = 0; person < people; person++) {
      const value = values[person]!;
      if (value > limit && value >= rule.low && value <= rule.high) {
        sums[person]! += count(value);
        answered[person]!++;
      }
    }
  }
  return { sums, answered };
}

/** Who answered some items skipped the others; who answered none has the reason of the first. */
const whyUnscored = (items: readonly Column[], person: number, answered: number) =>
  answered > 0 ? "skipped" : (reasonAt(items[0]!, person) ?? "skipped");
