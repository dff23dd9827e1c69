/** How many people had started, and how many had completed, by the end of each day of a wave. */
import type { Chart } from "./chart.ts";
import { keyLayers, keyLine, type KeyEntry, type Layer } from "./key.ts";
import { chartWidth, colourOf, config, fontSize, type Colour } from "./theme.ts";

export interface WaveDay {
  /** "2026-11-21" */
  readonly day: string;
  readonly started: number;
  readonly complete: number;
}

export const wave: Chart<{ readonly days: readonly WaveDay[] }> = {
  id: "wave",
  meaning: "How answers come in, day by day.",
  draw({ days }) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || first === last) return undefined;
    const points = addedUp(days);
    const [started, complete] = series.map(({ of }) =>
      points.findLast((point) => point.of === of)!,
    );
    return {
      title: "People who had started, and completed, by the end of each day",
      description:
        `Two lines that only rise, from ${first.day} to ${last.day}: ` +
        `${started!.people} people had started and ${complete!.people} had completed at the end. ` +
        `A table with the figures of each day follows.`,
      spec: specOf(points, [first.day, last.day]),
    };
  },
};

interface Point {
  /** Days after the first. */
  readonly at: number;
  readonly of: Series["of"];
  readonly people: number;
}

/** Days on which nothing happened are not in the list, so a line goes on level until the next. */
function addedUp(days: readonly WaveDay[]): Point[] {
  const first = numberOf(days[0]!.day);
  return series.flatMap(({ of, figure }) => {
    let people = 0;
    return days.map((day) => ({
      at: numberOf(day.day) - first,
      of,
      people: (people += day[figure]),
    }));
  });
}

/** Days since 1970. */
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const left = 44;
const width = chartWidth - left;
const height = 180;
const axisSpace = 28;

function specOf(points: readonly Point[], ends: readonly [string, string]) {
  const key = series.map(({ of, colour }) => entryOf(of, colour));
  const names = series.map(({ of }) => of);
  return {
    width,
    height,
    padding: { left, right: 0, top: 10, bottom: axisSpace + key.length * keyLine },
    config,
    data: { values: [...points] },
    layer: [
      {
        mark: { type: "line", interpolate: "step-after", strokeWidth: 2 },
        encoding: {
          x: { field: "at", type: "quantitative", axis: null, scale: { nice: false } },
          y: {
            field: "people",
            type: "quantitative",
            axis: { title: null, tickCount: 4, format: ",d" },
          },
          color: {
            field: "of",
            type: "nominal",
            legend: null,
            scale: { domain: names, range: series.map(({ colour }) => colourOf(colour)) },
          },
          strokeDash: {
            field: "of",
            type: "nominal",
            legend: null,
            scale: { domain: names, range: series.map(({ dash }) => [...dash]) },
          },
        },
      },
      ...ends.map((day, i) => dayLabel(day, i === 0 ? "left" : "right")),
      ...key.flatMap((entry, i) => keyLayers(entry, height + axisSpace + (i + 0.5) * keyLine)),
    ] satisfies Layer[],
  } as const;
}

const dayLabel = (day: string, align: "left" | "right"): Layer => ({
  data: { values: [{}] },
  mark: { type: "text", align, fontSize: fontSize - 1, color: colourOf("quiet") },
  encoding: {
    x: { value: align === "left" ? 0 : width },
    y: { value: height + 8 },
    text: { value: day },
  },
});

const entryOf = (words: string, colour: Colour): KeyEntry => ({
  words,
  shape: words === "Started" ? "M-1,0L1,0" : "M-1,0L-0.3,0M0.3,0L1,0",
  stroke: colour,
  fill: colour,
});

interface Series {
  readonly of: "Started" | "Completed";
  readonly figure: "started" | "complete";
  readonly colour: Colour;
  /** The lines are told apart without colour, too. */
  readonly dash: readonly [number, number];
}

const series: readonly Series[] = [
  { of: "Started", figure: "started", colour: "undirected", dash: [1, 0] },
  { of: "Completed", figure: "complete", colour: "positive", dash: [6, 3] },
];
