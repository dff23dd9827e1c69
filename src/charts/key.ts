/** The key of a chart: one line per mark, below it. */
import type { TopLevelSpec } from "vega-lite";
import { colourOf, fontSize, type Colour } from "./theme.ts";

export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

export interface KeyEntry {
  readonly words: string;
  /** Vega symbol, or the path of one from -1 to 1. */
  readonly shape: string;
  readonly stroke: Colour;
  readonly fill: Colour;
}

/** Where the marks of a key stand. */
export const inset = 8;
export const keyLine = 20;

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

/** Symbols that Vega has not, as paths from -1 to 1. */
export const tick = "M0,-1L0,1";
export const bracketShape = "M-0.6,-1L0.2,-1L0.2,1L-0.6,1";
export const crossShape = "M-0.7,-0.7L0.7,0.7M0.7,-0.7L-0.7,0.7";
