/** A month or a day of the calendar, from the fields of a form. */
import type { Answer } from "../answer.ts";
import { daysIn } from "../calendar.ts";
import type { Fault } from "../instrument/instrument.ts";
import type { DateItem } from "./item.ts";
import type { Fields, ItemKind, Reading, Saying } from "./item-kind.ts";
import { answered, blank, faultAt, typedIn, unusable } from "./reading.ts";

export const date: ItemKind<DateItem> = {
  kind: "date",
  read,
  holds: (item, value): value is Answer =>
    typeof value === "string" && partsOf(item, value) !== undefined,
  faults,
  say,
};

/** From the parts, or from one field that holds the whole date as records and date pickers write it. */
function read(item: DateItem, fields: Fields): Reading {
  const part = (suffix: string): string => fields(suffix).join("\n").trim();
  const parts = [part(".year"), part(".month"), ...(item.to === "day" ? [part(".day")] : [])];
  const whole = part("");
  if (whole === "" && parts.every((each) => each === "")) return blank;
  const text =
    whole === ""
      ? parts.map((each, at) => (at > 0 && /^\d$/u.test(each) ? `0${each}` : each)).join("-")
      : whole;
  return partsOf(item, text) === undefined
    ? unusable(typedIn(fields, ["", ".year", ".month", ".day"]), faultAt(item.name, "not a date"))
    : answered(text);
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month and day of a date there is; undefined for the 30th of February. */
function partsOf({ to }: DateItem, text: string): Parts | undefined {
  const match = forms[to].exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const there = day >= 1 && day <= daysIn(year, month);
  return there ? { year, month, day } : undefined;
}

const forms = {
  month: /^([12]\d{3})-(\d{2})$/u,
  day: /^([12]\d{3})-(\d{2})-(\d{2})$/u,
};

/** Dates written this way are in order as texts. */
function faults({ name, low, high }: DateItem, answer: Answer | undefined): readonly Fault[] {
  if (typeof answer !== "string") return [];
  if (low !== undefined && answer < low) return [faultAt(name, "too small", { limit: low })];
  if (high !== undefined && answer > high) return [faultAt(name, "too large", { limit: high })];
  return [];
}

/** "June 2019", "30 June 2019", as the language writes it. */
function say(item: DateItem, answer: Answer, { locale }: Saying): string {
  const parts = typeof answer === "string" ? partsOf(item, answer) : undefined;
  if (parts === undefined) return "";
  const format = new Intl.DateTimeFormat(locale, {
    ...(item.to === "day" ? { day: "numeric" } : {}),
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(Date.UTC(parts.year, parts.month - 1, parts.day));
}
