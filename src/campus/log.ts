/**
 * engagement.csv: the careers office's event log, one row per sign-up, also of people who answered no
 * survey. Only "attended" counts as having been there: about one sign-up in five was cancelled or missed.
 */
import Papa from "papaparse";
import { chance, type Chance } from "./chance.ts";
import { experienceEntries } from "./model.ts";
import { terms, type Person } from "./people.ts";

export function engagementFile(people: readonly Person[], seed: number): string {
  const rows = people.flatMap((person, index) =>
    signUps(person, chance(seed, "engagement", index)),
  );
  const order = (of: SignUp) => of.date + of.student_id + of.event_type;
  rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return `${Papa.unparse(rows)}\r\n`;
}

interface SignUp {
  readonly student_id: string;
  readonly event_type: string;
  readonly date: string;
  readonly status: "attended" | "cancelled" | "no-show";
}

function signUps(person: Person, draw: Chance): SignUp[] {
  const rows: SignUp[] = [];
  const add = (event_type: string, term: number, status: SignUp["status"]) =>
    rows.push({
      student_id: person.id,
      event_type,
      date: day(person.graduates, term, draw),
      status,
    });
  for (const { type, attended } of visits(person, draw)) {
    let left = attended;
    for (let term = 0; term < terms; term++) {
      if (draw.happens(left / (terms - term))) {
        add(type, term, "attended");
        left--;
      } else if (draw.happens(0.02)) add(type, term, draw.happens(0.55) ? "cancelled" : "no-show");
    }
  }
  return rows;
}

/** Planted events, and one that nobody planned anything with. */
function visits({ did }: Person, draw: Chance) {
  const planted = experienceEntries.flatMap(([key, experience]) =>
    experience.kind === "event" ? [{ type: experience.type, attended: did[key] }] : [],
  );
  return [...planted, { type: "Networking evening", attended: draw.happens(0.25) ? 1 : 0 }];
}

/** A day in one of the eight terms before graduation: autumn from September, spring from 20 January. */
function day(graduates: number, term: number, draw: Chance): string {
  const autumn = term % 2 === 0;
  const year = graduates - 4 + Math.floor((term + 1) / 2);
  const date = new Date(Date.UTC(year, autumn ? 8 : 0, (autumn ? 1 : 20) + draw.below(90)));
  return date.toISOString().slice(0, 10);
}
