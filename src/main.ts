/** The service: settings, log, database, pages, in this order; and out again in the other. */
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { readConfig, type Config } from "./config.ts";
import { connect, type Database } from "./db/connect.ts";
import { migrate } from "./db/migrate.ts";
import { interruptedScreenings } from "./db/screenings.ts";
import { createJobs } from "./jobs/index.ts";
import { helpersStepBack } from "./jobs/processors.ts";
import { createLog, type Log } from "./log.ts";
import { Problem } from "./problem.ts";
import { createApp } from "./web/app.ts";

/** Milliseconds that requests under way are given to end. */
const patience = 10_000;
/** Milliseconds that an idle connection is kept: longer than a proxy keeps its own, which else sends into a closed one. */
const kept = 75_000;

try {
  await main();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.title}: ${error.message}\n${error.next ?? ""}\n`);
  process.exitCode = error.exit;
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "a mistake in the program; it stops");
    process.exit(1);
  });
  const db = await connect(config);
  try {
    await run({ config, log, db });
  } catch (error) {
    await db.close();
    throw error;
  }
}

interface World {
  readonly config: Config;
  readonly log: Log;
  readonly db: Database;
}

async function run({ config, log, db }: World): Promise<void> {
  const migrated = await migrate(db.write);
  const interrupted = await interruptedScreenings(db.write);
  const server = createServer({ keepAliveTimeout: kept });
  const address = await listen(server, config);
  // Nothing is begun before the port is ours, and no request is read before this turn ends.
  helpersStepBack();
  const jobs = createJobs();
  const links = { publicUrl: config.publicUrl ?? address };
  const app = createApp({ db, config: { ...config, ...links }, log, jobs });
  server.on("request", getRequestListener(app.fetch));
  onSignal(async (signal) => {
    log.info({ signal }, "stopping");
    await close(server);
    await jobs.close();
    await db.close();
    log.info("stopped");
    process.exit(0);
  });
  log.info({ database: db.kind, migrated, interrupted, address }, "ready");
  process.stdout.write(`Throughline is ready: ${address}\n`);
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(refused(error, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === "object" && address !== null ? address.port : port;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${actual}`);
    });
  });
}

function refused(error: Error, port: number): Error {
  const code = "code" in error ? error.code : undefined;
  if (code !== "EADDRINUSE" && code !== "EACCES" && code !== "EADDRNOTAVAIL") return error;
  return new Problem("configuration", `PORT ${port} cannot be used (${code}).`, {
    next: "Stop the program that uses it, or set PORT to another number; 0 takes any free one.",
  });
}

/** A second signal ends the program the usual way, at once. */
function onSignal(stop: (signal: string) => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      if (!stopping) void stop(signal);
      stopping = true;
    });
}

/** No new requests; connections that wait for one are closed, those that answer one are waited for. */
async function close(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), patience);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  clearTimeout(deadline);
}
