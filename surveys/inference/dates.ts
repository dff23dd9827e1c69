/** Dates as people and programs write them; only the year is ever used, so day and month need no order. */

/** Whether a cell is a date, with or without a time. */
export const isDate = (cell: string): boolean => yearOf(cell) !== undefined;

/** The calendar year of a date; undefined where the cell is none, or has a year of two digits. */
export function yearOf(cell: string): number | undefined {
  const text = cell.trim();
  for (const { pattern, valid } of notations) {
    const match = pattern.exec(text)?.groups;
    if (match !== undefined) {
      const year = Number(match["year"]);
      return year >= 1900 && year <= 2199 && valid(match) ? year : undefined;
    }
  }
  return undefined;
}

type Parts = Readonly<Record<string, string | undefined>>;

/** A day and a month, in either order. */
const eitherOrder = ({ a, b }: Parts): boolean => {
  const [low, high] = [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))];
  return low >= 1 && low <= 12 && high <= 31;
};
const isoOrder = ({ month, day }: Parts): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
const named = ({ day, name }: Parts): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && months.has(name!.slice(0, 3).toLowerCase());

const months = new Set("jan feb mar apr may jun jul aug sep oct nov dec".split(" "));

const time = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?)?$`;
const notation = (date: string, valid: (parts: Parts) => boolean) => ({
  pattern: new RegExp(`^${date}${time}`, "u"),
  valid,
});

const notations = [
  notation(String.raw`(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})`, isoOrder),
  notation(String.raw`(?<a>\d{1,2})[/.\-](?<b>\d{1,2})[/.\-](?<year>\d{4})`, eitherOrder),
  notation(
    String.raw`(?<name>[A-Za-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})`,
    named,
  ),
  notation(String.raw`(?<day>\d{1,2})\.? (?<name>[A-Za-z]{3,9})\.?,? (?<year>\d{4})`, named),
];
