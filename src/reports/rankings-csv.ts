import type { Ranked, Ranking, Released, Screening, Unranked } from "#analysis";
import type { Names } from "../charts/index.ts";
import { csvRow, type Cell } from "./csv.ts";

/** One row per experience or learning outcome and outcome; an outcome without ranking has one row that says why. */
export function rankingsCsv({ rankings }: Released<Screening>, names: Names): string {
  const lines = rankings.flatMap((ranking) =>
    (ranking.ok ? ranking.ranked : [undefined]).map((ranked) => {
      const line: Line = { ranking, ranked, label: names.get(ranking.outcome)?.label ?? "" };
      return csvRow(columns.map(([, read]) => read(line)));
    }),
  );
  return csvRow(columns.map(([name]) => name)) + lines.join("");
}

interface Line {
  readonly ranking: Ranking | Unranked;
  readonly ranked: Ranked | undefined;
  readonly label: string;
}

type Column = readonly [name: string, read: (line: Line) => Cell];

const ofRanked =
  (read: (ranked: Ranked) => Cell) =>
  ({ ranked }: Line): Cell =>
    ranked === undefined ? null : read(ranked);
const ofRanking =
  (read: (ranking: Ranking) => Cell) =>
  ({ ranking }: Line): Cell =>
    ranking.ok ? read(ranking) : null;

/** Columns are only ever added at the end: people read this file by position. */
const columns: readonly Column[] = [
  ["outcome", ({ ranking }) => ranking.outcome],
  ["outcome_label", ({ label }) => label],
  ["of", ({ ranking }) => ranking.of],
  ["id", ofRanked(({ id }) => id)],
  ["label", ofRanked(({ label }) => label)],
  ["members", ofRanked(({ members }) => members.join("; "))],
  ["importance", ofRanked(({ importance }) => importance)],
  ["importance_low", ofRanked(({ interval }) => interval?.low ?? null)],
  ["importance_high", ofRanked(({ interval }) => interval?.high ?? null)],
  ["share", ofRanked(({ share }) => share)],
  ["evidence", ofRanked(({ evidence }) => evidence.difference?.value ?? null)],
  ["evidence_low", ofRanked(({ evidence }) => evidence.difference?.interval.low ?? null)],
  ["evidence_high", ofRanked(({ evidence }) => evidence.difference?.interval.high ?? null)],
  ["evidence_p", ofRanked(({ evidence }) => evidence.p)],
  ["evidence_p_holm", ofRanked(({ evidence }) => evidence.pHolm)],
  ["rank", ofRanked(({ rank }) => rank)],
  ["rank_low", ofRanked(({ rankLow }) => rankLow)],
  ["rank_high", ofRanked(({ rankHigh }) => rankHigh)],
  ["n", ({ ranking }) => ranking.n],
  ["effective_n", ofRanking(({ effectiveN }) => effectiveN)],
  ["covariates_r_squared", ofRanking(({ covariatesRSquared }) => covariatesRSquared)],
  ["added_r_squared", ({ ranking }) => ranking.addedRSquared],
  ["because", ({ ranking }) => (ranking.ok ? null : ranking.because)],
];
