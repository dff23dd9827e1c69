/** Every encoding, cut at every byte, gives the same text; a file is of one encoding or is refused. */
import { describe, expect, it } from "vitest";
import { decoderOf, type Encoding } from "../../../../src/intake/text/encoding.ts";
import { cellsOf, outcome, read } from "../reading.ts";

const text = "name,note\nZoë,€ 5 – “fine”\n日本,😀\u{1f468}\u200d\u{1f469}\n";
const western = "name,note\nZoë,€ 5 – “fine”\nÿ,Ž\n";
/** Windows-1252 as others write it: by the code points of its 27 own characters. */
const own = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
const places = "80 82 83 84 85 86 87 88 89 8a 8b 8c 8e 91 92 93 94 95 96 97 98 99 9a 9b 9c 9e 9f";
const windows1252 = (content: string) =>
  Buffer.from(
    Array.from(content, (character) => {
      const index = own.indexOf(character);
      return index < 0 ? character.charCodeAt(0) : Number.parseInt(places.split(" ")[index]!, 16);
    }),
  );

const written: readonly (readonly [Encoding, string, Buffer])[] = [
  ["utf-8", text, Buffer.from(text)],
  ["utf-16le", text, Buffer.from(text, "utf16le")],
  ["utf-16be", text, Buffer.from(text, "utf16le").swap16()],
  ["windows-1252", western, windows1252(western)],
];

/** All text of a decoder given the bytes in two parts. */
function decoded(encoding: Encoding, parts: readonly Buffer[]): string {
  const decoder = decoderOf(encoding, true);
  const pieces: Buffer[] = [];
  parts.forEach((part, index) => {
    for (const piece of decoder.decode(part, index === parts.length - 1)) {
      if (!(piece instanceof Uint8Array)) throw new Error(piece.text);
      pieces.push(Buffer.from(piece));
    }
  });
  return Buffer.concat(pieces).toString();
}

describe.each(written)("%s", (encoding, content, bytes) => {
  it("is decoded alike wherever it is cut", () => {
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(decoded(encoding, [bytes.subarray(0, cut), bytes.subarray(cut)])).toBe(content);
  });

  it("is decoded byte by byte", () => {
    const single = Array.from(bytes, (byte) => Buffer.of(byte));
    expect(decoded(encoding, [...single, Buffer.alloc(0)])).toBe(content);
  });

  it("is recognised, and read to the letter", async () => {
    const { source } = await read(bytes, { sizes: [1] });
    expect(source.encoding).toBe(encoding);
    const cells = content
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    expect(cellsOf(source)).toEqual(cells);
  });
});

describe("Windows-1252", () => {
  it("is decoded byte for byte as the Encoding Standard says", () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const unused = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    const characters = Array.from(decoded("windows-1252", [bytes]));
    for (const byte of unused) expect(characters[byte]).toBe(String.fromCharCode(byte));
    const others = characters.filter((_, byte) => !unused.includes(byte)).join("");
    expect(windows1252(others)).toEqual(bytes.filter((byte) => !unused.includes(byte)));
  });

  it("shows itself late as well as early: nothing before is changed by it", async () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => [String(row), "x"]);
    const lines = [["id", "name"], ...rows, ["Zoë", "y"], ...rows];
    const { source, issues } = await read(windows1252(lines.join("\n")), { sizes: [65_536] });
    expect(source.encoding).toBe("windows-1252");
    expect(cellsOf(source)).toEqual(lines);
    expect(issues).toMatchObject([{ code: "read-as-windows-1252", line: 50_002 }]);
  });

  it("behind UTF-8 is refused, by line, however far behind", async () => {
    const filler = "1,x\n".repeat(50_000);
    const bytes = Buffer.concat([Buffer.from(`id,ö\n${filler}`), windows1252("é,1\n")]);
    const refused = await outcome(read(bytes, { sizes: [65_536] }));
    expect(refused).toMatchObject({ issues: [{ code: "mixed-encodings", line: 50_002 }] });
  });

  it("is taken at a person's word, and UTF-8 too", async () => {
    const bytes = Buffer.from("a\né\n");
    const asWindows = await read(bytes, { encoding: "windows-1252" });
    expect(cellsOf(asWindows.source)).toEqual([["a"], ["Ã©"]]);
    expect(asWindows.issues).toEqual([]);
    const asUtf8 = await outcome(read(windows1252("a\né\n"), { encoding: "utf-8" }));
    expect(asUtf8).toMatchObject({ issues: [{ code: "invalid-encoding", line: 2 }] });
  });
});
