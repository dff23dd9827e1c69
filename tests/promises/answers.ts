/** Nothing that was acknowledged is lost, and nothing is there twice, however often the service is killed. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wreak, type Chaos, type Outcome } from "../support/chaos/run.ts";
import { binaries, startPostgresql } from "../support/postgresql.ts";
import type { Promised } from "./truth.ts";

/** On a PostgreSQL that waits for the disk, and in the embedded database. */
export async function answersPromises(): Promise<Promised[]> {
  return [
    await kept("PostgreSQL", { saves: 4_000, kills: 50, clients: 16, uptime: [200, 1_500] }),
    await kept("embedded", { saves: 1_000, kills: 12, clients: 16, uptime: [500, 3_000] }),
  ];
}

async function kept(where: keyof typeof places, chaos: Chaos): Promise<Promised> {
  const what = `${where}: ${chaos.saves} saves, ${chaos.kills} kills, 0 lost, 0 doubled`;
  if (where === "PostgreSQL" && binaries() === undefined)
    return { what, measured: "there is no PostgreSQL on this machine", kept: false };
  const outcome = await places[where](chaos);
  const { lost, doubled, outdated } = outcome;
  return { what, measured: sentence(outcome), kept: lost + doubled + outdated === 0 };
}

const places = {
  async PostgreSQL(chaos: Chaos): Promise<Outcome> {
    const server = await startPostgresql({ durable: true });
    try {
      await server.query("create database answers");
      return await wreak({ databaseUrl: server.address("answers"), dataFolder: "" }, chaos);
    } finally {
      await server.stop();
    }
  },
  async embedded(chaos: Chaos): Promise<Outcome> {
    const dataFolder = await mkdtemp(join(tmpdir(), "throughline-chaos-"));
    try {
      return await wreak({ databaseUrl: undefined, dataFolder }, chaos);
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  },
};

function sentence({ log, kills, seconds, ...tables }: Outcome): string {
  const { posts, doubles, cuts, changed, twoDevices } = log.counts;
  const retries = Object.values(log.retries).reduce((sum, count) => sum + count, 0);
  return (
    `${tables.lost} lost, ${tables.doubled} doubled, ${tables.outdated} outdated; ` +
    `${log.saves.length} saves acknowledged, ${tables.events} in the table, ` +
    `${tables.complete} of ${tables.responses} responses complete; ${kills} kills, ${posts} posts, ` +
    `${doubles} sent twice on purpose, ${cuts} replies cut, ${changed} pages sent again with other answers, ` +
    `${twoDevices} people with two devices, ${retries} tries failed; ${Math.round(seconds)} s`
  );
}
