/** Reading a file as a whole: its fingerprint, progress, stopping, limits, and what the disk may answer. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSource, readSourceFile } from "../../../src/intake/read.ts";
import { outcome, read } from "./reading.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "throughline-intake-"));
});
beforeAll(() => mkdir(join(folder, "folder")));
afterAll(() => rm(folder, { recursive: true }));

const million = `id,q\n${Array.from({ length: 150_000 }, (_, row) => `S${row},${row % 7}`).join("\n")}\n`;

describe("a file", () => {
  it("is read from disk as from memory, under its own name and hash", async () => {
    const path = join(folder, "large.csv");
    await writeFile(path, `\ufeff${million}`);
    const { source, issues } = await readSourceFile(path);
    expect(source.name).toBe("large.csv");
    expect(source.sha256).toBe(createHash("sha256").update(`\ufeff${million}`).digest("hex"));
    expect(source.rows).toBe(150_000);
    expect(source.lines[149_999]).toBe(150_001);
    expect(await read(`\ufeff${million}`, { name: "large.csv" })).toEqual({ source, issues });
  });

  it("tells how far it is, up to the end", async () => {
    const told: number[][] = [];
    await read(million, { onProgress: (...progress) => told.push(progress), sizes: [300_000] });
    expect(told.length).toBe(Math.ceil(million.length / 300_000));
    expect(told.at(-1)).toEqual([million.length, million.length]);
  });

  it("is given up when asked, and its bytes are let go", async () => {
    const control = new AbortController();
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield Buffer.from("a,b\n1,2\n");
      } finally {
        closed = true;
      }
    }
    const onProgress = (bytes: number) => bytes > 1000 && control.abort();
    const reading = readSource(endless(), { name: "x", onProgress, signal: control.signal });
    await expect(reading).rejects.toThrow("aborted");
    expect(closed).toBe(true);
  });

  it.each([
    ["missing.csv", "there is no such file"],
    ["folder", "it is a folder"],
  ])("%s is refused in words", async (name, words) => {
    const refused = await outcome(readSourceFile(join(folder, name)));
    expect(refused).toMatchObject({ refused: `${name} cannot be read: ${words}.`, issues: [] });
  });

  it("needs a delimiter that can be one", async () => {
    for (const delimiter of ["", ",,", '"', "\n", "7", "é"])
      await expect(read("a,b\n1,2\n", { delimiter })).rejects.toThrow(RangeError);
  });
});

describe("limits", () => {
  it.each([
    ["rows", 4, "too-many-rows"],
    ["cells", 8, "too-many-cells"],
    ["columns", 2, "too-many-columns"],
    ["bytes", 20, "too-large"],
  ])("on %s hold from the first above", async (name, most, code) => {
    const text = "a,b\n1,2\n1,2\n1,2\n1,2\n";
    expect((await read(text, { limits: { [name]: most } })).source.rows).toBe(4);
    for (const size of [0, text.length]) {
      const refused = await outcome(read(text, { limits: { [name]: most - 1 }, size }));
      expect(refused).toMatchObject({ issues: [{ code }] });
    }
  });

  it.each([
    ["12345", "123456"],
    ['"12345"', '"123456"'],
    ['"1""34"', '"1""345"'],
    ["ééa", "ééab"],
    ['"12345" ', '"123456" '],
  ])("on the bytes of a cell hold between %s and %s", async (longest, longer) => {
    for (const strict of [false, true])
      for (const blockBytes of [4, 2 ** 20]) {
        const options = { limits: { cellBytes: 5 }, strict, blockBytes, delimiter: "," };
        expect((await read(`a,b\n1,${longest}\n`, options)).source.rows).toBe(1);
        const refused = await outcome(read(`a,b\n1,${longer}\n`, options));
        expect(refused).toMatchObject({ issues: [{ line: 2, column: "b" }] });
      }
  });

  it("refuse a million columns at once, without parsing them", async () => {
    const header = Buffer.from(Array.from({ length: 1e6 }, (_, column) => `q${column}`).join(","));
    const before = process.cpuUsage();
    const refused = await outcome(read(header));
    const { user, system } = process.cpuUsage(before);
    expect(refused).toMatchObject({ issues: [{ code: "too-many-columns", line: 1 }] });
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  it("bound the memory that a quote left open takes", async () => {
    async function* open() {
      yield Buffer.from('id,note\n1,"open\n');
      for (let megabyte = 0; megabyte < 300; megabyte++) yield Buffer.alloc(2 ** 20, "12345,x\n");
    }
    const before = process.memoryUsage.rss();
    const refused = await outcome(readSource(open(), { name: "x" }));
    expect(refused).toMatchObject({
      issues: [{ code: "unclosed-quote", line: 2, column: "note" }],
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(128e6);
  });

  it("bound the time that a file of nothing but quotes takes", async () => {
    const texts = ['"', '""', '"""', '"\n', '"a\n', '",', '" ', '"""\n', '""a""\n', 'a,"""b""\n'];
    for (const text of texts) {
      const before = process.cpuUsage();
      await outcome(read(`a,b\n${text.repeat(50_000)}`, { sizes: [65_536] }));
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, JSON.stringify(text)).toBeLessThan(2000);
    }
  });

  it("let nothing through by way of the prototype", async () => {
    await read("__proto__,constructor\n__proto__,prototype\n");
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["prototype"]).toBeUndefined();
  });
});

describe("the same bytes", () => {
  it("give the same delimiter however they arrive", async () => {
    const unclear = "1,2;3\n".repeat(12);
    const bytes = Buffer.from(`a,b;c\n${unclear}${"1,2,3;4\n".repeat(9000)}`);
    const whole = await read(bytes);
    expect(whole.source.delimiter).toBe(";");
    for (const sizes of [[1], [6], [65_535], [65_536, 1]])
      expect(await read(bytes, { sizes, blockBytes: 64 })).toEqual(whole);
  });

  it("may come in one buffer that is used again and again", async () => {
    async function* reused() {
      const buffer = Buffer.alloc(10);
      for (let from = 0; from < million.length; from += 10)
        yield buffer.subarray(0, buffer.write(million.slice(from, from + 10)));
    }
    const reading = await readSource(reused(), { name: "test.csv", size: million.length });
    expect(reading).toEqual(await read(million));
  });

  it("leave little memory behind that is not used", async () => {
    for (const size of [0, million.length / 2, million.length, million.length * 3])
      for (const { cells } of (await read(million, { size })).source.columns)
        expect(cells.buffer.byteLength).toBeLessThan(cells.byteLength * 1.13);
  });
});
