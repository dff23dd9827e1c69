import type { Ranked, Ranking } from "#analysis";
import { nameIn, type Chart } from "./chart.ts";
import { keyLayers, keyLine, type Layer } from "./key.ts";
import { headOf, rankingIn, type RankedFigures } from "./ranked.ts";
import { numberSpots, type Spot } from "./spots.ts";
import { wrap } from "./text.ts";
import { chartWidth, colourOf, config, fontSize } from "./theme.ts";
import { byTier, markOfTier, tierKey } from "./tiers.ts";

/** Derived importance over reach: what is worth much, and how many had it. */
export const reach: Chart<RankedFigures> = {
  id: "reach",
  meaning:
    "How important each experience or learning outcome is, beside how many people had it: what could be widened.",
  draw({ screening, names, outcome, of }) {
    const ranking = rankingIn({ screening, outcome, of });
    if (ranking === undefined) return undefined;
    const points = pointsOf(ranking);
    if (points.length < 2) return undefined;
    const hidden = ranking.ranked.length - points.length;
    return {
      title: `${headOf(of)} by reach and by derived, not stated, importance for ${nameIn(names)(outcome)}`,
      description:
        `A dot for each of ${points.length} ${of}: how many people had it from left to right, its share of what all ` +
        `add from bottom to top. ${points
          .slice(0, 5)
          .map(
            ({ label, reach, share }) =>
              `${label}: reach ${Math.round(reach)} of 100, share ${Math.round(100 * share)} %`,
          )
          .join(
            "; ",
          )}.${hidden > 0 ? ` ${hidden} without a reach that may be shown ${hidden === 1 ? "is" : "are"} not drawn.` : ""} ` +
        `A table with the same figures follows.`,
      spec: specOf(points, ranking),
    };
  },
};

interface Point {
  readonly number: number;
  readonly label: string;
  readonly tier: Ranked["tier"];
  /** 0 to 100. */
  readonly reach: number;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

const pointsOf = ({ ranked, addedRSquared }: Ranking): Point[] =>
  ranked.flatMap(({ rank, label, tier, reach, share, interval }) =>
    reach === null
      ? []
      : [
          {
            number: rank,
            label,
            tier,
            reach: reach.percent,
            share,
            low: interval && interval.low / addedRSquared,
            high: interval && interval.high / addedRSquared,
          },
        ],
  );

/** Room for the labels of the axis. */
const left = 44;
const width = chartWidth - left;
const height = 300;
const axisSpace = 46;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function specOf(points: readonly Point[], { ranked }: Ranking) {
  const top = Math.max(...points.map(({ share, high }) => Math.max(share, high ?? 0))) * 1.06;
  // Below nothing there is room for numbers.
  const bottom = -0.08 * top;
  const middle = {
    x: mean(points.map(({ reach }) => reach)),
    y: mean(points.map(({ share }) => share)),
  };
  const at = (x: number, y: number) => ({
    x: (x / 100) * width,
    y: height - ((y - bottom) / (top - bottom)) * height,
  });
  const spots = numberSpots(
    points.map((point) => at(point.reach, point.share)),
    { x: width, y: height },
  );
  const key = tierKey(ranked.filter((one) => one.reach !== null));
  const names = points.map(
    ({ number, label }) => `${number}  ${wrap(label, width / fontSize, 1)[0]!}`,
  );
  const listed = height + axisSpace + key.length * keyLine + 6;
  return {
    width,
    height,
    padding: {
      left,
      right: 0,
      top: 26,
      bottom: axisSpace + key.length * keyLine + 6 + names.length * keyLine,
    },
    config,
    data: { values: [...points] },
    layer: [
      {
        encoding: {
          x: {
            type: "quantitative",
            scale: { domain: [0, 100], nice: false },
            axis: {
              title: "Reach: who took part, or mean place on its range",
              tickCount: 5,
              titleAnchor: "start",
            },
          },
          y: {
            type: "quantitative",
            scale: { domain: [bottom, top], nice: false },
            axis: { title: null, format: ".0%", tickCount: 5 },
          },
        },
        layer: [quadrant("x", middle.x), quadrant("y", middle.y), interval, dot],
      },
      ...corners(at(middle.x, middle.y)),
      text(
        "Importance: share of what all add",
        { x: 4 - left, y: -14 },
        { align: "left", weight: 400, quiet: true },
      ),
      ...points.flatMap((point, i) => leader(at(point.reach, point.share), spots[i]!)),
      ...points.map(({ number }, i) =>
        text(String(number), spots[i]!, { align: "center", weight: 600 }),
      ),
      ...key.flatMap((entry, i) => keyLayers(entry, height + axisSpace + (i + 0.5) * keyLine)),
      ...names.map((name, i) =>
        text(name, { x: 4, y: listed + (i + 0.5) * keyLine }, { align: "left", weight: 400 }),
      ),
    ] satisfies Layer[],
  } as const;
}

/** At the mean of all. */
const quadrant = (axis: "x" | "y", value: number): Layer => ({
  data: { values: [{ value }] },
  mark: { type: "rule", strokeDash: [4, 4], color: colourOf("quiet"), strokeWidth: 1 },
  encoding: { [axis]: { field: "value", type: "quantitative" } },
});

const interval: Layer = {
  transform: [{ filter: "isValid(datum.low)" }],
  mark: { type: "rule", strokeWidth: 1.5, opacity: 0.7 },
  encoding: {
    x: { field: "reach", type: "quantitative" },
    y: { field: "low", type: "quantitative" },
    y2: { field: "high" },
    stroke: byTier((look) => colourOf(look.colour)),
  },
};

const dot: Layer = {
  mark: { type: "point", size: 110, strokeWidth: 2, opacity: 1 },
  encoding: {
    x: { field: "reach", type: "quantitative" },
    y: { field: "share", type: "quantitative" },
    ...markOfTier,
  },
};

/** What the two upper fields say, on two lines, where there is room for the words. */
function corners(middle: { readonly x: number }): Layer[] {
  const lines = (x: number, second: string, align: "left" | "right"): Layer[] =>
    ["more important,", second].map((words, i) =>
      text(words, { x, y: 8 + 15 * i }, { align, weight: 400, quiet: true }),
    );
  return [
    ...(middle.x > 100 ? lines(4, "fewer had it", "left") : []),
    ...(width - middle.x > 100 ? lines(width - 4, "more had it", "right") : []),
  ];
}

/** From a dot to its number, where that is not beside it. */
const leader = (from: Spot, to: Spot): Layer[] =>
  Math.hypot(to.x - from.x, to.y - from.y) < 20
    ? []
    : [
        {
          data: { values: [{}] },
          mark: { type: "rule", strokeWidth: 1, color: colourOf("quiet") },
          encoding: {
            x: { value: from.x },
            y: { value: from.y },
            x2: { value: to.x },
            y2: { value: to.y + (to.y < from.y ? 7 : -7) },
          },
        },
      ];

interface Lettering {
  readonly align: "left" | "center" | "right";
  readonly weight: 400 | 600;
  readonly quiet?: boolean;
}

const text = (
  words: string,
  { x, y }: { readonly x: number; readonly y: number },
  { align, weight, quiet = false }: Lettering,
): Layer => ({
  data: { values: [{}] },
  mark: {
    type: "text",
    align,
    baseline: "middle",
    fontSize: fontSize - 1,
    fontWeight: weight,
    color: colourOf(quiet ? "quiet" : "ink"),
  },
  encoding: { x: { value: x }, y: { value: y }, text: { value: words } },
});
