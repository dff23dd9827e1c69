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
  (read: (ranked: Ranked, ranking: Ranking) => Cell) =>
  ({ ranking, ranked }: Line): Cell =>
    ranking.ok && ranked !== undefined ? read(ranked, ranking) : null;
const ofRanking =
  (read: (ranking: Ranking) => Cell) =>
  ({ ranking }: Line): Cell =>
    ranking.ok ? read(ranking) : null;
const list = (values: readonly (string | number)[]): string => values.join("; ");

/** Columns are only ever added at the end: people read this file by position. */
const columns: readonly Column[] = [
  ["outcome", ({ ranking }) => ranking.outcome],
  ["outcome_label", ({ label }) => label],
  ["of", ({ ranking }) => ranking.of],
  ["id", ofRanked(({ id }) => id)],
  ["label", ofRanked(({ label }) => label)],
  ["members", ofRanked(({ members }) => list(members))],
  ["importance", ofRanked(({ importance }) => importance)],
  ["importance_low", ofRanked(({ interval }) => interval?.low ?? null)],
  ["importance_high", ofRanked(({ interval }) => interval?.high ?? null)],
  ["share", ofRanked(({ share }) => share)],
  ["difference", ofRanked(({ evidence }) => evidence.difference?.value ?? null)],
  ["difference_low", ofRanked(({ evidence }) => evidence.difference?.interval.low ?? null)],
  ["difference_high", ofRanked(({ evidence }) => evidence.difference?.interval.high ?? null)],
  ["p", ofRanked(({ evidence }) => evidence.p)],
  ["p_holm", ofRanked(({ evidence }) => evidence.pHolm)],
  ["rank", ofRanked(({ rank }) => rank)],
  ["rank_low", ofRanked(({ rankLow }) => rankLow)],
  ["rank_high", ofRanked(({ rankHigh }) => rankHigh)],
  ["n", ({ ranking }) => ranking.n],
  ["effective_n", ofRanking(({ effectiveN }) => effectiveN)],
  ["covariates_r_squared", ofRanking(({ covariatesRSquared }) => covariatesRSquared)],
  ["added_r_squared", ({ ranking }) => ranking.addedRSquared],
  ["because", ({ ranking }) => (ranking.ok ? null : ranking.because)],
  ["tier", ofRanked(({ tier }) => tier)],
  ["unit", ofRanking(({ unit }) => unit)],
  ["step_from", ofRanked(({ steps }) => list(steps.map(({ from }) => from)))],
  ["step_to", ofRanked(({ steps }) => list(steps.map(({ to }) => to)))],
  ["difference_sd", ofRanked(({ evidence }) => evidence.difference?.standardised.value ?? null)],
  [
    "difference_sd_low",
    ofRanked(({ evidence }) => evidence.difference?.standardised.interval.low ?? null),
  ],
  [
    "difference_sd_high",
    ofRanked(({ evidence }) => evidence.difference?.standardised.interval.high ?? null),
  ],
  ["meaningful", ofRanking(({ meaningful }) => meaningful)],
  ["raw_difference", ofRanked(({ evidence }) => evidence.raw)],
  ["sign_conflict", ofRanked(({ evidence }) => evidence.signConflict)],
  ["errors", ofRanking(({ errors }) => errors)],
  ["noise", ofRanked(({ noise }) => noise)],
  ["top_three", ofRanked(({ topThree }) => topThree)],
  ["robustness_value", ofRanked(({ evidence }) => evidence.robustness?.value ?? null)],
  ["robustness_of_interval", ofRanked(({ evidence }) => evidence.robustness?.ofInterval ?? null)],
  ["benchmark", ofRanked(({ evidence }) => evidence.robustness?.benchmark?.covariate ?? null)],
  [
    "benchmark_of_experience",
    ofRanked(({ evidence }) => evidence.robustness?.benchmark?.ofExperience ?? null),
  ],
  [
    "benchmark_of_outcome",
    ofRanked(({ evidence }) => evidence.robustness?.benchmark?.ofOutcome ?? null),
  ],
  ["inflation", ofRanked(({ inflation }) => inflation)],
  ["twins", ofRanked(({ id }, { twins }) => list(twinsOf(id, twins)))],
  ["reach", ofRanked(({ reach }) => reach?.percent ?? null)],
  ["reach_of", ofRanked(({ reach }) => reach?.of ?? null)],
  ["reach_people", ofRanked(({ reach }) => reach?.people ?? null)],
  ["answered", ofRanking(({ answered }) => answered)],
  ["adjusted_for", ofRanking(({ adjustedFor }) => list(adjustedFor))],
  ["joint_p", ofRanking(({ jointP }) => jointP)],
  ["preparations", ofRanking(({ preparations }) => list(preparations.map(said)))],
  ["left_out", ofRanking(({ leftOut }) => list(leftOut))],
  ["checks", ofRanking(({ stressTest }) => stressTest.checks.filter(({ ok }) => ok).length)],
  [
    "checks_with_same_top",
    ofRanking(
      ({ stressTest }) => stressTest.checks.filter((one) => one.ok && one.topUnchanged).length,
    ),
  ],
];

const twinsOf = (id: string, twins: Ranking["twins"]): string[] =>
  twins.flatMap(({ items: [a, b] }) => (a === id ? [b] : b === id ? [a] : []));

const said = ({ variable, scale, merged }: Ranking["preparations"][number]): string =>
  `${variable}: ${scale}${merged.length === 0 ? "" : ` (${merged.join(", ")} together)`}`;
