/** What people were told is saved, against what is in the tables. */
import { foldEvents } from "#surveys";
import { connect } from "../../../src/db/connect.ts";
import { eventsOfWave } from "../../../src/db/answer-events.ts";
import { responsesOf } from "../../../src/db/responses.ts";
import { hashesOf } from "../../../src/fielding/token.ts";
import type { Log, Saved } from "./client.ts";
import { itemOf, type Place } from "./wave.ts";

export interface Audit {
  /** Rows of answer_events. */
  readonly events: number;
  readonly responses: number;
  readonly complete: number;
  /** Saves that were acknowledged and are not there, and responses that were thanked and are not complete. */
  readonly lost: number;
  /** Rows for which nobody was told that they are saved, or told once and there twice. */
  readonly doubled: number;
  /** Answers that are not the last word of the person. */
  readonly outdated: number;
}

export async function auditOf(place: Place, waveId: string, log: Log): Promise<Audit> {
  const db = await connect(place);
  try {
    const responses = await responsesOf(db.read, waveId);
    const byResponse = await eventsOfWave(db.read, waveId);
    const events = [...byResponse].flatMap(([id, some]) =>
      some.map((event) => ({ ...event, response: id })),
    );
    const stored = tally(
      events.map(({ response, section, answers }) => [response, section, answers[itemOf(section)]]),
    );
    const told = tally(log.saves.map((save) => [idOf(save.token), save.section, save.words]));
    const complete = new Set(
      responses.filter(({ completedAt }) => completedAt !== null).map(({ id }) => id),
    );
    const begun = new Set(log.begun.map(idOf));
    return {
      events: events.length,
      responses: responses.length,
      complete: complete.size,
      lost: excess(told, stored) + log.thanked.filter((token) => !complete.has(idOf(token))).length,
      doubled: excess(stored, told) + responses.filter(({ id }) => !begun.has(id)).length,
      outdated: log.begun.filter((token) => {
        const { answers } = foldEvents(byResponse.get(idOf(token)) ?? []);
        return !isLastWord(
          answers,
          log.saves.filter((save) => save.token === token),
        );
      }).length,
    };
  } finally {
    await db.close();
  }
}

const idOf = (token: string): string => hashesOf(token).response;

/** How often each is there. */
function tally(rows: readonly (readonly unknown[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How many of the one have no partner in the other. */
const excess = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number =>
  [...one].reduce((sum, [key, count]) => sum + Math.max(0, count - (other.get(key) ?? 0)), 0);

/** On every page the last save of one of the devices. */
function isLastWord(answers: ReadonlyMap<string, unknown>, saves: readonly Saved[]): boolean {
  const last = new Map<string, Map<number, string>>();
  for (const { section, device, words } of saves) {
    const byDevice = last.get(section) ?? new Map<number, string>();
    last.set(section, byDevice.set(device, words));
  }
  return [...last].every(([section, words]) =>
    [...words.values()].some((each) => each === answers.get(itemOf(section))),
  );
}
