/** A survey with every kind of item, fielded, and people with links. */
import {
  createInstrument,
  publishDraft,
  saveDraft,
  versionsOf,
} from "../../../../src/db/instruments.ts";
import { createWave, findWave, type NewWave, type Wave } from "../../../../src/db/waves.ts";
import { invite } from "../../../../src/fielding/links.ts";
import type { Facts } from "../../../../src/db/invitations.ts";
import type { Database } from "../../../../src/db/connect.ts";

const fields = ["arts", "law", "medicine", "music", "physics", "trade"];

export const definition = {
  title: { default: "Five years on", es: "Cinco años después" },
  description: { default: "How life went.", es: "Cómo ha ido la vida." },
  pages: [
    {
      name: "now",
      title: { default: "What you do now", es: "Lo que hace ahora" },
      elements: [
        {
          type: "html",
          name: "hello",
          html: { default: "<p>First, work.</p>", es: "<p>El trabajo.</p>" },
        },
        {
          type: "radiogroup",
          name: "job",
          title: { default: "Do you work?", es: "¿Trabaja usted?" },
          choices: [
            { value: "full", text: { default: "Full time", es: "A tiempo completo" } },
            { value: "part", text: { default: "Part time", es: "A tiempo parcial" } },
            { value: "no", text: { default: "No", es: "No" } },
          ],
          showOtherItem: true,
          otherText: { default: "Something else", es: "Otra cosa" },
          showRefuseItem: true,
          refuseText: { default: "I prefer not to say", es: "Prefiero no decirlo" },
        },
        {
          type: "checkbox",
          name: "did",
          title: { default: "What did you do at college?", es: "¿Qué hizo en la universidad?" },
          choices: [
            { value: "intern", text: { default: "An internship", es: "Prácticas" } },
            { value: "abroad", text: { default: "A term abroad", es: "Un curso fuera" } },
          ],
          choicesOrder: "random",
          showNoneItem: true,
          noneText: { default: "None of these", es: "Nada de esto" },
        },
        {
          type: "dropdown",
          name: "field",
          title: { default: "Your field", es: "Su campo" },
          choices: fields,
          showOtherItem: true,
          otherText: { default: "Another", es: "Otro" },
        },
      ],
    },
    {
      name: "work",
      title: { default: "Your work", es: "Su trabajo" },
      description: { default: "About the main job.", es: "Sobre el empleo principal." },
      visibleIf: "{job} anyof ['full', 'part']",
      elements: [
        {
          type: "text",
          inputType: "number",
          name: "hours",
          title: { default: "Hours a week", es: "Horas por semana" },
          min: 0,
          max: 80,
        },
        {
          type: "text",
          inputType: "month",
          name: "since",
          title: { default: "Since when?", es: "¿Desde cuándo?" },
          max: "2026-12",
        },
        {
          type: "rating",
          name: "happy",
          title: { default: "How content are you with it?", es: "¿Le satisface?" },
          rateMin: 0,
          rateMax: 10,
          minRateDescription: { default: "Not at all", es: "Nada" },
          maxRateDescription: { default: "Wholly", es: "Del todo" },
        },
        {
          type: "comment",
          name: "why",
          title: { default: "Working {job}: why so little?", es: "{job}: ¿por qué tan poco?" },
          visibleIf: "{happy} < 3",
        },
      ],
    },
    {
      name: "skills",
      title: { default: "What you can do", es: "Lo que sabe hacer" },
      elements: [
        {
          type: "matrix",
          name: "able",
          title: { default: "How well can you do this?", es: "¿Qué tal se le da?" },
          rows: [
            { value: "write", text: { default: "Write", es: "Escribir" } },
            { value: "count", text: { default: "Count", es: "Contar" } },
          ],
          columns: [
            { value: 1, text: { default: "Badly", es: "Mal" } },
            { value: 2, text: { default: "Well", es: "Bien" } },
            { value: 3, text: { default: "Very well", es: "Muy bien" } },
          ],
        },
        {
          type: "boolean",
          name: "again",
          title: { default: "Would you study again?", es: "¿Estudiaría otra vez?" },
          labelTrue: { default: "Yes", es: "Sí" },
          labelFalse: { default: "No", es: "No" },
        },
        {
          type: "text",
          inputType: "email",
          name: "mail",
          title: { default: "An address", es: "Un correo" },
        },
        {
          type: "text",
          inputType: "date",
          name: "born",
          title: { default: "Born on", es: "Nacimiento" },
        },
      ],
    },
    {
      name: "end",
      title: { default: "At last", es: "Para acabar" },
      elements: [
        {
          type: "text",
          inputType: "number",
          name: "year",
          title: { default: "Year of your degree", es: "Año del título" },
          isRequired: true,
          min: 1950,
          max: 2026,
          step: 1,
        },
        { type: "comment", name: "words", title: { default: "Anything else?", es: "¿Algo más?" } },
      ],
    },
  ],
};

export const codebook = {
  consent: {
    version: "2026-1",
    text: { default: "We keep your answers.\n\nYou may stop.", es: "Guardamos sus respuestas." },
  },
  items: {
    job: { label: "Job" },
    did: { label: "Did" },
    field: { label: "Field", known: "confirm" },
    hours: { label: "Hours", unit: "h" },
    since: { label: "Since" },
    happy: { label: "Happy", direction: "higher is more" },
    why: { label: "Why" },
    able: { label: "Able", direction: "higher is more" },
    again: { label: "Again" },
    mail: { label: "Mail", sensitivity: "personal" },
    born: { label: "Born", sensitivity: "personal" },
    year: { label: "Year" },
    words: { label: "Words" },
  },
  scales: [
    {
      id: "skill",
      label: "Skill",
      title: { default: "Your skills", es: "Sus destrezas" },
      items: ["able.write", "able.count"],
      low: 1,
      high: 3,
      top: 100,
      needed: 2,
    },
  ],
};

export interface Fielded {
  readonly db: Database;
  readonly wave: Wave;
}

interface Documents {
  readonly definition: unknown;
  readonly codebook: unknown;
}

const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000);

/** Open since yesterday, for a month, unless told. */
export async function fieldSurvey(
  db: Database,
  {
    wave = {},
    survey = { definition, codebook },
  }: { wave?: Partial<NewWave>; survey?: Documents } = {},
): Promise<Fielded> {
  const instrument = await createInstrument(db.write, { title: "Alumni", ...written(survey) });
  await publishDraft(db.write, instrument);
  const [version] = await versionsOf(db.read, instrument);
  const id = await createWave(db.write, {
    versionId: version!.id,
    title: "Spring",
    anonymous: false,
    opensAt: daysFromNow(-1),
    closesAt: daysFromNow(30),
    openLink: true,
    ...wave,
  });
  return { db, wave: (await findWave(db.read, id))! };
}

/** The wave from now on shows this. @returns id of the version */
export async function publishNext({ db, wave }: Fielded, survey: Documents): Promise<string> {
  await saveDraft(db.write, wave.instrumentId, written(survey));
  await publishDraft(db.write, wave.instrumentId);
  const [version] = await versionsOf(db.read, wave.instrumentId);
  return version!.id;
}

let people = 0;

/** A personal link: the token of somebody new. */
export async function invited({ db, wave }: Fielded, facts: Facts = {}): Promise<string> {
  const { links } = await invite(db.write, [{ personId: `p${people++}`, facts }], { wave, secret });
  return links[0]!.token;
}

const secret = "only for tests, so it may be known";

const written = (survey: Documents) => ({
  definition: JSON.stringify(survey.definition),
  codebook: JSON.stringify(survey.codebook),
});
