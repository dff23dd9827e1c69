/** Settings, from the environment. Nothing else in the program reads it. */
import { z } from "zod";
import { Problem } from "./problem.ts";

export interface Config {
  /** PostgreSQL; absent: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  readonly logLevel: (typeof logLevels)[number];
  /** Largest upload, in bytes. */
  readonly uploadLimit: number;
  /** What all links that people are given begin with, no slash at the end; absent: the address it listens on. */
  readonly publicUrl: string | undefined;
  /** What personal links are made with; absent: kept in a file in `dataFolder`. */
  readonly linkSecret: string | undefined;
}

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Every setting that is wrong is named at once: what it is and what it may be. */
export function readConfig(environment: Readonly<NodeJS.ProcessEnv> = process.env): Config {
  const given = Object.fromEntries(
    names.map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw notValid(parsed.error.issues, given);
  const { DATABASE_URL, DATA_FOLDER, PORT, HOST, LOG_LEVEL, UPLOAD_LIMIT_MB, ...links } =
    parsed.data;
  return {
    databaseUrl: DATABASE_URL,
    dataFolder: DATA_FOLDER,
    port: PORT,
    host: HOST,
    logLevel: LOG_LEVEL,
    uploadLimit: UPLOAD_LIMIT_MB * 1_000_000,
    publicUrl: links.PUBLIC_URL && new URL(links.PUBLIC_URL).origin,
    linkSecret: links.LINK_SECRET,
  };
}

/** No user, path, query or fragment: only then an address can be put behind it. */
function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { href, origin } = new URL(address);
  return href === `${origin}/`;
}

const wholeNumber = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(low).max(high));

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_FOLDER: z.string().default("./data"),
  PORT: wholeNumber(0, 65_535).default(4080),
  HOST: z.enum(["127.0.0.1", "::1", "localhost"]).default("127.0.0.1"),
  LOG_LEVEL: z.enum(logLevels).default("info"),
  UPLOAD_LIMIT_MB: wholeNumber(1, 4000).default(256),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isOrigin)
    .optional(),
  LINK_SECRET: z.string().min(32).optional(),
});
type Name = keyof typeof settings.shape;
const names = settings.keyof().options;

const allowed: Readonly<Record<Name, string>> = {
  DATABASE_URL: "must be an address such as postgres://user:password@host:5432/database",
  DATA_FOLDER: "must be the path of a folder",
  PORT: "must be a whole number from 0 to 65535",
  HOST: "must be 127.0.0.1, ::1 or localhost: there are no accounts yet, so only this machine is answered; accounts come later",
  LOG_LEVEL: `must be one of ${logLevels.join(", ")}`,
  UPLOAD_LIMIT_MB: "must be a whole number from 1 to 4000",
  PUBLIC_URL: "must be an address without a path, such as https://surveys.example.edu",
  LINK_SECRET: "must be a secret of 32 characters or more",
};

function notValid(issues: readonly z.core.$ZodIssue[], given: Partial<Record<string, string>>) {
  const wrong = [...new Set(issues.map(({ path }) => path[0] as Name))];
  const sentences = wrong.map(
    (name) => `${name} ${allowed[name]}; it is ${shapeOf(name, given[name] ?? "")}.`,
  );
  return new Problem("configuration", sentences.join(" "), {
    next: `Set ${wrong.join(" and ")} again, or leave ${wrong.length === 1 ? "it" : "them"} out.`,
  });
}

/** An address holds a password, so it is described and not repeated. */
function shapeOf(name: Name, value: string): string {
  if (name === "LINK_SECRET") return `${value.length} characters long`;
  if (name !== "DATABASE_URL") return JSON.stringify(value.slice(0, 60));
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(value)?.[0];
  return `${value.length} characters that start with ${scheme ?? "no scheme"}`;
}
