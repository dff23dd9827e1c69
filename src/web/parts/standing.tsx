/** How one experience stands in a ranking: its evidence beside its importance. */
import type { FC } from "hono/jsx";
import {
  differenceFigure,
  ordinalRange,
  sentenceForRanked,
  shareInWords,
  stepsInWords,
  tierMeanings,
  unitAfter,
  type Ranked,
  type Ranking,
} from "#analysis";
import { percent, pValue } from "../../reports/html/format.ts";
import { importanceText, reachText } from "../../reports/html/ranking-columns.ts";
import type { Finding } from "../studies/finding.ts";
import { DataTable } from "./table.tsx";

interface StandingProps {
  readonly ranked: Ranked;
  readonly ranking: Ranking;
  readonly finding: Finding;
}

export const Standing: FC<StandingProps> = ({ ranked, ranking, finding }) => (
  <>
    <p>{sentenceForRanked(ranked, ranking, finding.names)}</p>
    <DataTable
      caption={`${ranked.label} among the ${ranking.of} of the ranking`}
      rows={linesOf(ranked, ranking, finding)}
      columns={[
        { id: "what", head: "Figure", names: true, cell: ({ what }) => what },
        { id: "value", head: "Value (interval)", figures: true, cell: ({ value }) => value },
        { id: "meaning", head: "What it says", text: "sentences", cell: ({ meaning }) => meaning },
      ]}
    />
  </>
);

interface Line {
  readonly what: string;
  readonly value: string;
  readonly meaning: string;
}

function linesOf(ranked: Ranked, ranking: Ranking, { names, screening }: Finding): Line[] {
  const { difference, raw, pHolm, robustness } = ranked.evidence;
  const unit = unitAfter(ranking, names).trim();
  const lines: readonly (Line | false)[] = [
    { what: "Tier", value: ranked.tier, meaning: tierMeanings[ranked.tier] },
    {
      what: "Rank",
      value: `${ordinalRange(ranked.rankLow, ranked.rankHigh)} of ${ranking.ranked.length}`,
      meaning: `All ranks of the ranking lie in sets like this at once, with ${percent(screening.plan.confidence, 0)} confidence.`,
    },
    difference !== null && {
      what: `Adjusted difference${unit === "" ? "" : `, ${unit}`}`,
      value: differenceFigure(difference),
      meaning: `${stepsInWords(ranked, ranking, names)}, with everything else in the ranking held constant.`,
    },
    difference !== null &&
      raw !== null && {
        what: `Raw difference${unit === "" ? "" : `, ${unit}`}`,
        value: differenceFigure({ ...difference, value: raw }).split(" (")[0]!,
        meaning: "The same step with nothing held constant.",
      },
    {
      what: "p (Holm)",
      value: pValue(pHolm),
      meaning: "Of no difference, corrected for everything ranked for this outcome.",
    },
    {
      what: "Importance",
      value: importanceText(ranked),
      meaning: `Share of the differences between people that it adds (LMG). Shuffled among people it would reach ${percent(ranked.noise)} one time in twenty.`,
    },
    ranked.reach !== null && {
      what: "Reach",
      value: reachText(ranked),
      meaning:
        ranked.reach.of === "took part"
          ? "Of the people of the ranking."
          : "On its range, where 0 % is the lowest answer and 100 % the highest.",
    },
    robustness !== null && {
      what: "Robustness",
      value: shareInWords(robustness.value),
      meaning: `So much of what is left of both sides something unmeasured would have to explain to leave nothing of the difference${robustness.ofInterval === null ? "" : `; ${shareInWords(robustness.ofInterval)} to bring its interval to nothing`}.`,
    },
  ];
  return lines.filter((line) => line !== false);
}
