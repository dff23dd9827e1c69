/** How strong something unmeasured would have to be, beside something that was measured. */
import type { Ranked, Ranking, Robustness } from "../ranking.ts";
import { shareInWords } from "./figures.ts";
import { nameIn, outcomeIn, quoted, type Names } from "./names.ts";

/**
 * Of a difference that can be told from nothing; undefined where it has no robustness value.
 *
 * The strength is k times that of the benchmark covariate, with a and b its shares of what is left of experience and
 * outcome: k a and k b together leave nothing of the difference where k a k b / (1 - k a) = f², and f² = RV² / (1 - RV)
 * (Cinelli & Hazlett 2020, eq. 5 and 14).
 */
export function sentenceForRobustness(
  { label, evidence: { robustness } }: Ranked,
  ranking: Ranking,
  names: Names,
): string | undefined {
  if (robustness === null) return undefined;
  const { value, benchmark } = robustness;
  if (benchmark === null)
    return (
      `Something unmeasured would have to explain ${shareInWords(value)} of what is left of both ` +
      `${quoted(label)} and ${outcomeIn(ranking, names)} to leave nothing of this.`
    );
  const covariate = quoted(nameIn(names)(benchmark.covariate));
  return strengthInWords(timesNeeded(robustness), covariate);
}

/** How many times as strong as its benchmark something would have to be; Infinity where none could be. */
export function timesNeeded({ value, benchmark }: Robustness): number {
  if (benchmark === null) return Infinity;
  const { ofExperience: a, ofOutcome: b } = benchmark;
  if (value >= 1) return Infinity;
  const needed = value ** 2 / (1 - value);
  const both =
    needed === 0
      ? 0
      : (2 * needed) / (needed * a + Math.sqrt((needed * a) ** 2 + 4 * needed * a * b));
  if (both * b <= 1) return both;
  // Nothing explains more than all of the outcome: then the rest is the experience's.
  return Math.max(1 / b, needed / (1 + needed) / a);
}

function strengthInWords(times: number, covariate: string): string {
  if (times <= 1)
    return `Something unmeasured as strong as ${covariate} would leave nothing of this.`;
  const { words } = strengths.find(({ below }) => times < below) ?? strengths.at(-1)!;
  return `Something unmeasured would have to be ${words(times)} ${covariate} to leave nothing of this.`;
}

const strengths: readonly { readonly below: number; words(times: number): string }[] = [
  { below: 1.5, words: () => "somewhat stronger than" },
  { below: 2.5, words: () => "about twice as strong as" },
  { below: 10, words: (times) => `about ${Math.round(times)} times as strong as` },
  // From here on, how many more says nothing.
  { below: Infinity, words: () => "more than 10 times as strong as" },
];
