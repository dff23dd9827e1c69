/**
 * alumni.csv: what graduates answered five to six years later. Who answers depends on first-generation
 * status and field of study, so unweighted answers speak too much of the others; `weight` repairs that.
 * Salary and closeness of the job to the degree do not apply to those without a job.
 */
import Papa from "papaparse";
import { chance, type Chance } from "./chance.ts";
import type { Person } from "./people.ts";

export function alumniFile(people: readonly Person[], seed: number): string {
  const asked = people.map((person, index) => ({ person, draw: chance(seed, "alumni", index) }));
  const answered = asked.filter(({ person, draw }) => draw.happens(readiness(person)));
  const weightOf = responseWeights(
    people,
    answered.map(({ person }) => person),
  );
  const rows = answered.map(({ person, draw }) => row(person, draw, weightOf(person)));
  const order = (of: (typeof rows)[number]) => of.answered_on + of.student_id;
  rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return `${Papa.unparse(rows)}\r\n`;
}

/** Chance of answering. */
export const readiness = ({ firstgen, major }: Person) =>
  0.53 - (firstgen ? 0.16 : 0) + 0.05 * major.civic - 0.03 * major.market;

const cell = ({ firstgen, major }: Person) => `${major.name}, ${firstgen}`;

/** Graduates over respondents by cell, mean 1; the overall ratio where fewer than five answered. */
function responseWeights(all: readonly Person[], answered: readonly Person[]) {
  const asked = Map.groupBy(all, cell);
  const heard = Map.groupBy(answered, cell);
  const overall = all.length / answered.length;
  return (person: Person): number => {
    const here = heard.get(cell(person))?.length ?? 0;
    return here < 5 ? 1 : asked.get(cell(person))!.length / here / overall;
  };
}

function row(person: Person, draw: Chance, weight: number) {
  const { fared, graduates } = person;
  const asked = (answer: string | number) => (draw.happens(0.02) ? "" : String(answer));
  const employed = fared.economic_mobility + 1.2 * draw.normal() > -1.9;
  const ifEmployed = (answer: string | number) => asked(employed ? answer : "Not applicable");
  const again = 0.5 * fared.career_satisfaction + draw.normal();
  return {
    student_id: person.id,
    answered_on: new Date(Date.UTC(2025, 2, 3 + draw.below(60))).toISOString().slice(0, 10),
    graduation_year: String(graduates),
    employed: employed ? "Yes" : "No",
    job_related: ifEmployed(closeness(person, draw)),
    career_satisfaction: asked(1 + above(fared.career_satisfaction, [-1.5, -0.7, 0.1, 1.2])),
    economic_mobility: asked(mobility(fared.economic_mobility)),
    community_engagement: asked(
      1 + above(fared.community_engagement, [-1, -0.4, 0.1, 0.6, 1.1, 1.7]),
    ),
    salary: ifEmployed(salary(person, draw)),
    choose_again: asked(1 + above(again, [-1.5, -0.6, 0.6])),
    weight: weight.toFixed(4),
  };
}

const above = (score: number, cuts: readonly number[]) => cuts.filter((cut) => score > cut).length;

/** 0 to 100, whole. */
const mobility = (score: number) => Math.min(100, Math.max(0, Math.round(48 + 14 * score)));

/** US dollars a year, to 500, with a long upper tail. */
function salary({ fared, major }: Person, draw: Chance): number {
  const score = 0.6 * fared.economic_mobility + 0.8 * draw.normal();
  const dollars = 51_000 + 6_000 * major.market + 11_000 * score + 5_000 * Math.max(0, score) ** 2;
  return Math.max(18_000, Math.round(dollars / 500) * 500);
}

function closeness({ major }: Person, draw: Chance): string {
  const score = 0.2 * major.market + 0.2 * major.civic + draw.normal();
  return ["Not related", "Somewhat related", "Closely related"][above(score, [-0.8, 0])]!;
}
