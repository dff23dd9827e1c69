/** What requests are answered from. Passed down as arguments; nothing is looked up. */
import { join } from "node:path";
import type { Fingerprint } from "#analysis";
import type { Config } from "../config.ts";
import type { Database } from "../db/connect.ts";
import type { Jobs } from "../jobs/index.ts";
import type { Assembled } from "../jobs/tasks/assemble.ts";
import type { Drawn } from "../jobs/tasks/draw.ts";
import type { Log } from "../log.ts";
import type { Finding } from "./studies/finding.ts";
import type { KeptPaces, Paces } from "./studies/pace.ts";
import { keepRecent, type Recent } from "./studies/recent.ts";
import { runningScreenings, type RunningScreenings } from "./studies/running-screenings.ts";

/** What the program gives the web. */
export interface World {
  readonly db: Database;
  readonly config: Config;
  readonly log: Log;
  readonly jobs: Jobs;
}

/** What a GET may use: nothing of it can change what is stored. */
export interface Reading {
  readonly db: Pick<Database, "read">;
  readonly jobs: Jobs;
  readonly assemblies: Recent<Assembled>;
  readonly findings: Recent<Finding>;
  /** Fingerprints of what screenings would read now. */
  readonly identities: Recent<Fingerprint | null>;
  readonly drawings: Recent<Drawn | null>;
  /** How fast screenings under way go. */
  readonly paces: Paces;
  /** What the links that people are given begin with. */
  readonly publicUrl: string;
}

/** What every other request may use. */
export interface Writing extends Reading {
  readonly db: Database;
  readonly config: Config;
  readonly log: Log;
  readonly screenings: RunningScreenings;
  /** For files on their way in. */
  readonly uploads: string;
}

/** @param paces of the screenings that this process runs */
export function readingOf(
  { db, jobs, config }: Pick<World, "db" | "jobs" | "config">,
  paces: Paces,
): Reading {
  return {
    db: { read: db.read },
    jobs,
    assemblies: keepRecent(3),
    findings: keepRecent(8),
    identities: keepRecent(32),
    drawings: keepRecent(64),
    paces,
    publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
  };
}

export function writingOf(reading: Reading, world: World, paces: KeptPaces): Writing {
  const { db, config, log } = world;
  return {
    ...reading,
    db,
    config,
    log,
    screenings: runningScreenings({ ...world, paces }),
    uploads: join(config.dataFolder, "uploads"),
  };
}
