/**
 * The alumni survey of the sample campus as a wave that was fielded: the younger class is on the roster, and whoever
 * answers does so page by page, on the path that the instrument has for them. Some stop on the way, some have
 * not finished yet, a few do not look at the questions.
 */
import {
  drawModules,
  walk,
  type Answer,
  type Asking,
  type Instrument,
  type Section,
} from "#surveys";
import { knownAnswers } from "../fielding/known.ts";
import { readiness } from "./alumni.ts";
import { chance, type Chance } from "./chance.ts";
import { majors } from "./model.ts";
import type { Person } from "./people.ts";
import { answerOf } from "./wave-answers.ts";

export interface CampusWave {
  readonly roster: readonly Invited[];
  readonly returns: readonly Return[];
}

export interface Invited {
  readonly personId: string;
  readonly facts: Readonly<Record<string, string>>;
}

export interface Return {
  readonly personId: string;
  readonly seed: number;
  readonly modules: readonly string[];
  readonly locale: "en" | "es";
  readonly device: "phone" | "tablet" | "desktop";
  readonly pages: readonly SentPage[];
  readonly complete: boolean;
}

export interface SentPage {
  readonly section: string;
  readonly answers: Readonly<Record<string, Answer | null>>;
  readonly seconds: number;
  /** Seconds after the wave was opened. */
  readonly after: number;
}

interface Fielded {
  readonly seed: number;
  readonly instrument: Instrument;
  /** The year in which people answer. */
  readonly year: number;
}

export function fieldWave(people: readonly Person[], fielded: Fielded): CampusWave {
  const younger = Math.max(...people.map(({ graduates }) => graduates));
  const asked = people.filter(({ graduates }) => graduates === younger);
  const returns = asked.flatMap((person, index) => {
    const draw = chance(fielded.seed, "wave", index);
    if (!draw.happens(readiness(person))) return [];
    return [returnOf({ person, facts: invited(person).facts, draw }, fielded)];
  });
  return { roster: asked.map(invited), returns };
}

const invited = ({ id, major, firstgen, graduates }: Person): Invited => ({
  personId: id,
  facts: {
    graduation_year: String(graduates),
    field_of_study: fields[majors.indexOf(major)]!,
    first_generation: firstgen ? "1" : "0",
  },
});

/** As the instrument calls the majors of the model, in their order. */
const fields = [
  "arts_humanities",
  "life_sciences",
  "computing_math",
  "social_sciences",
  "business",
  "communication",
  "education",
  "engineering",
  "health",
  "social_service",
] as const;

interface Visitor extends Pick<Invited, "facts"> {
  readonly person: Person;
  readonly draw: Chance;
}

function returnOf({ person, facts, draw }: Visitor, { instrument, year }: Fielded): Return {
  const seed = draw.below(2 ** 31);
  const modules = drawModules(instrument.codebook.modules, seed);
  const asking: Asking = {
    seed,
    modules,
    known: knownAnswers(instrument, facts),
    today: `${year}-03-15`,
  };
  const hurried = draw.happens(0.02);
  const pages: SentPage[] = [];
  const answers = new Map<string, Answer>();
  let after = draw.below(daysOpen * 86_400);
  let stopped = false;
  for (const section of instrument.sections) {
    const said = pageOf(section, { instrument, answers, asking, draw, person, year });
    const items = Object.keys(said).length;
    if (items === 0) continue;
    stopped = draw.happens(stopsOnAPage);
    if (stopped) break;
    const seconds = Math.round(items * (hurried ? 0.7 : 3 + 4 * draw.uniform()) + 2);
    after += seconds;
    pages.push({ section: section.name, answers: said, seconds, after });
  }
  return {
    personId: person.id,
    seed,
    modules: [...modules],
    locale: draw.happens(0.07) ? "es" : "en",
    device: draw.happens(0.62) ? "phone" : draw.happens(0.1) ? "tablet" : "desktop",
    pages,
    complete: !stopped,
  };
}

const daysOpen = 35;
const stopsOnAPage = 0.009;

interface OnAPage extends Omit<Visitor, "facts"> {
  readonly instrument: Instrument;
  readonly answers: Map<string, Answer>;
  readonly asking: Asking;
  readonly year: number;
}

/** Nothing where the section is off the path. Items that an answer on the same page opens are asked, too. */
function pageOf(
  section: Section,
  { instrument, answers, asking, ...who }: OnAPage,
): Record<string, Answer | null> {
  const said: Record<string, Answer | null> = {};
  for (;;) {
    const path = walk(instrument, answers, asking);
    const page = path.sections.find((shown) => shown.section === section);
    const asked = (page?.items ?? []).map(({ item }) => item);
    const open = asked.filter(({ kind, name }) => kind !== "information" && !(name in said));
    for (const item of open) {
      const answer = answerOf(item, who);
      said[item.name] = answer;
      if (answer !== null) answers.set(item.name, answer);
    }
    if (open.length === 0 || asked.length === section.items.length) return said;
  }
}
