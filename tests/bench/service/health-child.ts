/** The service in a process of its own, with a large screening to be begun and ended on demand. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { readConfig } from "../../../src/config.ts";
import { connect } from "../../../src/db/connect.ts";
import { migrate } from "../../../src/db/migrate.ts";
import type { Source } from "../../../src/intake/source.ts";
import { createJobs } from "../../../src/jobs/index.ts";
import { helpersStepBack } from "../../../src/jobs/processors.ts";
import { createLog } from "../../../src/log.ts";
import { createApp } from "../../../src/web/app.ts";
import type { Order, Word } from "./health.ts";

const [folder = "", people = "0", columns = "0", outcomes = "0"] = process.argv.slice(2);
const config = { ...readConfig({}), dataFolder: folder };
const db = await connect(config);
await migrate(db.write);
helpersStepBack();
const jobs = createJobs();
const app = createApp({ db, config, log: createLog("silent"), jobs });
const source = answersOf(Number(people), Number(columns));
const names = source.columns.map(({ name }) => name);
const plan = {
  outcomes: names.slice(0, Number(outcomes)),
  predictors: names.slice(Number(outcomes)),
  replicates: 0,
};

const say = (word: Word): void => void process.send!(word);
let stop = new AbortController();

process.on("message", (order: Order) => {
  if (order === "end") stop.abort();
  if (order !== "begin") return;
  stop = new AbortController();
  const input = { sources: [source], specification: { scoring: "all items", plan } } as const;
  let last: Word["kind"] = "ready";
  const onProgress = (step: string, done: number, total: number): void => {
    if (step !== "pairs screened") return;
    const now = done < total ? "screening" : "ranking";
    if (now !== last) say({ kind: now });
    last = now;
  };
  const from = performance.now();
  jobs
    .run("screen", input, { signal: stop.signal, onProgress })
    .then(() => say({ kind: "done", milliseconds: performance.now() - from }))
    .catch((error: unknown) => say({ kind: "ended", because: String(error) }));
});

const server = createServer(getRequestListener(app.fetch));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) say({ kind: "ready", port: address.port });
});

/** Ordinal answers from 1 to 7, a tenth of them missing, in shared memory: the same every time. */
function answersOf(rows: number, width: number): Source {
  let state = 1;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  return {
    name: "answers.csv",
    sha256: "",
    encoding: "utf-8",
    delimiter: ",",
    rows,
    lines: new Int32Array(new SharedArrayBuffer(4 * rows)),
    columns: Array.from({ length: width }, (_, position) => {
      const cells = new Int8Array(new SharedArrayBuffer(rows));
      for (let row = 0; row < rows; row++) {
        const answer = next() >>> 8;
        cells[row] = answer % 10 === 0 ? -128 : 1 + (answer % 7);
      }
      return { name: `v${position}`, position: position + 1, cells, dictionary: [] };
    }),
  };
}
