/** Two ways of doing one thing, run in turn (A B A B), so that a busy machine slows both alike. */

/** A line of a bench. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

export interface Bench {
  readonly name: string;
  run(): Promise<Figure[]>;
}

export interface Contest {
  /** Median milliseconds. */
  readonly ours: number;
  readonly peer: number;
  /** How many times faster than the peer: median of the ratios of neighbouring runs. */
  readonly ratio: number;
  /** Fewest milliseconds: what others on the machine take is only ever added (Chen and Revels 2016). */
  readonly best: { readonly ours: number; readonly peer: number };
}

/** @param ours, peer do the thing once and say how many milliseconds it took */
export async function alternate(
  ours: () => Promise<number> | number,
  peer: () => Promise<number> | number,
  rounds = 3,
): Promise<Contest> {
  const times: { ours: number; peer: number }[] = [];
  for (let round = 0; round < rounds; round++)
    times.push({ ours: await ours(), peer: await peer() });
  return {
    ours: median(times.map((time) => time.ours)),
    peer: median(times.map((time) => time.peer)),
    ratio: median(times.map((time) => time.peer / time.ours)),
    best: {
      ours: Math.min(...times.map((time) => time.ours)),
      peer: Math.min(...times.map((time) => time.peer)),
    },
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
