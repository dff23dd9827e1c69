/** The form of a wave: from fields to what is asked for, and what is wrong beside which field. */
import type { Wave } from "../../../db/waves.ts";
import type { Fault } from "../../forms/form.ts";
import { fieldOf, momentFrom } from "./moment.ts";

/** As typed. */
export interface WaveFields {
  readonly title: string;
  readonly opens: string;
  readonly closes: string;
  readonly grace: string;
  /** "" until somebody has chosen. */
  readonly who: "" | "named" | "anonymous";
  readonly openLink: boolean;
}

export interface WaveWanted {
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly graceDays: number;
  readonly anonymous: boolean;
  readonly openLink: boolean;
}

export const emptyWave = (now: Date): WaveFields => ({
  title: "",
  opens: fieldOf(now),
  closes: "",
  grace: "7",
  who: "",
  openLink: false,
});

export const waveFieldsOf = (wave: Wave): WaveFields => ({
  title: wave.title,
  opens: fieldOf(wave.opensAt),
  closes: wave.closesAt === null ? "" : fieldOf(wave.closesAt),
  grace: String(wave.graceDays),
  who: wave.anonymous ? "anonymous" : "named",
  openLink: wave.openLink !== null,
});

export function waveFieldsIn(form: URLSearchParams): WaveFields {
  const text = (name: string) => form.get(name)?.trim() ?? "";
  const who = text("who");
  return {
    title: text("title"),
    opens: text("opens"),
    closes: text("closes"),
    grace: text("grace"),
    who: who === "named" || who === "anonymous" ? who : "",
    openLink: form.get("openLink") !== null,
  };
}

export function waveFrom(
  fields: WaveFields,
):
  | { readonly ok: true; readonly wanted: WaveWanted }
  | { readonly ok: false; readonly faults: readonly Fault[] } {
  const { title, who, openLink } = fields;
  const { faults, opensAt, closesAt, graceDays } = timesFrom(fields);
  if (who === "")
    faults.push({ field: "who", text: "Choose whether answers are named or anonymous." });
  if (faults.length > 0 || opensAt === undefined) return { ok: false, faults };
  const wanted = { title, opensAt, closesAt, graceDays, anonymous: who === "anonymous", openLink };
  return { ok: true, wanted };
}

export interface Times {
  readonly faults: Fault[];
  readonly opensAt: Date | undefined;
  /** null: until somebody closes it. */
  readonly closesAt: Date | null;
  readonly graceDays: number;
}

/** Name and times: what can be changed of a wave. */
export function timesFrom({ title, opens, closes, grace }: WaveFields): Times {
  const faults: Fault[] = [];
  if (title === "") faults.push({ field: "title", text: "Give the wave a name." });
  if (title.length > longestTitle)
    faults.push({
      field: "title",
      text: `The name may have ${longestTitle} characters; this one has ${title.length}.`,
    });
  const opensAt = momentFrom(opens);
  const closesAt = closes === "" ? null : momentFrom(closes);
  const graceDays = /^\d{1,2}$/.test(grace) ? Number(grace) : Number.NaN;
  if (opensAt === undefined)
    faults.push({ field: "opens", text: "When does it open? Give a day and a time." });
  if (closesAt === undefined)
    faults.push({
      field: "closes",
      text: "When does it close? Give a day and a time, or leave it empty.",
    });
  if (opensAt !== undefined && closesAt && closesAt <= opensAt)
    faults.push({ field: "closes", text: "The end must be after the beginning." });
  if (!(graceDays <= mostGrace))
    faults.push({ field: "grace", text: `Give whole days, from 0 to ${mostGrace}.` });
  return { faults, opensAt, closesAt: closesAt ?? null, graceDays };
}

const longestTitle = 200;
const mostGrace = 60;
