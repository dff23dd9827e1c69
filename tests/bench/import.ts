/** A file from the disk into the database and back, beside PostgreSQL's own COPY of the same file. */
import { createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { connect, type Database } from "../../src/db/connect.ts";
import { loadSource, removeDataset, storeDataset } from "../../src/db/datasets.ts";
import { migrate } from "../../src/db/migrate.ts";
import { createStudy } from "../../src/db/studies.ts";
import { readSourceFile } from "../../src/intake/read.ts";
import { binaries, startPostgresql, type Server } from "../support/postgresql.ts";
import { alternate, median } from "./alternate.ts";

const rows = 200_000;
const items = 148;

interface Line {
  readonly label: string;
  readonly value: string;
}

export const importBench = {
  name: "CSV into the database, 200,000 x 150",
  async run(): Promise<Line[]> {
    const folder = await mkdtemp(join(tmpdir(), "throughline-import-"));
    try {
      // PostgreSQL reads the file itself, as its own user.
      await chmod(folder, 0o755);
      const file = join(folder, "alumni.csv");
      await writeTable(file);
      return [...(await onPostgresql(file)), ...(await onEmbedded(file, join(folder, "data")))];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function onPostgresql(file: string): Promise<Line[]> {
  if (binaries() === undefined)
    return [{ label: "PostgreSQL", value: "SKIPPED: not installed on this machine" }];
  const server = await startPostgresql({ durable: true });
  const db = await connect({ databaseUrl: server.address("postgres"), dataFolder: "" });
  try {
    await migrate(db.write);
    await server.query(`create table wide (id text, remark text, ${wideColumns})`);
    const importing = await alternate(
      () => importOnce(db, file),
      () => timed(() => copyWide(server, file)),
    );
    const { write, read } = await storeAndLoad(db, file);
    const objects = await timed(() => server.query("select * from wide"));
    return [
      { label: "PostgreSQL, file to stored columns", value: ms(importing.ours) },
      { label: "bare COPY of the file into a wide table", value: ms(importing.peer) },
      { label: "ratio (target: at most 2)", value: times(1 / importing.ratio) },
      { label: "of it storing", value: ms(write) },
      { label: "reading back", value: ms(read) },
      { label: "SELECT * of the wide table", value: ms(objects) },
      { label: "ratio (target: at least 10)", value: times(objects / read) },
    ];
  } finally {
    await db.close();
    await server.stop();
  }
}

async function onEmbedded(file: string, dataFolder: string): Promise<Line[]> {
  const config = { databaseUrl: undefined, dataFolder };
  let db: Database | undefined;
  const open = async () => {
    db = await connect(config);
    await migrate(db.write);
  };
  const first = await timed(open);
  await db!.close();
  const again = await timed(open);
  const whole = await importOnce(db!, file);
  const { write, read } = await storeAndLoad(db!, file);
  await db!.close();
  return [
    { label: "embedded, first start", value: ms(first) },
    { label: "embedded, opened again", value: ms(again) },
    { label: "embedded, file to stored columns", value: ms(whole) },
    { label: "of it storing", value: ms(write) },
    { label: "reading back", value: ms(read) },
  ];
}

/** @returns milliseconds from the file to the acknowledged dataset. */
async function importOnce(db: Database, file: string): Promise<number> {
  const study = await createStudy(db.write, { title: "Import" });
  let id = "";
  const took = await timed(async () => {
    const { source, issues } = await readSourceFile(file);
    id = await storeDataset(db, study, source, issues, { confirmed: true });
  });
  await removeDataset(db.write, id);
  return took;
}

async function storeAndLoad(db: Database, file: string) {
  const { source, issues } = await readSourceFile(file);
  const study = await createStudy(db.write, { title: "Store and load" });
  const [writes, reads]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    let id = "";
    writes.push(
      await timed(async () => {
        id = await storeDataset(db, study, source, issues, { confirmed: true });
      }),
    );
    reads.push(await timed(() => loadSource(db, id)));
    await removeDataset(db.write, id);
  }
  return { write: median(writes), read: median(reads) };
}

async function copyWide(server: Server, file: string): Promise<void> {
  await server.query("truncate wide");
  await server.query(`copy wide from '${file}' with (format csv, header)`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Small whole numbers, 8 % empty, an id, and a remark that is sometimes quoted. */
async function writeTable(path: string): Promise<void> {
  const stream = createWriteStream(path);
  stream.write(`id,remark,${Array.from({ length: items }, (_, item) => `q${item + 1}`).join()}\n`);
  for (let block = 0; block < rows; block += 1000) {
    let text = "";
    for (let row = block; row < block + 1000; row++) {
      text += `${100_000 + row},${row % 9 === 0 ? `"well, ${row % 50}"` : `remark ${row % 50}`}`;
      for (let item = 0; item < items; item++) {
        const chance = (row * 31 + item * 17) % 97;
        text += chance < 8 ? "," : `,${(chance % (item % 2 === 0 ? 5 : 7)) + 1}`;
      }
      text += "\n";
    }
    if (!stream.write(text)) await new Promise<void>((resolve) => stream.once("drain", resolve));
  }
  stream.end();
  await finished(stream);
}

const wideColumns = Array.from({ length: items }, (_, item) => `q${item + 1} smallint`).join();
const ms = (value: number): string => `${value.toFixed(0)} ms`;
const times = (value: number): string => `${value.toFixed(2)} x`;
