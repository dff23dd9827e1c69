/**
 * A CSV file to typed columns, against PapaParse with its fastest callback (`chunk`, no header, no typing)
 * doing the same: a byte per cell, blank = -128. With quoted values in one column, and without any quote,
 * PapaParse's best case.
 */
import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import Papa from "papaparse";
import { stream } from "#analysis";
import { readSourceFile } from "../../src/intake/read.ts";
import { alternate, type Figure } from "./alternate.ts";

const run = promisify(execFile);
const rows = 200_000;
const items = 148;
const targets = { quoted: 3, plain: 2, megabytes: 150 };

export const csvBench = {
  name: `CSV file to columns, ${rows} x ${items + 2}, against PapaParse`,
  async run(): Promise<Figure[]> {
    const folder = await mkdtemp(join(tmpdir(), "csv-bench-"));
    try {
      const figures: Figure[] = [];
      for (const kind of ["quoted", "plain"] as const) {
        const file = join(folder, `${kind}.csv`);
        await writeAnswers(file, majors[kind]);
        figures.push(...(await contest(file, kind)));
      }
      return figures;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function contest(file: string, kind: "quoted" | "plain"): Promise<Figure[]> {
  const found: { ours?: Cells; peer?: Cells } = {};
  const timed = async (whose: "ours" | "peer", read: (file: string) => Promise<Cells>) => {
    const from = performance.now();
    found[whose] = await read(file);
    return performance.now() - from;
  };
  const { ours, peer, ratio } = await alternate(
    () => timed("ours", readOurs),
    () => timed("peer", readPeer),
    7,
  );
  if (!isDeepStrictEqual(found.ours, found.peer)) throw new Error("the columns differ");
  const about = (what: string, value: string): Figure => ({ label: `${kind}: ${what}`, value });
  return [
    about("ours", `${ours.toFixed(0)} ms`),
    about("PapaParse", `${peer.toFixed(0)} ms`),
    about("ratio", `${ratio.toFixed(1)} x, target ${targets[kind]}`),
    about("peak memory beyond columns", await memory(file)),
  ];
}

/** The answers, a byte each. */
type Cells = readonly (Int8Array | Int32Array)[];

async function readOurs(file: string): Promise<Cells> {
  const { source } = await readSourceFile(file);
  return source.columns.slice(2).map(({ cells }) => cells);
}

async function readPeer(file: string): Promise<Cells> {
  const columns = Array.from({ length: items }, () => new Int8Array(rows));
  const texts: [string[], string[]] = [[], []];
  let row = -1;
  const chunk = ({ data }: Papa.ParseResult<string[]>) => {
    for (const cells of data) {
      if (row >= 0 && cells.length > 1) {
        texts[0].push(cells[0]!);
        texts[1].push(cells[1]!);
        for (let column = 0; column < items; column++) {
          const cell = cells[column + 2]!;
          columns[column]![row] = cell === "" ? -128 : Number(cell);
        }
      }
      row++;
    }
  };
  await new Promise<void>((resolve, error) => {
    const input = createReadStream(file, { encoding: "utf8" });
    Papa.parse(input, { chunk, complete: () => resolve(), error });
  });
  return columns;
}

/** Peak of a process that reads the file, less that of one that does not, less the cells as bytes. */
async function memory(file: string): Promise<string> {
  const child = fileURLToPath(new URL("./csv-child.js", import.meta.url));
  const peak = async (args: string[]) =>
    Number((await run(process.execPath, [child, ...args])).stdout) / 2 ** 20;
  const beyond = (await peak([file])) - (await peak([])) - (1.2 * rows * (items + 2)) / 2 ** 20;
  return `${beyond.toFixed(0)} MB, target ${targets.megabytes}`;
}

const majors = {
  quoted: ["Biology", '"Physics, applied"', "History", '"Arts ""and"" crafts"', "Law", '"Nursing"'],
  plain: ["Biology", "Physics", "History", "Arts", "Law", "Nursing"],
} as const;

/** An id, a major, and answers from 1 to 7, of which 8 % are blank. */
async function writeAnswers(path: string, majors: readonly string[]): Promise<void> {
  const { below, uniform } = stream(1);
  const out = await open(path, "w");
  await out.write(`id,major,${Array.from({ length: items }, (_, i) => `q${i + 1}`).join(",")}\n`);
  let lines: string[] = [];
  for (let person = 0; person < rows; person++) {
    const answers = Array.from({ length: items }, () => (uniform() < 0.08 ? "" : 1 + below(7)));
    lines.push(`S${1_000_000 + person},${majors[below(6)]},${answers.join(",")}\n`);
    if (lines.length === 2000) {
      await out.write(lines.join(""));
      lines = [];
    }
  }
  await out.close();
}
