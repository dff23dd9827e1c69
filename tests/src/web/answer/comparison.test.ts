import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instruments, readInstrument } from "#surveys";
import { drawPeople } from "../../../../src/campus/people.ts";
import { fieldWave } from "../../../../src/campus/wave.ts";
import { createStudy } from "../../../../src/db/studies.ts";
import { findWave, type Wave } from "../../../../src/db/waves.ts";
import { comparisonOf } from "../../../../src/fielding/comparison.ts";
import { fieldSample } from "../../../../src/fielding/field-sample.ts";
import { linkSecretOf } from "../../../../src/fielding/link-secret.ts";
import { linksOf } from "../../../../src/fielding/links.ts";
import { takeSnapshot } from "../../../../src/fielding/take-snapshot.ts";
import { responseFiles } from "../../../../src/reports/responses/response-files.ts";
import { openVisitor, textOf, type Visitor } from "../visitor.ts";

const { file } = instruments.find(({ id }) => id === "alumni-career-mobility")!;
const reading = readInstrument(file);
if (!reading.ok) throw new Error(reading.issues[0]?.text);
const { instrument } = reading;
const consentVersion = instrument.codebook.consent.version;
const campus = fieldWave(drawPeople(500, 3), { seed: 3, instrument, year: 2026 });
const finished = campus.returns.find(({ complete }) => complete)!;

describe("what somebody who answered gets back", () => {
  let visitor: Visitor;
  let wave: Wave;
  let token: string;
  const thanks = async (lang = "en") =>
    textOf(await visitor.see(`/s/${token}/thanks?lang=${lang}`));

  beforeAll(async () => {
    visitor = await openVisitor();
    const { db, config } = visitor;
    const secret = linkSecretOf(config);
    const id = await fieldSample(
      db,
      { title: "Spring", instrument: { title: "Alumni", file, consentVersion }, campus },
      { secret, now: new Date() },
    );
    wave = (await findWave(db.read, id))!;
    const links = await linksOf(db.read, { wave, secret });
    token = links.find(({ personId }) => personId === finished.personId)!.token;
  });
  afterAll(() => visitor.leave());

  it("are the own scores with their formula, before anything is known of others", async () => {
    const page = await thanks();
    expect(page).toContain("on a scale from 0 to 100");
    expect(page).toContain("How this is computed");
    expect(page).toMatch(/Career satisfaction = 100 × \(M − 1\) ÷ 4/);
    expect(page).not.toContain("Half of the people");
  });

  it("and then the middle half of the others, as it was released with the last snapshot", async () => {
    const { db, jobs } = visitor;
    const studyId = await createStudy(db.write, { title: "Alumni" });
    const { responses } = await takeSnapshot(
      { db, jobs },
      { waveId: wave.id, studyId, now: new Date() },
    );
    const comparison = (await comparisonOf(db.read, wave.id))!;
    expect(responses).toBeGreaterThan(80);
    const { low, high } = comparison.scales.find(({ id }) => id === "career_satisfaction")!
      .description.middleHalf!;
    expect(await thanks()).toContain(
      `Half of the people who answered are between ${Math.round(low)} and ${Math.round(high)}.`,
    );
    expect(await thanks()).toContain(`The others are ${responses} people`);
    expect(await thanks("es")).toContain(`entre ${Math.round(low)} y ${Math.round(high)}.`);
  });

  it("stands on the page of the wave, with alpha and omega, and the answers as files", async () => {
    const address = `/waves/${wave.id}`;
    const page = textOf(await visitor.see(address));
    const { scales } = (await comparisonOf(visitor.db.read, wave.id))!;
    const { alpha, interval } = scales.find(({ id }) => id === "career_satisfaction")!.description
      .reliability!;
    expect(page).toContain(
      `${alpha.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`,
    );
    for (const { name, mediaType } of responseFiles) {
      const answer = await visitor.ask(`${address}/answers/${name}`);
      expect([name, answer.status, answer.headers.get("content-type")]).toEqual([
        name,
        200,
        mediaType,
      ]);
      const text = await answer.text();
      expect(text.length).toBeGreaterThan(200);
      if (name === "responses.csv") expect(text).toContain(finished.personId);
    }
    expect((await visitor.ask(`${address}/answers/other.csv`)).status).toBe(404);
  });
});
