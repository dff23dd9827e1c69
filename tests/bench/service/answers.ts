/**
 * How many pages the service saves, and how quickly while many people answer: service, PostgreSQL (which waits for the
 * disk) and the clients share this machine. The second part is an open loop: requests are due at a steady rate, and a
 * slow one is counted from when it was due, not from when there was time to send it.
 */
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "../../../src/db/connect.ts";
import { ask, type Reply } from "../../support/chaos/http.ts";
import { startPostgresql } from "../../support/postgresql.ts";
import { startServer } from "../../support/server.ts";
import type { Bench, Figure } from "../alternate.ts";
import { fieldAlumni, type Fielded } from "./answers-wave.ts";

const clients = 64;
const load = { perSecond: 200, limit: 300 };

/** @param minutes of the open loop */
export const answersBench = (minutes: number): Bench => ({
  name: `page saves at ${clients} clients; ${load.perSecond} requests a second, half of them saves, ${minutes} min`,
  async run() {
    const people = Math.ceil(minutes * load.perSecond * 3) + 3_000;
    const postgresql = await startPostgresql({ durable: true });
    try {
      await postgresql.query("create database answers");
      const databaseUrl = postgresql.address("answers");
      const fielded = await fieldAlumni(databaseUrl, people);
      const server = await startServer({ DATABASE_URL: databaseUrl });
      try {
        const bench = visitors(server.url, fielded);
        const closed = await closedLoop(bench, 20);
        const open = await openLoop(bench, minutes * 60);
        const lost = await lostOf(databaseUrl, bench.acknowledged);
        return [...closed, ...open, lost];
      } finally {
        await server.stop();
      }
    } finally {
      await postgresql.stop();
    }
  },
});

interface Visitors {
  /** Keys of pages of which somebody was told that they are saved. */
  readonly acknowledged: readonly string[];
  /** What went wrong, by what it was. */
  readonly errors: ReadonlyMap<string, number>;
  /** Sends the next page of somebody, and so on through all pages and people. */
  save(): Promise<void>;
  /** Opens a page of somebody who is in the middle. */
  look(): Promise<void>;
}

function visitors(url: string, { tokens, sections, form }: Fielded): Visitors {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const acknowledged: string[] = [];
  const errors = new Map<string, number>();
  const wrong = (what: string) => errors.set(what, (errors.get(what) ?? 0) + 1);
  const asked = async (reply: Promise<Reply>, isRight: (reply: Reply) => boolean) => {
    try {
      const answer = await reply;
      if (isRight(answer)) return true;
      wrong(String(answer.status));
    } catch (error) {
      wrong(error instanceof Error ? error.message : String(error));
    }
    return false;
  };
  let [saves, looks] = [0, 0];
  return {
    acknowledged,
    errors,
    async save() {
      const nth = saves++;
      const token = tokens[Math.floor(nth / sections.length) % tokens.length]!;
      const section = sections[nth % sections.length]!;
      const { key, form: page } = form(section);
      const path = `${url}/s/${token}/at/${section}`;
      const isSaved = ({ status, location }: Reply) =>
        status === 303 && location.startsWith(`/s/${token}/`);
      if (await asked(ask(path, { form: page, agent }), isSaved)) acknowledged.push(key);
    },
    async look() {
      const nth = looks++;
      const token = tokens[Math.floor(nth / sections.length) % tokens.length]!;
      const path = `${url}/s/${token}/at/${sections[nth % sections.length]!}`;
      await asked(ask(path, { agent }), ({ status }) => status === 200);
    },
  };
}

/** As fast as each client is answered. */
async function closedLoop(bench: Visitors, seconds: number): Promise<Figure[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const from = bench.acknowledged.length;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) times.push(await timed(bench.save, performance.now()));
    }),
  );
  const perSecond = (bench.acknowledged.length - from) / seconds;
  return [
    { label: "pages saved a second", value: perSecond.toFixed(0) },
    ...latencies("of a save", times),
  ];
}

async function openLoop(bench: Visitors, seconds: number): Promise<Figure[]> {
  const saves: number[] = [];
  const looks: number[] = [];
  const from = performance.now();
  const errorsBefore = sum(bench.errors);
  const requests = Array.from({ length: seconds * load.perSecond }, (_, nth) => nth);
  const underWay: Promise<unknown>[] = [];
  for (const nth of requests) {
    const due = from + (nth * 1000) / load.perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const isSave = nth % 2 === 0;
    const answered = timed(isSave ? bench.save : bench.look, due);
    underWay.push(answered.then((ms) => (isSave ? saves : looks).push(ms)));
  }
  await Promise.all(underWay);
  const all = [...saves, ...looks];
  const errors = [...bench.errors].map(([what, count]) => `${what}: ${count}`).join(", ");
  return [
    ...latencies("of all requests at a steady rate", all, ` of ${load.limit} allowed`),
    ...latencies("of its saves", saves),
    ...latencies("of its pages", looks),
    { label: "slowest", value: `${Math.max(...all).toFixed(0)} ms` },
    { label: "errors", value: `${sum(bench.errors) - errorsBefore} of ${all.length} ${errors}` },
  ];
}

async function timed(request: () => Promise<void>, from: number): Promise<number> {
  await request();
  return performance.now() - from;
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, count) => all + count, 0);

function latencies(what: string, times: readonly number[], limit = ""): Figure[] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(sorted[Math.floor(share * sorted.length)] ?? NaN).toFixed(0)} ms`;
  return [
    { label: `p50 ${what}`, value: at(0.5) },
    { label: `p95 ${what}`, value: at(0.95) + limit },
    { label: `p99 ${what}`, value: at(0.99) },
  ];
}

async function lostOf(databaseUrl: string, acknowledged: readonly string[]): Promise<Figure> {
  const db = await connect({ databaseUrl, dataFolder: "" });
  try {
    const rows = await db.read.selectFrom("answer_events").select("key").execute();
    const stored = new Set(rows.map(({ key }) => key));
    const lost = acknowledged.filter((key) => !stored.has(key)).length;
    const doubled = rows.length - stored.size;
    const value = `${lost}, doubled ${doubled}, of ${acknowledged.length} pages acknowledged`;
    return { label: "lost", value };
  } finally {
    await db.close();
  }
}
