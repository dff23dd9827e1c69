import { ordinalRange, type Ranking, type VariableId } from "#analysis";
import type { Bracket } from "./brackets.ts";
import { nameIn, type Chart, type Findings } from "./chart.ts";
import { bracketShape, tick, type KeyEntry, type Layer } from "./key.ts";
import { roomFor, rowsFrame } from "./rows.ts";
import { colourOf } from "./theme.ts";
import { intervalOfTier, markOfTier, tierKey } from "./tiers.ts";

export interface RankedFigures extends Findings {
  readonly outcome: VariableId;
  readonly of: Ranking["of"];
}

/** One dot and interval each, most important first; importance is the position, the tier shape and colour. */
export const ranked: Chart<RankedFigures> = {
  id: "ranked",
  meaning:
    "How much each experience or learning outcome adds to explaining an outcome, and how sure its rank is.",
  draw({ screening, names, outcome, of }) {
    const ranking = rankingIn({ screening, outcome, of });
    if (ranking === undefined) return undefined;
    const lines = linesOf(ranking);
    const brackets = bracketsOf(ranking);
    return {
      title: `${headOf(of)} ranked for ${nameIn(names)(outcome)}`,
      description: describe(ranking),
      spec: rowsFrame({
        lines,
        scale: {
          title: "Importance: share of the variance between people",
          domain: roomFor(
            lines.flatMap(({ importance, high, noise }) => [importance, noise, high ?? 0]),
          ),
          format: ".1~%",
        },
        layers: [noiseMark, intervalOfTier, dot],
        key: [...tierKey(ranking.ranked), chance, ...(brackets.length > 0 ? [tied] : [])],
        brackets,
      }),
    };
  },
};

/** The ranking of that outcome, where there is one. */
export const rankingIn = ({
  screening,
  outcome,
  of,
}: Pick<RankedFigures, "screening" | "outcome" | "of">): Ranking | undefined =>
  screening.rankings.find(
    (one): one is Ranking => one.ok && one.outcome === outcome && one.of === of,
  );

export const headOf = (of: Ranking["of"]): string =>
  of === "experiences" ? "Experiences" : "Learning outcomes";

const linesOf = (ranking: Ranking) =>
  ranking.ranked.map((one) => ({
    id: one.id,
    label: one.label,
    note: ordinalRange(one.rankLow, one.rankHigh),
    importance: one.importance,
    low: one.interval?.low ?? null,
    high: one.interval?.high ?? null,
    noise: one.noise,
    tier: one.tier,
  }));

/** Of those that are too close to call. */
function bracketsOf({ ranked, groups }: Ranking): Bracket[] {
  const places = new Map(ranked.map(({ id }, at) => [id, at]));
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({ from: places.get(group[0]!) ?? 0, to: places.get(group.at(-1)!) ?? 0 }));
}

function describe({ ranked, of, n }: Ranking): string {
  const places = ranked
    .slice(0, 5)
    .map(
      ({ label, rankLow, rankHigh, tier }) =>
        `${label} (${ordinalRange(rankLow, rankHigh)}, ${tier})`,
    );
  const rest = ranked.length > 5 ? `, and ${ranked.length - 5} more` : "";
  return (
    `Dot and interval for each of ${ranked.length} ${of}, most important first, from ${n} people: ` +
    `${places.join(", ")}${rest}. A table with the same figures follows.`
  );
}

/** A tick where chance alone would put the dot. */
const noiseMark: Layer = {
  mark: { type: "point", shape: tick, size: 220, strokeWidth: 2, opacity: 1, filled: false },
  encoding: {
    x: { field: "noise", type: "quantitative" },
    stroke: { value: colourOf("quiet") },
  },
};

const dot: Layer = {
  mark: { type: "point", size: 110, strokeWidth: 2, opacity: 1 },
  encoding: { x: { field: "importance", type: "quantitative" }, ...markOfTier },
};

const chance: KeyEntry = {
  words: "chance alone stays below this 19 times in 20",
  shape: tick,
  stroke: "quiet",
  fill: "paper",
};

const tied: KeyEntry = {
  words: "too close to call",
  shape: bracketShape,
  stroke: "quiet",
  fill: "paper",
};
