/** Brackets at the right edge of a chart of lines, side by side where they overlap. */
import type { Layer } from "./key.ts";
import { colourOf } from "./theme.ts";

/** From one line to another, by number. */
export interface Bracket {
  readonly from: number;
  readonly to: number;
}

export const laneWidth = 10;
/** More stand in the table alone. */
const mostLanes = 5;
const cap = 4;
const gap = 7;

/** Each bracket in the first lane that is free; a line of a lane has one at most. */
export function lanesOf(brackets: readonly Bracket[]): Bracket[][] {
  const lanes: Bracket[][] = [];
  for (const bracket of brackets) {
    const free = lanes.find((lane) =>
      lane.every(({ from, to }) => to < bracket.from || from > bracket.to),
    );
    if (free !== undefined) free.push(bracket);
    else if (lanes.length < mostLanes) lanes.push([bracket]);
  }
  return lanes;
}

interface Place {
  /** Height of a line. */
  readonly step: number;
  /** Where the lanes begin. */
  readonly right: number;
}

export const bracketLayers = (
  lanes: readonly (readonly Bracket[])[],
  { step, right }: Place,
): Layer[] =>
  lanes.flatMap((lane, at) => {
    const x = right + at * laneWidth + laneWidth - 2;
    return lane.flatMap(({ from, to }) => {
      const top = from * step + gap;
      const bottom = (to + 1) * step - gap;
      return [
        line(x, x, [top, bottom]),
        line(x - cap, x, [top, top]),
        line(x - cap, x, [bottom, bottom]),
      ];
    });
  });

const line = (x: number, x2: number, [y, y2]: readonly [number, number]): Layer => ({
  data: { values: [{}] },
  mark: { type: "rule", strokeWidth: 1.5, color: colourOf("quiet"), strokeCap: "square" },
  encoding: { x: { value: x }, x2: { value: x2 }, y: { value: y }, y2: { value: y2 } },
});
