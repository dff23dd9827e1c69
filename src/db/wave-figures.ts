/** How a wave goes, counted by the database: no answer is read here, only who started, when and how far. */
import { sql, type ExpressionBuilder } from "kysely";
import type { Read } from "./connect.ts";
import type { Schema } from "./schema.ts";

/** started = partial + complete + withdrawn. */
export interface WaveCounts {
  readonly invited: number;
  readonly started: number;
  readonly partial: number;
  readonly complete: number;
  readonly withdrawn: number;
  /** Of the complete ones, by personal links: those that can be held against the invited. */
  readonly completeByInvitation: number;
}

export interface DayCount {
  /** "2026-11-21", UTC. */
  readonly day: string;
  readonly started: number;
  readonly complete: number;
}

/** Of those who did not finish and did not withdraw. */
export interface SectionCount {
  readonly section: string;
  /** Everybody who sent this page at least once. */
  readonly reached: number;
  /** Sent it last, and did not finish. */
  readonly left: number;
}

export interface KindCount {
  readonly kind: string;
  readonly started: number;
  readonly complete: number;
}

export interface WaveProgress {
  readonly id: string;
  readonly title: string;
  readonly instrumentTitle: string;
  /** The version that is shown now. */
  readonly version: number;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly started: number;
  readonly complete: number;
}

/** Of one instrument, or all; newest first. */
export async function waveProgress(read: Read, instrumentId?: string): Promise<WaveProgress[]> {
  return read
    .selectFrom("waves")
    .innerJoin("instruments", "instruments.id", "waves.instrument_id")
    .innerJoin("instrument_versions as version", "version.id", "waves.version_id")
    .leftJoin("responses", "responses.wave_id", "waves.id")
    .$if(instrumentId !== undefined, (all) => all.where("waves.instrument_id", "=", instrumentId!))
    .select(["waves.id", "waves.title", "instruments.title as instrumentTitle", "version.number"])
    .select(["opens_at as opensAt", "closes_at as closesAt"])
    .select(({ fn }) => [
      fn.count<number>("responses.id").as("started"),
      fn.count<number>("responses.id").filterWhere(isComplete).as("complete"),
    ])
    .groupBy(["waves.id", "instruments.id", "version.id"])
    .orderBy("opens_at", "desc")
    .orderBy("waves.created_at", "desc")
    .execute()
    .then((rows) => rows.map(({ number, ...row }) => ({ ...row, version: number ?? 0 })));
}

export async function countWave(read: Read, waveId: string): Promise<WaveCounts> {
  const { invited } = await read
    .selectFrom("invitations")
    .where("wave_id", "=", waveId)
    .select((each) => each.fn.countAll<number>().as("invited"))
    .executeTakeFirstOrThrow();
  const counts = await read
    .selectFrom("responses")
    .where("wave_id", "=", waveId)
    .select(({ fn }) => [
      fn.countAll<number>().as("started"),
      fn.countAll<number>().filterWhere(isPartial).as("partial"),
      fn.countAll<number>().filterWhere(isComplete).as("complete"),
      fn.countAll<number>().filterWhere("withdrawn_at", "is not", null).as("withdrawn"),
      fn
        .countAll<number>()
        .filterWhere(isComplete)
        .filterWhere("link", "=", "personal")
        .as("completeByInvitation"),
    ])
    .executeTakeFirstOrThrow();
  return { invited, ...counts };
}

/** Every day on which somebody started or finished, in order. */
export async function countDays(read: Read, waveId: string): Promise<readonly DayCount[]> {
  const by = (moment: "started_at" | "completed_at") =>
    read
      .selectFrom("responses")
      .where("wave_id", "=", waveId)
      .where(moment, "is not", null)
      .select(sql<string>`to_char(${sql.ref(moment)} at time zone 'UTC', 'YYYY-MM-DD')`.as("day"))
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .groupBy("day");
  const started = await by("started_at").execute();
  const complete = await by("completed_at").where("withdrawn_at", "is", null).execute();
  const days = [...new Set([...started, ...complete].map(({ day }) => day))].toSorted();
  const on = (rows: typeof started, day: string) => rows.find((row) => row.day === day)?.n ?? 0;
  return days.map((day) => ({ day, started: on(started, day), complete: on(complete, day) }));
}

/** Sections in no order: that is the instrument's. Those who never sent a page are counted under "". */
export async function countSections(read: Read, waveId: string): Promise<readonly SectionCount[]> {
  const reached = await countReached(read, waveId);
  const left = await countLeft(read, waveId);
  const sections = new Set([...reached.keys(), ...left.keys()]);
  return [...sections].map((section) => ({
    section,
    reached: reached.get(section) ?? left.get(section)!,
    left: left.get(section) ?? 0,
  }));
}

/** Everybody once for each page. */
async function countReached(read: Read, waveId: string): Promise<ReadonlyMap<string, number>> {
  const once = read
    .selectFrom("responses as r")
    .innerJoin("answer_events as e", "e.response_id", "r.id")
    .where("r.wave_id", "=", waveId)
    .where("r.withdrawn_at", "is", null)
    .select(["e.section", "r.id"])
    .distinct();
  const rows = await read
    .selectFrom(once.as("once"))
    .select(({ fn }) => ["section", fn.countAll<number>().as("people")])
    .groupBy("section")
    .execute();
  return new Map(rows.map(({ section, people }) => [section, people]));
}

/** Of those who have not finished, by the page they sent last. */
async function countLeft(read: Read, waveId: string): Promise<ReadonlyMap<string, number>> {
  const last = read
    .selectFrom("responses")
    .where("wave_id", "=", waveId)
    .where(isPartial)
    .select((each) =>
      each
        .selectFrom("answer_events")
        .whereRef("response_id", "=", "responses.id")
        .select("section")
        .orderBy("answer_events.id", "desc")
        .limit(1)
        .as("section"),
    );
  const rows = await read
    .selectFrom(last.as("last"))
    .select(({ fn }) => ["section", fn.countAll<number>().as("people")])
    .groupBy("section")
    .execute();
  return new Map(rows.map(({ section, people }) => [section ?? "", people]));
}

export async function countKinds(
  read: Read,
  waveId: string,
  by: "device" | "locale",
): Promise<readonly KindCount[]> {
  return read
    .selectFrom("responses")
    .where("wave_id", "=", waveId)
    .where("withdrawn_at", "is", null)
    .select(({ fn, ref }) => [
      ref(by).as("kind"),
      fn.countAll<number>().as("started"),
      fn.countAll<number>().filterWhere("completed_at", "is not", null).as("complete"),
    ])
    .groupBy(by)
    .orderBy("started", "desc")
    .orderBy("kind")
    .execute();
}

export interface Duration {
  /** null: nobody was timed. */
  readonly seconds: number | null;
  readonly people: number;
}

/** Seconds in front of the pages, of those who finished; and how many of them were timed. */
export async function medianSeconds(read: Read, waveId: string): Promise<Duration> {
  const timed = read
    .selectFrom("responses as r")
    .innerJoin("answer_events as e", "e.response_id", "r.id")
    .where("r.wave_id", "=", waveId)
    .where("r.completed_at", "is not", null)
    .where("r.withdrawn_at", "is", null)
    .where("e.seconds", "is not", null)
    .groupBy("r.id")
    .select(({ fn }) => fn.sum<number>("e.seconds").as("total"));
  return read
    .selectFrom(timed.as("timed"))
    .select(({ fn }) => [
      sql<number | null>`percentile_cont(0.5) within group (order by total)`.as("seconds"),
      fn.countAll<number>().as("people"),
    ])
    .executeTakeFirstOrThrow();
}

export interface InvitedState {
  /** A JSON object of texts. */
  readonly facts: string;
  readonly started: boolean;
  readonly complete: boolean;
}

/** Each invitation of a named wave and how far its person is. In an anonymous wave nothing joins the two. */
export async function invitedStates(read: Read, waveId: string): Promise<readonly InvitedState[]> {
  return read
    .selectFrom("invitations")
    .leftJoin("responses", "responses.invitation_id", "invitations.id")
    .where("invitations.wave_id", "=", waveId)
    .select(["facts"])
    .select((each) => [
      each("responses.id", "is not", null).as("started"),
      each
        .and([each("completed_at", "is not", null), each("withdrawn_at", "is", null)])
        .as("complete"),
    ])
    .$castTo<InvitedState>()
    .execute();
}

/** What the roster says of some people: enough to know its columns. */
export async function someFacts(read: Read, waveId: string): Promise<readonly string[]> {
  const rows = await read
    .selectFrom("invitations")
    .where("wave_id", "=", waveId)
    .select("facts")
    .limit(200)
    .execute();
  return rows.map(({ facts }) => facts);
}

/** Also where responses are joined with others that have no such columns. */
type OfResponses = ExpressionBuilder<Schema, "responses">;

const isPartial = (each: OfResponses) =>
  each.and([each("completed_at", "is", null), each("withdrawn_at", "is", null)]);

const isComplete = (each: OfResponses) =>
  each.and([each("completed_at", "is not", null), each("withdrawn_at", "is", null)]);
