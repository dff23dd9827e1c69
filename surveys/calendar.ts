/** The calendar we count by (Gregorian), without clock or time zone. */

/** Days of a month, 1 to 12; 0 where there is no such month. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return shortMonths.has(month) ? 30 : 31;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const shortMonths = new Set([4, 6, 9, 11]);
