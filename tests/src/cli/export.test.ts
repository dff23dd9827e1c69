import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import Papa from "papaparse";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { numberAt } from "#analysis";
import { run } from "../../../src/cli.ts";
import { connect } from "../../../src/db/connect.ts";
import { saveDraft, publishDraft, versionsOf } from "../../../src/db/instruments.ts";
import { findWave, saveWave } from "../../../src/db/waves.ts";
import { recordPage } from "../../../src/fielding/record.ts";
import { readSourceFile } from "../../../src/intake/read.ts";
import { assemble } from "../../../src/studies/assemble.ts";
import { readCodebook } from "../../../src/studies/codebook-file.ts";
import { eachDatabase, type Place } from "../../support/database.ts";
import {
  codebook,
  definition,
  inviteAll,
  moment,
  page,
  people,
  smallWave,
  start,
} from "../fielding/small-wave.ts";

/** Version 2: "Law" is gone, "Arts" has another name, the job is no longer asked. */
const edited = {
  ...definition,
  pages: definition.pages.map((each) =>
    each.name === "work"
      ? {
          name: "work",
          elements: [
            {
              type: "radiogroup",
              name: "field",
              title: "Field",
              choices: [
                { value: "arts", text: "Arts and design" },
                { value: "art history", text: "Art history" },
              ],
            },
          ],
        }
      : each,
  ),
};
const { job: _job, ...items } = codebook.items;
const editedCodebook = { ...codebook, items: { ...items, field: { label: "Field" } } };

describe("throughline export", () => {
  eachDatabase((kind) => {
    let place: Place;
    const folder = mkdtempSync(join(tmpdir(), "throughline-export-"));
    const said = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
    const refused = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
    afterEach(() => void [said, refused].map((spy) => spy.mockClear()));
    afterAll(() => place.remove());

    beforeAll(async () => {
      place = await kind.place();
      const { databaseUrl = "", dataFolder } = place.config;
      vi.stubEnv("DATABASE_URL", databaseUrl);
      vi.stubEnv("DATA_FOLDER", dataFolder);
      const db = await connect(place.config);
      const wave = await smallWave(db, { title: "Spring" });
      const unknown = people("a", "b", "c").map(({ personId }) => ({ personId, facts: {} }));
      const { links } = await inviteAll(db, wave, unknown);
      const [a, b, c] = await Promise.all(links.map(({ token }) => start(db, token)));
      await recordPage(db.write, page(a!, { answers: { job: "=cmd|'x'", field: "law" } }));
      await recordPage(
        db.write,
        page(b!, { answers: { job: 'Baker, "own" shop', field: "arts" } }),
      );
      await saveDraft(db.write, wave.instrumentId, {
        definition: JSON.stringify(edited),
        codebook: JSON.stringify(editedCodebook),
      });
      await publishDraft(db.write, wave.instrumentId);
      const [newest] = await versionsOf(db.read, wave.instrumentId);
      await saveWave(db.write, wave.id, { versionId: newest!.id });
      const now = (await findWave(db.read, wave.id))!;
      await recordPage(
        db.write,
        page({ ...c!, wave: now }, { answers: { field: "arts" }, at: moment("03-05T10:00:00") }),
      );
      await db.close();
    });

    const cells = (out: string, name: string) =>
      Papa.parse<Record<string, string>>(readFileSync(join(out, name), "utf8"), {
        header: true,
        skipEmptyLines: true,
      }).data.toSorted((x, y) => (x["alum_id"]! < y["alum_id"]! ? -1 : 1));

    it("keeps every column and every label of every version", async () => {
      const out = join(folder, `answers-${kind.kind}`);
      expect(await run(["export", "--wave", "Spring", "--out", out, "--id", "alum_id"])).toBe(0);
      const codes = cells(out, "responses.csv");
      expect(codes.map(({ field, job }) => [field, job])).toEqual([
        ["law", "'=cmd|'x'"],
        ["arts", 'Baker, "own" shop'],
        ["arts", "not asked"],
      ]);
      expect(cells(out, "responses-in-words.csv").map(({ field }) => field)).toEqual([
        "Law",
        "Arts",
        "Arts and design",
      ]);
      expect(codes.map(({ survey_version }) => survey_version)).toEqual(["1", "1", "2"]);
    });

    it("gives out what rank takes back, with the same numbers", async () => {
      const out = join(folder, `answers-${kind.kind}`);
      const { source } = await readSourceFile(join(out, "responses.csv"));
      const text = readFileSync(join(out, "codebook.json"), "utf8");
      const { table } = assemble([source], { codebook: readCodebook(text, "codebook.json") });
      const field = table.columns.get("field")!;
      expect([...field.labels!.values()]).toEqual([
        "Arts and design (earlier: Arts)",
        "Art history",
        "Law",
      ]);
      const order = source.rows;
      expect(Array.from({ length: order }, (_, row) => numberAt(field, row)).toSorted()).toEqual([
        1, 1, 3,
      ]);
    });

    it("overwrites nothing, and says which waves there are", async () => {
      const out = mkdtempSync(join(folder, "full-"));
      writeFileSync(join(out, "mine.txt"), "mine");
      expect(await run(["export", "--wave", "Spring", "--out", out])).toBe(2);
      expect(readdirSync(out)).toEqual(["mine.txt"]);
      expect(await run(["export", "--wave", "Autumn", "--out", join(folder, "new")])).toBe(1);
      expect(refused.mock.calls.join("")).toContain('"Spring"');
      expect(readdirSync(folder)).not.toContain("new");
    });
  });
});
