/**
 * Whether the service stays quick while it computes: /healthz at a steady rate, by turns idle, while the pairs of a
 * million people are screened, and while their items are ranked after that. The limit is the service itself when idle.
 * What is measured is the service, not the neighbours of a rented machine: where the machine was taken away for a
 * hundredth of a second, the second is asked again, and how often is said.
 */
import { fork, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figure } from "../alternate.ts";

export type Order = "begin" | "end";

export type Word =
  | { readonly kind: "ready"; readonly port: number }
  | { readonly kind: "screening" }
  | { readonly kind: "ranking" }
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
const rounds = 20;
/** More than this and the machine is no place for the question. */
const mostRounds = 100;

export const healthBench = {
  name: `/healthz while ${size.people.toLocaleString("en-US")} x ${size.columns} are screened`,
  async run(): Promise<Figure[]> {
    const folder = await mkdtemp(join(tmpdir(), "health-"));
    const { people, columns, outcomes } = size;
    const service = forked("health-child", [folder, ...[people, columns, outcomes].map(String)]);
    const client = forked("client");
    try {
      const { port } = await heard(service, "ready");
      await answersTo(client, { ...before, port });
      const { idle, screening, ranking, left } = await byTurns({ service, client, port });
      const limit = `target at most ${target}`;
      return [
        { label: "requests", value: `${idle.length} each way, one per ${load.every} ms` },
        { label: "seconds left out, the machine being elsewhere", value: String(left) },
        { label: "p50, p90, p99 idle", value: percentiles(idle) },
        { label: "p50, p90, p99 while screening", value: percentiles(screening) },
        { label: "p50, p90, p99 while ranking", value: percentiles(ranking) },
        { label: "p99, screening : idle", value: `${ratio(screening, idle)}, ${limit}` },
        { label: "p99, ranking : idle", value: `${ratio(ranking, idle)}, ${limit}` },
      ];
    } finally {
      client.kill();
      service.kill();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Answers {
  readonly idle: number[];
  readonly screening: number[];
  readonly ranking: number[];
  /** Seconds of which the answers were left out. */
  left: number;
}

/** Each round takes the three in turn, so that a busy machine slows all alike. */
async function byTurns({ service, client, port }: Measured): Promise<Answers> {
  const answers: Answers = { idle: [], screening: [], ranking: [], left: 0 };
  const wanted = rounds * load.requests;
  const ask = async (of: number[]): Promise<void> => {
    const from = stolen();
    const times = await answersTo(client, { ...load, port });
    if (stolen() > from) answers.left++;
    else if (of.length < wanted) of.push(...times);
  };
  const { idle, screening, ranking } = answers;
  const isShort = () => [idle, screening, ranking].some((times) => times.length < wanted);
  for (let round = 0; round < mostRounds && isShort(); round++) {
    await ask(idle);
    await underWay(service, "screening", () => ask(screening));
    await ask(idle);
    await underWay(service, "ranking", () => ask(ranking));
  }
  if (isShort()) throw new Error("the machine is too busy with others to say anything");
  return answers;
}

interface Measured {
  readonly service: ChildProcess;
  readonly client: ChildProcess;
  readonly port: number;
}

/** Hundredths of a second for which processors were wanted here and given to another machine; 0 where nobody says. */
function stolen(): number {
  if (!existsSync("/proc/stat")) return 0;
  return Number(readFileSync("/proc/stat", "utf8").split(/\s+/)[8]);
}

async function underWay(
  service: ChildProcess,
  step: "screening" | "ranking",
  meanwhile: () => Promise<void>,
): Promise<void> {
  const begun = heard(service, step);
  service.send("begin" satisfies Order);
  await begun;
  const ended = heard(service, "ended");
  await meanwhile();
  service.send("end" satisfies Order);
  await ended;
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
      if (said?.kind !== kind && isStep(said)) return;
      child.off("message", listen);
      child.off("exit", listen);
      if (said?.kind === kind) resolve(said as Extract<Word, { kind: Kind }>);
      else reject(new Error(`the service said ${JSON.stringify(word)} instead of "${kind}"`));
    };
    child.on("message", listen);
    child.on("exit", listen);
  });
}

const isStep = (word: Word | undefined): boolean =>
  word?.kind === "screening" || word?.kind === "ranking";

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

const percentiles = (times: readonly number[]): string =>
  [50, 90, 99].map((percent) => `${percentile(times, percent).toFixed(2)} ms`).join(", ");

const ratio = (ours: readonly number[], theirs: readonly number[]): string =>
  `${(percentile(ours, 99) / percentile(theirs, 99)).toFixed(2)} x`;
