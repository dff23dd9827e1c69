/**
 * Scales: a published formula over items. An item runs from `low` to `high`; each answer is moved to 0..top, and the
 * score is the mean over the items answered:
 *
 *   score = top * sum(answer - low) / ((high - low) * answered)
 *
 * so 0 is the lowest answer to every item and `top` the highest to every item.
 */
import { missingLimit, missingReasons, reasonAt, type Column } from "#analysis";

export interface Scale {
  readonly id: string;
  readonly label: string;
  /** Names of the items. */
  readonly items: readonly string[];
  /** Items that later editions ask beside them; they are not part of the score. */
  readonly added: readonly string[];
  /** Lowest and highest answer of an item. */
  readonly low: number;
  readonly high: number;
  /** Score of the highest answer to every item. */
  readonly top: number;
}

/** One entry per person: the score, NaN where there is none, and then 1 + the index of the reason, else 0. */
export interface Scores {
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
}

/**
 * Scores of all people.
 * @param items columns of equal length, in any order
 * @param needed answered items below which nobody is scored, at least 1
 */
export function scoreScale(scale: Scale, items: readonly Column[], needed: number): Scores {
  if (items.length === 0 || !(needed >= 1))
    throw new RangeError(
      `scoreScale requires items and needed >= 1, got ${items.length}, ${needed}`,
    );
  const { sums, answered } = totals(items);
  const people = sums.length;
  const values = new Float64Array(people);
  const reasons = new Uint8Array(people);
  const span = scale.high - scale.low;
  for (let person = 0; person < people; person++) {
    const n = answered[person]!;
    if (n < needed) {
      values[person] = NaN;
      reasons[person] = 1 + missingReasons.indexOf(whyUnscored(items, person, n));
    } else values[person] = (scale.top * (sums[person]! - n * scale.low)) / (span * n);
  }
  return { values, reasons };
}

/** The formula as a sentence of the codebook. */
export const formula = ({ low, high, top, items }: Scale): string =>
  `mean of ${items.join(", ")}, each moved from ${low}..${high} to 0..${top}`;

function totals(items: readonly Column[]): { sums: Float64Array; answered: Uint8Array } {
  const people = items[0]!.values.length;
  const sums = new Float64Array(people);
  const answered = new Uint8Array(people);
  for (const { values } of items) {
    const limit = missingLimit(values);
    for (let person = 0; person < people; person++) {
      const value = values[person]!;
      if (value > limit) {
        sums[person]! += value;
        answered[person]!++;
      }
    }
  }
  return { sums, answered };
}

/** Who answered some items skipped the others; who answered none has the reason of the first. */
const whyUnscored = (items: readonly Column[], person: number, answered: number) =>
  answered > 0 ? "skipped" : (reasonAt(items[0]!, person) ?? "skipped");
