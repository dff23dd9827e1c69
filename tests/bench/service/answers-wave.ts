/** Thousands of people in the middle of the longest instrument that comes with the program. */
import { randomUUID } from "node:crypto";
import {
  asOptions,
  codesOf,
  instruments,
  readInstrument,
  type Instrument,
  type Item,
  type Section,
} from "#surveys";
import { connect } from "../../../src/db/connect.ts";
import { createInstrument, publishDraft, versionsOf } from "../../../src/db/instruments.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { createWave, findWave } from "../../../src/db/waves.ts";
import { invite } from "../../../src/fielding/links.ts";
import { startResponse } from "../../../src/fielding/start.ts";
import { findVisit } from "../../../src/fielding/visit.ts";
import type { Form } from "../../support/chaos/http.ts";

export interface Fielded {
  readonly tokens: readonly string[];
  readonly sections: readonly string[];
  /** The page of a section as somebody who answers everything sends it, under a key of its own. */
  form(section: string): { readonly key: string; readonly form: Form };
}

/** @param databaseUrl of a database that nobody has open */
export async function fieldAlumni(databaseUrl: string, people: number): Promise<Fielded> {
  const db = await connect({ databaseUrl, dataFolder: "" });
  try {
    await migrate(db.write);
    const { definition, codebook } = instruments.find(({ id }) => id === shipped)!.file;
    const id = await createInstrument(db.write, {
      title: "Alumni",
      definition: JSON.stringify(definition),
      codebook: JSON.stringify(codebook),
    });
    await publishDraft(db.write, id);
    const [version] = await versionsOf(db.read, id);
    const versionId = version!.id;
    const opensAt = new Date(Date.now() - 1000);
    const named = { title: "Bench", anonymous: false, opensAt };
    const wave = (await findWave(db.read, await createWave(db.write, { ...named, versionId })))!;
    const roster = Array.from({ length: people }, (_, n) => ({ personId: `p${n}`, facts: {} }));
    const { links } = await invite(db.write, roster, { wave, secret: "known to everybody here" });
    const how = { locale: "en", device: "phone", consentVersion: "1", at: new Date() } as const;
    for (const { token } of links) {
      const { invitation } = (await findVisit(db.read, token))!;
      await startResponse(db.write, { token, wave, invitation, link: "personal", ...how });
    }
    return { tokens: links.map(({ token }) => token), ...pagesOf(definition, codebook, versionId) };
  } finally {
    await db.close();
  }
}

const shipped = "alumni-career-mobility";

function pagesOf(
  definition: unknown,
  codebook: unknown,
  versionId: string,
): Pick<Fielded, "sections" | "form"> {
  const reading = readInstrument({ definition, codebook });
  if (!reading.ok) throw new RangeError("fieldAlumni requires an instrument that can be read");
  const pages = new Map(reading.instrument.sections.map((each) => [each.name, fieldsOf(each)]));
  return {
    sections: alwaysAsked(reading.instrument).map(({ name }) => name),
    form(section) {
      const key = randomUUID();
      return {
        key,
        form: [
          ["~key", key],
          ["~version", versionId],
          ["~seen", "0"],
          ["~shown", String(Date.now() - 20_000)],
          ["~lang", "en"],
          ["~then", "next"],
          ...pages.get(section)!,
        ],
      };
    },
  };
}

/** Of no module, and with a question that does not depend on an answer. */
const alwaysAsked = ({ sections, codebook }: Instrument): Section[] =>
  sections.filter(
    ({ name, visibleIf, items }) =>
      visibleIf === undefined &&
      items.some((item) => item.kind !== "information" && item.visibleIf === undefined) &&
      !(codebook.modules?.of ?? []).some((module) => module.sections.includes(name)),
  );

const fieldsOf = ({ items }: Section): Form => [
  ["~asked", items.map(({ name }) => name).join(" ")],
  ...items.flatMap(answerTo),
];

/** The last of the options that are the item's own; words and numbers as people write them. */
function answerTo(item: Item): Form {
  const one = (options: Parameters<typeof codesOf>[0]) => String(options.options.at(-1)!.code);
  switch (item.kind) {
    case "information":
      return [];
    case "matrix":
      return item.rows.map((row) => [`${item.name}.${row.name}`, one(item)]);
    case "yes/no":
      return [[item.name, one(asOptions(item))]];
    case "number":
      return [[item.name, String(item.low ?? item.high ?? 7)]];
    case "date":
      return [
        [`${item.name}.year`, "2021"],
        [`${item.name}.month`, "6"],
        [`${item.name}.day`, "15"],
      ];
    case "text":
    case "comment":
      return [[item.name, "Planning for a small town"]];
    default:
      return [[item.name, one(item)]];
  }
}
