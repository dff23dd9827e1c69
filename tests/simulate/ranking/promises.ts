/** What is promised of rankings, and what was measured. */
import { judged, shareOf, type Share, type Verdict } from "../share.ts";
import type { Answer } from "./run.ts";

export interface Promised {
  readonly what: string;
  readonly n: number;
  readonly share: Share;
  readonly promised: string;
  readonly verdict: Verdict;
  readonly beside: string;
}

export const promisesOf = (answers: readonly Answer[]): Promised[] =>
  answers.flatMap(({ id, n, sums }) => {
    const of = (name: string) => sums.get(name) ?? 0;
    if (id.startsWith("rank sets")) {
      const share = shareOf(of("all in their sets"), of("ranked"));
      return {
        what: `${id}: all true ranks in their sets`,
        n,
        share,
        promised: "≥ 93",
        verdict: judged(share, [0.93, 1]),
        beside: `${(of("ranks per set") / of("ranked")).toFixed(1)} of 6 ranks per set`,
      };
    }
    if (!id.startsWith("planted nulls")) return [];
    const share = shareOf(of("a null called"), of("runs"));
    return {
      what: `${id}: any null called`,
      n,
      share,
      promised: "≤ 5",
      verdict: judged(share, [0, 0.05]),
      beside: `${(of("real called") / of("runs")).toFixed(2)} real ones called`,
    };
  });
