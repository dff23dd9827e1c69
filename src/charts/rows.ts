/**
 * The frame of charts that are read line by line: a label above, its mark below on the full width, so that
 * long labels and a phone go together.
 *
 * The order of lines is an explicit domain, and so are positions of the key: Vega-Lite drops a `sort` without
 * a word where layers disagree, and its measure of text is a guess without a canvas.
 */
import type { TopLevelSpec } from "vega-lite";
import { bracketLayers, lanesOf, laneWidth, type Bracket } from "./brackets.ts";
import { inset, keyLayers, keyLine, type KeyEntry, type Layer } from "./key.ts";
import { chartWidth, colourOf, config, fontSize } from "./theme.ts";
import { textWidth, wrap } from "./text.ts";

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

interface Frame {
  readonly lines: readonly Line[];
  readonly scale: Scale;
  readonly layers: readonly Layer[];
  readonly key: readonly KeyEntry[];
  /** Runs of lines that belong together, marked at the right edge. */
  readonly brackets?: readonly Bracket[];
}

/** How much wider a bold letter is than a plain one. */
const boldness = 1.08;
const textLine = 16;
const markSpace = 30;
const axisSpace = 48;

export function rowsFrame({ lines, scale, layers, key, brackets = [] }: Frame): TopLevelSpec {
  const lanes = lanesOf(brackets);
  const right = chartWidth - laneWidth * lanes.length;
  const noteWidth = Math.max(...lines.map(({ note }) => textWidth(note))) * (fontSize - 1);
  const labelWidth = (right - noteWidth - 10) / (fontSize * boldness);
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
            scale: { domain: [...scale.domain], range: [inset, right - inset], nice: false },
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
          x: { value: right },
          y: { ...y, bandPosition: 0 },
          text: { field: "note" },
        },
      },
      ...bracketLayers(lanes, { step, right }),
      ...key.flatMap((entry, i) => keyLayers(entry, height + axisSpace + (i + 0.5) * keyLine)),
    ],
  };
}

/** A domain that holds all values with a little room, zero included. */
export function roomFor(values: readonly number[]): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const room = (high - low || 1) * 0.04;
  return [low === 0 ? 0 : low - room, high === 0 ? 0 : high + room];
}
