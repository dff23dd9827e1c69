/** Whatever a file is like, a person is told what is wrong and where, or gets every cell as it stands. */
import { describe, expect, it } from "vitest";
import { hostileCases } from "./hostile-cases.ts";
import { cellsOf, outcome, read } from "./reading.ts";

describe.each(hostileCases)("$name", ({ bytes, ...expected }) => {
  it(expected.errors ? "is refused, by name of the place" : "is read to the letter", async () => {
    const result = await outcome(read(bytes));
    if ("refused" in result) {
      const found = result.issues.map(({ code, line, column }) => [code, line, column]);
      expect(found).toEqual(expected.errors?.map(([code, line, column]) => [code, line, column]));
      expect(result.refused).toMatch(/^test\.csv cannot be read: [^A-Z].*\.$/s);
      expect(result.next).toMatch(/^[A-Z].*[.]$/s);
    } else {
      const { source, issues } = result;
      expect(cellsOf(source)).toEqual(expected.cells);
      expect([...source.lines]).toEqual(
        expected.lines ?? [...source.lines.keys()].map((row) => row + 2),
      );
      const remarks = issues.map(({ code, line }) => [code, line]);
      expect(remarks).toEqual((expected.remarks ?? []).map(([code, line]) => [code, line]));
    }
    for (const words of expected.says ?? [])
      expect(JSON.stringify(result)).toContain(words.replaceAll('"', '\\"'));
  });

  it("is the same by the strict path and in small pieces", async () => {
    const whole = await outcome(read(bytes));
    expect(await outcome(read(bytes, { strict: true }))).toEqual(whole);
    const small = bytes.length < 100_000;
    const options = small
      ? { sizes: [1, 3, 64], blockBytes: 7 }
      : { sizes: [70_001], blockBytes: 9999 };
    expect(await outcome(read(bytes, options))).toEqual(whole);
  });
});
