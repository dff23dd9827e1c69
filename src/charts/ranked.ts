import { ordinalRange, type Ranking, type VariableId } from "#analysis";
import { nameIn, type Chart, type Findings } from "./chart.ts";
import { byEvidence, evidenceOfRanked, evidences, looks } from "./evidence.ts";
import { roomFor, rowsFrame, type Layer } from "./rows.ts";
import { colourOf } from "./theme.ts";

export interface RankedFigures extends Findings {
  readonly outcome: VariableId;
  readonly of: Ranking["of"];
}

/** One dot and interval each, most important first; importance is the position, evidence shape and colour. */
export const ranked: Chart<RankedFigures> = {
  id: "ranked",
  meaning:
    "How much each experience or learning outcome adds to explaining an outcome, and how sure its rank is.",
  draw({ screening, names, outcome, of }) {
    const ranking = screening.rankings.find((one) => one.outcome === outcome && one.of === of);
    if (!ranking?.ok) return undefined;
    const lines = linesOf(ranking);
    const used = evidences.filter((evidence) => lines.some((line) => line.evidence === evidence));
    return {
      title: `${of === "experiences" ? "Experiences" : "Learning outcomes"} ranked for ${nameIn(names)(outcome)}`,
      description: describe(ranking),
      spec: rowsFrame({
        lines,
        scale: {
          title: "Importance: share of the variance between people",
          domain: roomFor(lines.flatMap(({ importance, high }) => [importance, high ?? 0])),
          format: ".1~%",
        },
        layers: [interval, dot],
        key: used.map((evidence) => ({ ...looks[evidence], stroke: looks[evidence].colour })),
      }),
    };
  },
};

const linesOf = (ranking: Ranking) =>
  ranking.ranked.map((one) => ({
    id: one.id,
    label: one.label,
    note: ordinalRange(one.rankLow, one.rankHigh),
    importance: one.importance,
    low: one.interval?.low ?? null,
    high: one.interval?.high ?? null,
    evidence: evidenceOfRanked(one),
  }));

function describe({ ranked, of, n }: Ranking): string {
  const places = ranked
    .slice(0, 5)
    .map(({ label, rankLow, rankHigh }) => `${label} (${ordinalRange(rankLow, rankHigh)})`);
  const rest = ranked.length > 5 ? `, and ${ranked.length - 5} more` : "";
  return (
    `Dot and interval for each of ${ranked.length} ${of}, most important first, from ${n} people: ` +
    `${places.join(", ")}${rest}. A table with the same figures follows.`
  );
}

const interval: Layer = {
  transform: [{ filter: "isValid(datum.low)" }],
  mark: { type: "rule", strokeWidth: 2.5 },
  encoding: {
    x: { field: "low", type: "quantitative" },
    x2: { field: "high" },
    stroke: byEvidence((look) => colourOf(look.colour)),
  },
};

const dot: Layer = {
  mark: { type: "point", size: 110, strokeWidth: 2, opacity: 1 },
  encoding: {
    x: { field: "importance", type: "quantitative" },
    stroke: byEvidence((look) => colourOf(look.colour)),
    fill: byEvidence((look) => colourOf(look.fill)),
    shape: byEvidence((look) => look.shape),
  },
};
