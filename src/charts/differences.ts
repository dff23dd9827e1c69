import {
  littleBetween,
  nameIn,
  roundedTo,
  sizeOf,
  unitAfter,
  type Names,
  type Ranking,
} from "#analysis";
import type { Chart } from "./chart.ts";
import { crossShape, type KeyEntry, type Layer } from "./key.ts";
import { headOf, rankingIn, type RankedFigures } from "./ranked.ts";
import { roomFor, rowsFrame } from "./rows.ts";
import { colourOf } from "./theme.ts";
import { intervalOfTier, markOfTier, tierKey } from "./tiers.ts";

/** Adjusted difference with its interval, and the raw one as a faint cross: in the unit of the outcome. */
export const differences: Chart<RankedFigures> = {
  id: "differences",
  meaning:
    "How much higher the outcome is for who has more of each, held against everything else, and against nothing.",
  draw({ screening, names, outcome, of }) {
    const ranking = rankingIn({ screening, outcome, of });
    if (ranking === undefined) return undefined;
    const lines = linesOf(ranking);
    const shown = lines.filter(({ value }) => value !== null);
    if (shown.length === 0) return undefined;
    const little = littleBetween(ranking);
    const domain = roomFor(
      shown
        .flatMap(({ low, high, raw }) => [low ?? 0, high ?? 0, raw ?? 0])
        .concat(little ? [little.low, little.high] : []),
    );
    return {
      title: `${headOf(of)} and the difference in ${nameIn(names)(outcome)}`,
      description:
        `Dot and interval for the adjusted difference of each of ${shown.length} ${of}, and a cross for the raw one: ` +
        `${shown
          .slice(0, 5)
          .map(({ label, note }) => `${label} ${note}`)
          .join(", ")}${shown.length > 5 ? `, and ${shown.length - 5} more` : ""}. ` +
        `A table with the same figures follows.`,
      spec: rowsFrame({
        lines,
        scale: { title: titleOf(ranking, names), domain, format: ",~r" },
        layers: [...(little ? [band(little)] : []), zero, rawMark, intervalOfTier, dot],
        key: [
          ...tierKey(ranking.ranked.filter(({ evidence }) => evidence.difference !== null)),
          withoutAdjusting,
          ...(little ? [nearlyNothing] : []),
        ],
      }),
    };
  },
};

const linesOf = ({ ranked }: Ranking) =>
  ranked.map(({ id, label, tier, evidence: { difference, raw } }) => ({
    id,
    label,
    tier,
    note: difference === null ? "no direction" : noteOf(difference),
    value: difference?.value ?? null,
    low: difference?.interval.low ?? null,
    high: difference?.interval.high ?? null,
    raw: difference === null ? null : raw,
  }));

const noteOf = ({
  value,
  interval,
}: {
  value: number;
  interval: { low: number; high: number };
}): string => roundedTo(sizeOf(value, interval))(value);

function titleOf(ranking: Ranking, names: Names): string {
  const unit = unitAfter(ranking, names).trim();
  return unit === ""
    ? "Difference, in the units of the outcome"
    : `Difference in ${unit === "%" ? "percent" : unit}`;
}

const band = ({ low, high }: { readonly low: number; readonly high: number }): Layer => ({
  data: { values: [{ low, high }] },
  mark: {
    type: "rect",
    fill: colourOf("grid"),
    fillOpacity: 0.55,
    stroke: colourOf("quiet"),
    strokeWidth: 0.75,
    strokeDash: [2, 3],
  },
  encoding: {
    x: { field: "low", type: "quantitative" },
    x2: { field: "high" },
    y: { value: 0 },
    y2: { value: "height" },
  },
});

const zero: Layer = {
  data: { values: [{}] },
  mark: { type: "rule", strokeWidth: 1, color: colourOf("quiet") },
  encoding: { x: { datum: 0 }, y: { value: 0 }, y2: { value: "height" } },
};

const isThere = (field: string) => [{ filter: `isValid(datum.${field})` }];

const rawMark: Layer = {
  transform: isThere("raw"),
  mark: { type: "point", shape: crossShape, size: 60, strokeWidth: 1.5, opacity: 1, filled: false },
  encoding: { x: { field: "raw", type: "quantitative" }, stroke: { value: colourOf("quiet") } },
};

const dot: Layer = {
  transform: isThere("value"),
  mark: { type: "point", size: 110, strokeWidth: 2, opacity: 1 },
  encoding: { x: { field: "value", type: "quantitative" }, ...markOfTier },
};

const withoutAdjusting: KeyEntry = {
  words: "raw: nothing held constant",
  shape: crossShape,
  stroke: "quiet",
  fill: "paper",
};

const nearlyNothing: KeyEntry = {
  words: "too little to matter",
  shape: "square",
  stroke: "quiet",
  fill: "grid",
};
