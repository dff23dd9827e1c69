/** What a terminal shows of the rankings: a compact table each, ties and the stress test below it. */
import {
  differenceFigure,
  listed,
  nameIn,
  ordinalRange,
  pInWords,
  sentenceForStressTest,
  sentenceForUnranked,
  unitAfter,
  warningsFor,
  type Names,
  type Ranked,
  type Ranking,
  type Released,
  type Screening,
} from "#analysis";
import { grouped, list, type Codebook } from "#surveys";
import { variablesIn } from "../studies/names.ts";
import { columns } from "./columns.ts";

export function rankingLines(screening: Released<Screening>, codebook: Codebook): string[] {
  const names = variablesIn(codebook);
  return screening.rankings.flatMap((ranking) =>
    ranking.ok ? linesOf(ranking, screening, names) : ["", sentenceForUnranked(ranking, names)],
  );
}

function linesOf(ranking: Ranking, { plan, weighting }: Screening, names: Names): string[] {
  const { of, ranked, n, answered, adjustedFor, covariatesRSquared, addedRSquared } = ranking;
  const unit = unitAfter(ranking, names).trim();
  const difference = unit === "" ? "difference" : `difference (${unit})`;
  const head = ["tier", "rank", of.replace(/s$/, ""), "share", difference, "Holm p"];
  const stress = sentenceForStressTest(ranking);
  const units = plan.design.clusters === null ? null : (weighting?.units ?? null);
  return [
    "",
    `${nameIn(names)(ranking.outcome)}: ${of} ranked`,
    `${grouped(n)} of ${grouped(answered)} people with an answer are complete. ${held(adjustedFor, names)}` +
      ` explains ${percent(covariatesRSquared)}; all ${of} together add ${percent(addedRSquared)}.`,
    ...columns([head, ...ranked.map(cellsOf)]),
    ...tooClose(ranking),
    ...(stress === undefined ? [] : [stress]),
    ...warningsFor(ranking, units),
  ];
}

const cellsOf = ({ tier, rankLow, rankHigh, label, share, evidence }: Ranked): string[] => [
  tier,
  ordinalRange(rankLow, rankHigh),
  shortened(label),
  `${(100 * share).toFixed(0)} %`,
  evidence.difference === null ? "–" : differenceFigure(evidence.difference),
  pInWords(evidence.pHolm).replace("= ", ""),
];

const held = (adjustedFor: Ranking["adjustedFor"], names: Names): string =>
  adjustedFor.length === 0
    ? "Nothing held constant"
    : `What is held constant (${listed(adjustedFor.map(nameIn(names)))})`;

function tooClose({ groups, ranked }: Ranking): string[] {
  const labels = new Map(ranked.map(({ id, label }) => [id, label]));
  return groups
    .filter((group) => group.length > 1)
    .map((group) =>
      group.length === ranked.length
        ? "Too close to call: all of them."
        : `Too close to call: ${list(group.map((id) => labels.get(id) ?? id))}.`,
    );
}

/** A terminal has no room for a whole statement. */
const longest = 44;
const shortened = (label: string): string =>
  label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
