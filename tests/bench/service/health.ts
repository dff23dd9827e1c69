/**
 * Whether the service stays quick while it computes: /healthz at a steady rate, idle and under a screening of a million
 * people, by turns. The limit is the service itself when idle.
 */
import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { alternate, type Figure } from "../alternate.ts";

export type Order = "begin" | "end";

export type Word =
  | { readonly kind: "ready"; readonly port: number }
  | { readonly kind: "under way" }
  | { readonly kind: "done"; readonly milliseconds: number }
  | { readonly kind: "ended"; readonly because: string };

const size = { people: 1_000_000, columns: 200, outcomes: 30 };
const target = 1.5;
/** Requests, one each so many milliseconds, whether or not the last was answered. */
const load = { requests: 1_000, every: 5 };

export const healthBench = {
  name: `/healthz while ${size.people.toLocaleString("en-US")} x ${size.columns} are screened`,
  async run(rounds = 3): Promise<Figure[]> {
    const folder = await mkdtemp(join(tmpdir(), "health-"));
    const { people, columns, outcomes } = size;
    const child = fork(fileURLToPath(new URL("./health-child.js", import.meta.url)), [
      folder,
      ...[people, columns, outcomes].map(String),
    ]);
    try {
      const ready = await heard(child, "ready");
      const url = `http://127.0.0.1:${ready.port}/healthz`;
      await slowest(url);
      const { ours, peer, ratio } = await alternate(
        () => whileScreening(child, url),
        () => slowest(url),
        rounds,
      );
      return [
        { label: "p99 idle", value: `${peer.toFixed(1)} ms` },
        { label: "p99 while screening", value: `${ours.toFixed(1)} ms` },
        { label: "ratio", value: `${(1 / ratio).toFixed(2)} x, target at most ${target}` },
      ];
    } finally {
      child.kill();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function whileScreening(child: ChildProcess, url: string): Promise<number> {
  child.send("begin" satisfies Order);
  await heard(child, "under way");
  const ended = heard(child, "ended");
  const milliseconds = await slowest(url);
  child.send("end" satisfies Order);
  await ended;
  return milliseconds;
}

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

/** The 99th percentile of the answers' milliseconds, whoever else still waits. */
async function slowest(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const from = performance.now();
  const answers = Array.from({ length: load.requests }, async (_, i) => {
    const due = from + i * load.every;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const sent = performance.now();
    await answered(url, agent);
    return performance.now() - sent;
  });
  const times = (await Promise.all(answers)).toSorted((a, b) => a - b);
  agent.destroy();
  return times[Math.floor(0.99 * times.length)]!;
}

const answered = (url: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => answer.resume().once("end", resolve)).once("error", reject);
  });
