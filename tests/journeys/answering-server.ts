/** A server with surveys that are open: fielded before it starts, because it keeps its database to itself. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instruments } from "#surveys";
import { connect } from "../../src/db/connect.ts";
import { migrate } from "../../src/db/migrate.ts";
import { codebook, definition, fieldSurvey, invited } from "../src/web/answer/survey.ts";
import { startServer } from "../support/server.ts";

export interface SurveyServer {
  readonly url: string;
  /** A fresh link, by the survey it leads to: an instrument that ships, "every kind", "from the right", "ended". */
  link(survey: string): string;
  stop(): Promise<number | null>;
}

const links = 12;

export async function startSurveyServer(): Promise<SurveyServer> {
  const folder = await mkdtemp(join(tmpdir(), "answering-"));
  const tokens = await field(folder);
  const server = await startServer({ DATA_FOLDER: folder });
  return {
    url: server.url,
    link(survey) {
      const token = tokens.get(survey)?.pop();
      if (token === undefined) throw new RangeError(`link requires a link left, got ${survey}`);
      return `${server.url}/s/${token}`;
    },
    async stop() {
      const code = await server.stop();
      await rm(folder, { recursive: true });
      return code;
    },
  };
}

async function field(dataFolder: string): Promise<ReadonlyMap<string, string[]>> {
  const db = await connect({ databaseUrl: undefined, dataFolder });
  await migrate(db.write);
  const tokens = new Map<string, string[]>();
  const add = async (id: string, options: Parameters<typeof fieldSurvey>[1]) => {
    const fielded = await fieldSurvey(db, options);
    const some: string[] = [];
    for (let i = 0; i < links; i++) some.push(await invited(fielded));
    tokens.set(id, some);
  };
  for (const { id, file } of instruments) await add(id, { survey: file });
  await add("every kind", {});
  await add("from the right", { survey: { definition: inArabic(definition), codebook } });
  await add("ended", {
    wave: { opensAt: new Date("2026-01-01"), closesAt: new Date("2026-02-01") },
  });
  await db.close();
  return tokens;
}

/** The same questions for readers from the right: enough words to see whether a page turns round. */
function inArabic(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inArabic);
  if (typeof value !== "object" || value === null) return value;
  if ("default" in value) return { ...value, ar: "كيف تسير الأمور في العمل والحياة؟" };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inArabic(inner)]));
}
