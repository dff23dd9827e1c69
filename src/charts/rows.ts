/**
 * The frame of charts that are read line by line: a label above, its mark below on the full width, so that
 * long labels and a phone go together.
 *
 * The order of lines is an explicit domain, and so are positions of the key: Vega-Lite drops a `sort` without
 * a word where layers disagree, and its measure of text is a guess without a canvas.
 */
import type { TopLevelSpec } from "vega-lite";
import { chartWidth, colourOf, config, fontSize, type Colour } from "./theme.ts";
import { textWidth, wrap } from "./text.ts";

export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

/** One line. Everything else in it is for the layers to read. */
export interface Line {
  readonly id: string;
  readonly label: string;
  /** At the right end of the first text line. */
  readonly note: string;
}

export interface Scale {
  readonly title: string;
  readonly domain: readonly [number, number];
  /** d3-format of the tick labels. */
  readonly format: string;
}

export interface KeyEntry {
  readonly words: string;
  readonly shape: string;
  readonly stroke: Colour;
  readonly fill: Colour;
}

interface Frame {
  readonly lines: readonly Line[];
  readonly scale: Scale;
  readonly layers: readonly Layer[];
  readonly key: readonly KeyEntry[];
}

/** How much wider a bold letter is than a plain one. */
const boldness = 1.08;
const inset = 8;
const textLine = 16;
const markSpace = 30;
const axisSpace = 48;
const keyLine = 20;

export function rowsFrame({ lines, scale, layers, key }: Frame): TopLevelSpec {
  const noteWidth = Math.max(...lines.map(({ note }) => textWidth(note))) * (fontSize - 1);
  const labelWidth = (chartWidth - noteWidth - 10) / (fontSize * boldness);
  const labels = lines.map(({ label }) => wrap(label, labelWidth));
  const labelLines = Math.max(...labels.map((label) => label.length));
  const step = labelLines * textLine + markSpace;
  const height = lines.length * step;
  const middle = (labelLines * textLine + markSpace / 2 - 2) / step;
  const y = {
    field: "id",
    type: "ordinal",
    axis: null,
    scale: { type: "band", padding: 0, domain: lines.map(({ id }) => id) },
  } as const;
  return {
    width: chartWidth,
    height,
    padding: { left: 0, right: 0, top: 2, bottom: axisSpace + key.length * keyLine },
    config,
    data: { values: lines.map((line, i) => ({ ...line, label: labels[i] })) },
    layer: [
      {
        encoding: {
          x: {
            type: "quantitative",
            scale: { domain: [...scale.domain], range: [inset, chartWidth - inset], nice: false },
            axis: { title: scale.title, format: scale.format, tickCount: 4, titleAnchor: "start" },
          },
          y: { ...y, bandPosition: middle },
        },
        layer: [...layers],
      },
      {
        mark: { type: "text", yOffset: 4, fontWeight: 600 },
        encoding: { x: { value: 0 }, y: { ...y, bandPosition: 0 }, text: { field: "label" } },
      },
      {
        mark: {
          type: "text",
          yOffset: 4,
          align: "right",
          fontSize: fontSize - 1,
          color: colourOf("quiet"),
        },
        encoding: {
          x: { value: chartWidth },
          y: { ...y, bandPosition: 0 },
          text: { field: "note" },
        },
      },
      ...key.flatMap((entry, i) => keyLayers(entry, height + axisSpace + (i + 0.5) * keyLine)),
    ],
  };
}

/** A line of the key, at a fixed height below the axis. */
export function keyLayers({ words, shape, stroke, fill }: KeyEntry, at: number): Layer[] {
  const data = { values: [{}] };
  return [
    {
      data,
      mark: {
        type: "point",
        shape,
        size: 80,
        opacity: 1,
        stroke: colourOf(stroke),
        fill: colourOf(fill),
        strokeWidth: 1.5,
      },
      encoding: { x: { value: inset }, y: { value: at } },
    },
    {
      data,
      mark: { type: "text", baseline: "middle", fontSize: fontSize - 1, color: colourOf("quiet") },
      encoding: { x: { value: inset + 14 }, y: { value: at }, text: { value: words } },
    },
  ];
}

/** A domain that holds all values with a little room, zero included. */
export function roomFor(values: readonly number[]): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const room = (high - low || 1) * 0.04;
  return [low === 0 ? 0 : low - room, high === 0 ? 0 : high + room];
}
