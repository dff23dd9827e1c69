/** The people of the sample campus: who they were, what they did, how they fared. Nothing is observed yet. */
import { chance, type Chance } from "./chance.ts";
import {
  experienceEntries,
  grades,
  leaning,
  majors,
  outcomeKeys,
  outcomes,
  type Experience,
  type ExperienceKey,
  type OutcomeKey,
} from "./model.ts";

export const terms = 8;

export interface Person {
  readonly id: string;
  readonly graduates: number;
  readonly major: (typeof majors)[number];
  readonly grade: (typeof grades)[number];
  readonly firstgen: boolean;
  /** Done or not (1, 0), attendances, or the trait in sds. */
  readonly did: Readonly<Record<ExperienceKey, number>>;
  /** Scores behind the alumni answers, noise sd about 1. */
  readonly fared: Readonly<Record<OutcomeKey, number>>;
}

export function drawPeople(people: number, seed: number): Person[] {
  return Array.from({ length: people }, (_, index) =>
    drawPerson(index, chance(seed, "people", index)),
  );
}

function drawPerson(index: number, draw: Chance): Person {
  const major = pick(majors, draw);
  const grade = pick(grades, draw);
  const firstgen = draw.happens(0.38);
  const who = { major, firstgen, points: grade.points };
  const did = Object.fromEntries(
    experienceEntries.map(([key, experience]) => [
      key,
      amount(experience, leaning(experience.lean, who), draw),
    ]),
  ) as Record<ExperienceKey, number>;
  const outlook = draw.normal();
  const fared = Object.fromEntries(
    outcomeKeys.map((key) => [
      key,
      leaning(outcomes[key].lean, who) + gained(did, key) + 0.45 * outlook + 0.9 * draw.normal(),
    ]),
  ) as Record<OutcomeKey, number>;
  return {
    id: studentId(index),
    graduates: 2019 + draw.below(2),
    major,
    grade,
    firstgen,
    did,
    fared,
  };
}

/** What alumni answers gain from all that a student did; attendances count up to four. */
function gained(did: Record<ExperienceKey, number>, outcome: OutcomeKey): number {
  let sum = 0;
  for (const [key, { kind, toward }] of experienceEntries)
    sum += (toward[outcome] ?? 0) * (kind === "event" ? Math.min(did[key], 4) : did[key]);
  return sum;
}

function amount(experience: Experience, lean: number, draw: Chance): number {
  const liking = lean + draw.normal();
  if (experience.kind === "trait") return liking;
  if (experience.kind === "practice") return liking > experience.cut ? 1 : 0;
  const perTerm = Math.max(0, experience.perTerm * (1 + 0.6 * liking));
  let attended = 0;
  for (let term = 0; term < terms; term++) attended += draw.happens(perTerm) ? 1 : 0;
  return attended;
}

function pick<T extends { readonly share: number }>(from: readonly T[], draw: Chance): T {
  let left = draw.uniform();
  return from.find((one) => (left -= one.share) < 0) ?? from[from.length - 1]!;
}

/** "S" and seven digits in no order that says anything; many begin with zeros. */
const studentId = (index: number): string =>
  `S${String(((index + 1) * 48_271) % 1_999_993).padStart(7, "0")}`;
