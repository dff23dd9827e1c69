/** Where numbers stand beside their dots: the first free of some places around, in the order of the dots. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Room that a number takes, half of it each way, in pixels. */
const half = { x: 10, y: 6.5 } as const;
/** Half the room of a dot. */
const dot = 6;
const away = { x: 17, y: 13 } as const;
const directions: readonly Spot[] = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
  { x: 0.8, y: -0.8 },
  { x: -0.8, y: -0.8 },
  { x: 0, y: 1 },
  { x: 0.8, y: 0.8 },
  { x: -0.8, y: 0.8 },
];

/** @param within width and height that no number may leave */
export function numberSpots(dots: readonly Spot[], within: Spot): Spot[] {
  const placed: Spot[] = [];
  const isFree = ({ x, y }: Spot): boolean =>
    x >= half.x &&
    y >= half.y &&
    x <= within.x - half.x &&
    y <= within.y - half.y &&
    placed.every((one) => Math.abs(one.x - x) >= 2 * half.x || Math.abs(one.y - y) >= 2 * half.y) &&
    dots.every((one) => Math.abs(one.x - x) >= half.x + dot || Math.abs(one.y - y) >= half.y + dot);
  for (const from of dots) {
    const around = candidates(from);
    placed.push(around.find(isFree) ?? around[0]!);
  }
  return placed;
}

/** Near ones first. */
const candidates = (from: Spot): Spot[] =>
  [1, 1.7, 2.4, 3.2, 4.2, 5.4].flatMap((times) =>
    directions.map(({ x, y }) => ({
      x: from.x + x * away.x * times,
      y: from.y + y * away.y * times,
    })),
  );
