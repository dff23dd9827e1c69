/** The service, killed again and again while people answer. */
import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "../server.ts";
import { auditOf, type Audit } from "./audit.ts";
import { answerAll, begin, beginOpen, emptyLog, type Log } from "./client.ts";
import { prepare, sections, type Links, type Place } from "./wave.ts";

export interface Chaos {
  readonly saves: number;
  readonly kills: number;
  readonly clients: number;
  /** Milliseconds between ready and killed, drawn anew each time. */
  readonly uptime: readonly [least: number, most: number];
}

export interface Outcome extends Audit {
  readonly log: Log;
  readonly kills: number;
  readonly seconds: number;
}

/** @param place of a database that nobody else has open */
export async function wreak(place: Place, chaos: Chaos): Promise<Outcome> {
  const from = performance.now();
  const links = await prepare(place, Math.ceil(chaos.saves / sections.length / 2));
  const log = emptyLog();
  const service = killed(place, chaos);
  const goOn = (): boolean => log.saves.length < chaos.saves || service.kills() < chaos.kills;
  const tokens = links.tokens.values();
  const clients = Array.from({ length: chaos.clients }, async (_, nth) => {
    while (goOn()) {
      const userAgents = Math.random() < 0.15 ? devices : [devices[nth % 2]!];
      const respondent = { url: service.url, log, userAgents };
      await answerAll(respondent, await next(tokens, links, respondent));
    }
  });
  try {
    await Promise.all(clients);
  } finally {
    await service.end();
  }
  const audit = await auditOf(place, links.waveId, log);
  return { ...audit, log, kills: service.kills(), seconds: (performance.now() - from) / 1000 };
}

const devices = [
  "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36",
  "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36",
];

/** Personal links as long as there are some, then the open one. */
function next(
  tokens: Iterator<string>,
  { slug }: Links,
  respondent: Parameters<typeof begin>[0],
): Promise<string> {
  const { value, done } = tokens.next();
  return done === true ? beginOpen(respondent, slug) : begin(respondent, value);
}

function killed({ databaseUrl, dataFolder }: Place, { kills: most, uptime }: Chaos) {
  const [least, longest] = uptime;
  const ending = new AbortController();
  const { signal } = ending;
  const database =
    databaseUrl === undefined ? { DATA_FOLDER: dataFolder } : { DATABASE_URL: databaseUrl };
  let kills = 0;
  let url = "http://127.0.0.1:1";
  const life = (async () => {
    for (;;) {
      const server = await startServer({ LOG_LEVEL: "fatal", ...database });
      url = server.url;
      const lifetime = kills === most ? forever : least + Math.random() * (longest - least);
      await sleep(lifetime, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return void (await server.stop());
      await server.kill();
      kills++;
    }
  })();
  life.catch(() => undefined);
  const end = async (): Promise<void> => {
    ending.abort();
    await life;
  };
  return { url: () => url, kills: () => kills, end };
}

const forever = 2 ** 31 - 1;
