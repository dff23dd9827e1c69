/**
 * Whether the service stays quick while it computes: /healthz at a steady rate, by turns idle, beside a stranger that
 * only spins, and under a screening of a million people. The limit is the service itself when idle; the stranger
 * says how much of the difference any busy processor makes on this machine.
 */
import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figure } from "../alternate.ts";

export type Order = "begin" | "end";

export type Word =
  | { readonly kind: "ready"; readonly port: number }
  | { readonly kind: "under way" }
  | { readonly kind: "done"; readonly milliseconds: number }
  | { readonly kind: "ended"; readonly because: string };

/** To the client: this many requests, one each so many milliseconds. */
export interface Load {
  readonly port: number;
  readonly requests: number;
  readonly every: number;
}

const size = { people: 1_000_000, columns: 200, outcomes: 30 };
const target = 1.5;
/** As short as the pairs of one screening are screened, and as often as makes a percentile of the whole steady. */
const load = { requests: 200, every: 5 };
/** The service has compiled what answers before anything counts. */
const before = { requests: 2_000, every: 2 };

export const healthBench = {
  name: `/healthz while ${size.people.toLocaleString("en-US")} x ${size.columns} are screened`,
  async run(rounds = 20): Promise<Figure[]> {
    const folder = await mkdtemp(join(tmpdir(), "health-"));
    const { people, columns, outcomes } = size;
    const service = forked("health-child", [folder, ...[people, columns, outcomes].map(String)]);
    const client = forked("client");
    try {
      const { port } = await heard(service, "ready");
      const ask = (): Promise<number[]> => answersTo(client, { ...load, port });
      await answersTo(client, { ...before, port });
      const [idle, spinning, screening] = await byTurns(rounds, [
        ask,
        () => whileSpinning(ask),
        () => whileScreening(service, ask),
      ]);
      return [
        { label: "requests", value: `${idle!.length} each way, one per ${load.every} ms` },
        { label: "p50, p90, p99 idle", value: both(idle!) },
        { label: "p50, p90, p99 beside a stranger", value: both(spinning!) },
        { label: "p50, p90, p99 while screening", value: both(screening!) },
        { label: "p99, screening : stranger", value: ratio(screening!, spinning!) },
        {
          label: "p99, screening : idle",
          value: `${ratio(screening!, idle!)}, target at most ${target}`,
        },
      ];
    } finally {
      client.kill();
      service.kill();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** All times of each way. Each round takes the ways in turn, so that a busy machine slows all alike. */
async function byTurns(
  rounds: number,
  ways: readonly (() => Promise<number[]>)[],
): Promise<number[][]> {
  const times: number[][] = ways.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, way] of ways.entries()) times[at]!.push(...(await way()));
  return times;
}

async function whileSpinning(ask: () => Promise<number[]>): Promise<number[]> {
  const stranger = forked("spin");
  await new Promise((resolve) => stranger.once("message", resolve));
  try {
    return await ask();
  } finally {
    stranger.kill("SIGKILL");
  }
}

async function whileScreening(
  service: ChildProcess,
  ask: () => Promise<number[]>,
): Promise<number[]> {
  service.send("begin" satisfies Order);
  await heard(service, "under way");
  const ended = heard(service, "ended");
  const times = await ask();
  service.send("end" satisfies Order);
  await ended;
  return times;
}

const forked = (module: string, words: readonly string[] = []): ChildProcess =>
  fork(fileURLToPath(new URL(`./${module}.js`, import.meta.url)), words);

function heard<Kind extends Word["kind"]>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<Word, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const listen = (word: Word | number | null): void => {
      const said = typeof word === "object" && word !== null ? word : undefined;
      if (said?.kind !== kind && said?.kind === "under way") return;
      child.off("message", listen);
      child.off("exit", listen);
      if (said?.kind === kind) resolve(said as Extract<Word, { kind: Kind }>);
      else reject(new Error(`the service said ${JSON.stringify(word)} instead of "${kind}"`));
    };
    child.on("message", listen);
    child.on("exit", listen);
  });
}

/** The milliseconds of every answer. */
function answersTo(client: ChildProcess, load: Load): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`the client ended (${code}) before it was answered`));
    client.once("exit", onExit);
    client.once("message", (times: number[]) => {
      client.off("exit", onExit);
      resolve(times);
    });
    client.send(load);
  });
}

function percentile(times: readonly number[], percent: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor((percent / 100) * times.length)]!;
}

const both = (times: readonly number[]): string =>
  [50, 90, 99].map((percent) => `${percentile(times, percent).toFixed(2)} ms`).join(", ");

const ratio = (ours: readonly number[], theirs: readonly number[]): string =>
  `${(percentile(ours, 99) / percentile(theirs, 99)).toFixed(2)} x`;
