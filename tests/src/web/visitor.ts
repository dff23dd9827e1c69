/** The program as somebody with a browser meets it, without the network: pages, forms, files. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { readConfig, type Config } from "../../../src/config.ts";
import type { Database } from "../../../src/db/connect.ts";
import { createJobs, type Jobs } from "../../../src/jobs/index.ts";
import { createLog } from "../../../src/log.ts";
import { createApp } from "../../../src/web/app.ts";
import { databases } from "../../support/database.ts";

export interface Visitor {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly config: Config;
  /** What the program said about itself, line by line. */
  readonly logged: readonly string[];
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The page, which must be there. */
  see(path: string): Promise<string>;
  /** Sends a form as a browser does; the answer is not followed. */
  send(path: string, fields: Fields): Promise<Response>;
  upload(path: string, files: readonly SentFile[], field?: string): Promise<Response>;
  leave(): Promise<void>;
}

export type Fields = Readonly<Record<string, string>> | Iterable<readonly [string, string]>;

export interface SentFile {
  readonly name: string;
  readonly text: string | Uint8Array<ArrayBuffer>;
}

interface Options {
  readonly config?: Partial<Config>;
  /** What the program gets instead of the open database. */
  readonly around?: (db: Database) => Database;
}

export async function openVisitor({ config: given = {}, around }: Options = {}): Promise<Visitor> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-web-"));
  const db = await databases[0]!.open();
  const jobs = createJobs({ threads: 1 });
  const config = { ...readConfig({}), dataFolder: folder, ...given };
  const logged: string[] = [];
  const log = createLog("info", linesInto(logged));
  const app = createApp({ db: around?.(db) ?? db, config, log, jobs });
  const ask = async (path: string, init?: RequestInit): Promise<Response> =>
    app.request(`http://localhost:4080${path}`, init);
  return {
    db,
    jobs,
    config,
    logged,
    ask,
    async see(path) {
      const answer = await ask(path);
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
      return text;
    },
    send: (path, fields) =>
      ask(path, {
        method: "POST",
        headers: { ...own, "content-type": "application/x-www-form-urlencoded" },
        body: formOf(fields).toString(),
      }),
    upload(path, files, field = "files") {
      const body = new FormData();
      for (const { name, text } of files) body.append(field, new Blob([text]), name);
      return ask(path, { method: "POST", headers: own, body });
    },
    async leave() {
      await jobs.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  const pairs = Symbol.iterator in fields ? fields : Object.entries(fields);
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

/** What a browser adds to a form of a page of ours. */
const own = { origin: "http://localhost:4080", "sec-fetch-site": "same-origin" };

export const locationOf = (answer: Response): string => {
  const location = answer.headers.get("location");
  if (answer.status !== 303 || location === null)
    throw new Error(`a redirect was expected, got ${answer.status}`);
  return location;
};

/** What a reader sees of a page: no tags, entities read. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!)
    .replace(/\s+/g, " ");

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

const linesInto = (lines: string[]): Writable =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString().trimEnd());
      done();
    },
  });
