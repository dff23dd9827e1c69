/** What is wrong with answers, in words, and the field that each is about. */
import type { Fault, Instrument, Item } from "#surveys";
import { idOf } from "./fields/ids.ts";
import type { Speech } from "./speech.ts";

export interface ToldFault {
  /** Id of the field. */
  readonly field: string;
  /** The question, for lists of faults. */
  readonly title: string;
  readonly text: string;
}

export function tell(fault: Fault, instrument: Instrument, speech: Speech): ToldFault {
  const item = instrument.items.get(fault.item);
  return {
    field: item === undefined ? idOf(fault.item) : fieldOf(fault, item),
    title: item === undefined ? fault.item : titleOf(fault, item, speech),
    text: faultText(fault, speech),
  };
}

export function faultText({ code, facts, text }: Fault, speech: Speech): string {
  const { words } = speech;
  if (text !== undefined) return speech.say(text);
  const limit = facts["limit"] ?? "";
  if (typeof limit === "number") return words.faults[code](speech.number(limit));
  const day = dayIn(limit, speech);
  if (day === undefined) return words.faults[code](limit);
  if (code === "too small") return words.tooEarly(day);
  return code === "too large" ? words.tooLate(day) : words.faults[code](day);
}

/** "2019-06" or "2019-06-30" as people write it. */
export function dayIn(text: string, { locale }: Speech): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return undefined;
  const form = { year: "numeric", month: "long", timeZone: "UTC" } as const;
  const options = day === undefined ? form : { ...form, day: "numeric" as const };
  return new Intl.DateTimeFormat(locale, options).format(date);
}

function fieldOf({ item, row, code }: Fault, { kind }: Item): string {
  if (code === "comment required") return idOf(item, "-Comment");
  return kind === "matrix" && row !== undefined ? idOf(item, `.${row}`) : idOf(item);
}

function titleOf({ row }: Fault, item: Item, speech: Speech): string {
  const name = item.kind === "matrix" ? item.rows.find((each) => each.name === row) : undefined;
  return speech.say(name?.title ?? item.title);
}
