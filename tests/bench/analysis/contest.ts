/** The lines of a contest between us and one peer. */
import { alternate, type Figure } from "../alternate.ts";
import { agree, type PeerRun } from "./peers.ts";

export interface Side {
  readonly name: string;
  readonly run: () => Promise<PeerRun>;
}

export interface Terms {
  /** How many times as fast as the peer we want to be. */
  readonly target: number;
  /** How far the numbers of the two may lie apart. */
  readonly tolerance: number;
  readonly rounds?: number;
  /** Where the peer did only this share of the work; its time is scaled up. */
  readonly share?: number;
  /** By processor time, unless one side works in two threads. */
  readonly clock?: "processor" | "ms";
}

/** Times ours and the peer in turn, after one of ours that compiles the code; both must find the same numbers. */
export async function contest(
  ours: () => Promise<PeerRun> | PeerRun,
  { name, run }: Side,
  { target, tolerance, rounds = 3, share = 1, clock = "processor" }: Terms,
): Promise<readonly Figure[]> {
  let own = await ours();
  const times = await alternate(
    async () => (own = await ours())[clock],
    async () => {
      const theirs = await run();
      agree(own.numbers, theirs.numbers, tolerance);
      return theirs[clock] / share;
    },
    rounds,
  );
  const scaled = share === 1 ? "" : ` (scaled from ${(100 * share).toFixed(0)} % of the work)`;
  return [
    { label: `${name}${scaled}`, value: ms(times.peer) },
    { label: "ours", value: ms(times.ours) },
    {
      label: "ratio",
      value: `${times.ratio.toFixed(times.ratio < 10 ? 2 : 0)} x, target ${target}`,
    },
  ];
}

/** Does the thing and says how long it took, with the numbers that are to be compared. */
export function timed(work: () => readonly number[]): PeerRun {
  const [from, processor] = [performance.now(), spent()];
  const numbers = work();
  return { ms: performance.now() - from, processor: spent() - processor, numbers };
}

/** Milliseconds of processor time. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const ms = (value: number): string =>
  value < 10 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`;
