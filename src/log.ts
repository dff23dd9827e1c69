/**
 * What the program says about itself: one JSON object a line, on stderr. Never about people: no file contents,
 * ids, names or query strings. An error is logged by what kind it is and where it happened; the words of a
 * refusal or of the database may quote a cell, so they stay out.
 */
import { pino, type DestinationStream, type Logger } from "pino";
import type { Config } from "./config.ts";
import { Problem } from "./problem.ts";

export type Log = Pick<Logger, "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "child">;

/** @param destination stderr unless told. */
export function createLog(level: Config["logLevel"], destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: described, error: described },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
  };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}

interface Described {
  readonly type: string;
  readonly problem?: string;
  readonly message?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly stack?: readonly string[];
  readonly cause?: Described;
}

function described(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = error.cause === undefined ? {} : { cause: described(error.cause) };
  if (error instanceof Problem) return { type: "Problem", problem: error.id, ...cause };
  const { code, constraint } = textsOf(error);
  return {
    type: error.name,
    ...(quotesData(error, code) ? {} : { message: error.message }),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    stack: framesOf(error),
    ...cause,
  };
}

function textsOf(error: object): { code?: string; constraint?: string } {
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const named = "constraint_name" in error ? error.constraint_name : undefined;
  const constraint = "constraint" in error ? error.constraint : named;
  return {
    ...(code === undefined ? {} : { code }),
    ...(typeof constraint === "string" ? { constraint } : {}),
  };
}

/** A SQLSTATE marks an error of the database; the JSON parser repeats what it stumbled over; a path may be a name. */
const quotesData = (error: Error, code: string | undefined): boolean =>
  error instanceof SyntaxError ||
  "path" in error ||
  (code !== undefined && /^[0-9A-Z]{5}$/.test(code));

/** The lines of the stack after the message. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? "").split("\n").flatMap((line) => /^\s+at (.*)/.exec(line)?.[1] ?? []);

/** Second line of defence: should one of these be logged all the same. */
const secrets = [
  "authorization",
  "cookie",
  "password",
  "token",
  "email",
  "databaseUrl",
  "DATABASE_URL",
  "cells",
  "ids",
  "name",
  "query",
  "parameters",
  "detail",
];
