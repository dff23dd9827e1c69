/**
 * nsse.csv: one row per senior who answered, under NSSE's variable names.
 *
 * About a quarter stop before the end, a third of those at once, so that later blocks are emptier (9 %
 * of the first items missing, over 20 % of the last); a further 2 % of answers are skipped. An answering
 * style shared by all rating items makes the scales go together; it has nothing to do with alumni
 * answers, nor has any item that does not measure a planted experience.
 */
import Papa from "papaparse";
import { chance, type Chance } from "./chance.ts";
import type { Person } from "./people.ts";
import { questions, respondent } from "./questions.ts";

export function nsseFile(people: readonly Person[], seed: number): string {
  const rows = people.flatMap((person, index) => {
    const draw = chance(seed, "nsse", index);
    return draw.happens(0.95) ? [row(person, draw)] : [];
  });
  rows.sort((a, b) => (a.studentID < b.studentID ? -1 : 1));
  return `${Papa.unparse(rows)}\r\n`;
}

/** What the registrar knows is complete; the weight comes from the survey office. */
function row(person: Person, draw: Chance) {
  const senior = respondent(person, draw);
  const stop = stopsAt(draw);
  const answers = questions.map(({ column, answer }, position) => {
    const value = answer(senior);
    return [column, draw.happens(0.02) || position >= stop ? "" : String(value)] as const;
  });
  const minutes = 3 + (13 * stop) / questions.length + 8 * draw.uniform();
  return {
    studentID: person.id,
    class: "4",
    MAJfirstcol: person.major.name,
    GPAest: person.grade.points.toFixed(1),
    ...Object.fromEntries(answers),
    logdate: day(person.graduates, draw),
    duration: minutes.toFixed(1),
    weight1: genderWeights[senior.gender],
  };
}

/** Position of the first question not reached. */
function stopsAt(draw: Chance): number {
  if (!draw.happens(0.24)) return questions.length;
  return draw.happens(0.3) ? 0 : draw.below(questions.length);
}

/** February to April of the year. */
const day = (year: number, draw: Chance) =>
  new Date(Date.UTC(year, 1, 5 + draw.below(80))).toISOString().slice(0, 10);

/** Men answer less often than women: share of the class over share of the respondents. */
const genderWeights = { 1: "1.1948", 2: "0.8667", 3: "1.3333" } as const;
