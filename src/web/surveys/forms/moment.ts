/** Dates with a time, as a field has them: in the time zone of the machine, which is said beside the field. */

export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "2026-11-21T09:00" to a moment; undefined where it is none, such as 30 February. */
export function momentFrom(text: string): Date | undefined {
  const form = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(text.trim());
  if (form === null) return undefined;
  const moment = new Date(`${form[1]}T${form[2]}`);
  return fieldOf(moment).startsWith(form[1]!) ? moment : undefined;
}

/** "2026-11-21T09:00" */
export function fieldOf(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return "";
  const [year, month, day, hour, minute] = [
    moment.getFullYear(),
    moment.getMonth() + 1,
    moment.getDate(),
    moment.getHours(),
    moment.getMinutes(),
  ].map((part) => String(part).padStart(2, "0"));
  return `${year!.padStart(4, "0")}-${month}-${day}T${hour}:${minute}`;
}
