/** What the clients of the chaos test answer: ten pages, each with words that no other save has. */
import { connect } from "../../../src/db/connect.ts";
import { createInstrument, publishDraft, versionsOf } from "../../../src/db/instruments.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { createWave, findWave } from "../../../src/db/waves.ts";
import { invite } from "../../../src/fielding/links.ts";

export type Place = Parameters<typeof connect>[0];

export const sections = Array.from({ length: 10 }, (_, nth) => `section_${nth}`);
export const itemOf = (section: string): string => `words_${section}`;

const definition = {
  title: "Ten pages",
  pages: sections.map((name) => ({
    name,
    elements: [
      { type: "text", name: itemOf(name), title: "Which save is this?" },
      { type: "radiogroup", name: `choice_${name}`, title: "And one of these", choices: [1, 2, 3] },
    ],
  })),
};

const codebook = {
  consent: { version: "1", text: "Do you agree?" },
  items: Object.fromEntries(
    sections.flatMap((name) => [
      [itemOf(name), { label: "Words" }],
      [`choice_${name}`, { label: "Choice" }],
    ]),
  ),
  scales: [],
};

export interface Links {
  readonly waveId: string;
  /** Of the open link. */
  readonly slug: string;
  /** Of the personal links. */
  readonly tokens: readonly string[];
}

/** In a database that nobody else has open; left closed. */
export async function prepare(place: Place, people: number): Promise<Links> {
  const db = await connect(place);
  try {
    await migrate(db.write);
    const instrument = await createInstrument(db.write, {
      title: "Ten pages",
      definition: JSON.stringify(definition),
      codebook: JSON.stringify(codebook),
    });
    await publishDraft(db.write, instrument);
    const [version] = await versionsOf(db.read, instrument);
    const opensAt = new Date(Date.now() - 1000);
    const waveId = await createWave(db.write, {
      versionId: version!.id,
      title: "Chaos",
      anonymous: false,
      opensAt,
      openLink: true,
    });
    const wave = (await findWave(db.read, waveId))!;
    const roster = Array.from({ length: people }, (_, n) => ({ personId: `p${n}`, facts: {} }));
    const { links } = await invite(db.write, roster, { wave, secret: "known to everybody here" });
    return { waveId, slug: wave.openLink!, tokens: links.map(({ token }) => token) };
  } finally {
    await db.close();
  }
}
