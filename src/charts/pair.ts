import type { PairDescription, Released } from "#analysis";
import type { Chart } from "./chart.ts";
import type { Layer } from "./key.ts";
import { rowsFrame } from "./rows.ts";
import { colourOf } from "./theme.ts";

export interface PairFigures {
  readonly description: Released<PairDescription>;
}

/** Mean and interval of one side for each group of the other; a group of too few people says so instead. */
export const pair: Chart<PairFigures> = {
  id: "pair",
  meaning: "What one pair looks like before any coefficient: the mean in each group.",
  draw({ description }) {
    const { predictor, outcome, groups } = description;
    const shown = groups.filter(({ mean }) => mean !== null);
    if (shown.length === 0) return undefined;
    const turned = outcome.level === "nominal" && predictor.level !== "nominal";
    const [by, of] = turned ? [outcome, predictor] : [predictor, outcome];
    const lines = groups.map((group, i) => ({
      ...group,
      id: String(i),
      note: group.n === null ? "too few people" : `${group.n.toLocaleString("en-US")} people`,
    }));
    return {
      title: `${of.label} by ${by.label}`,
      description:
        `Mean of ${of.label} with its interval in ${groups.length} groups of ${by.label}; ` +
        `${groups.length - shown.length} of them with too few people to be shown. A table with the same figures follows.`,
      spec: rowsFrame({
        lines,
        scale: {
          title: `Mean of ${of.label}`,
          domain: around(
            shown.flatMap(({ mean, low, high }) => [mean!, low ?? mean!, high ?? mean!]),
          ),
          format: "~g",
        },
        layers: [interval, dot],
        key: [],
      }),
    };
  },
};

/** Means need no zero: the domain follows the intervals, with a little room. */
function around(values: readonly number[]): readonly [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return [low - room, high + room];
}

const interval: Layer = {
  transform: [{ filter: "isValid(datum.low)" }],
  mark: { type: "rule", strokeWidth: 2.5, color: colourOf("positive") },
  encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
};

const dot: Layer = {
  transform: [{ filter: "isValid(datum.mean)" }],
  mark: {
    type: "point",
    size: 90,
    opacity: 1,
    fill: colourOf("positive"),
    stroke: colourOf("positive"),
  },
  encoding: { x: { field: "mean", type: "quantitative" } },
};
