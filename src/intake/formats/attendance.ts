/** What a status or check-in cell of an event log says: was the person there? */
import { fold, isDate, yesNo } from "#surveys";

/** A check-in: yes, no, or when. Nothing written means nobody came. */
export const checkedIn = (cell: string): boolean =>
  cell !== "" &&
  (yesNo(cell) === 1 || cell.trim() === "1" || isDate(cell) || attended(cell) === true);

/** True and false where the words are known; undefined where a person must be told how they were read. */
export function attended(status: string): boolean | undefined {
  const words = fold(status.replaceAll(/[_-]+/gu, " "));
  const known = yesNo(words);
  if (known !== undefined) return known === 1;
  return readings.find(({ pattern }) => pattern.test(words))?.there;
}

/** The first that fits: "did not attend" and "cancelled after check-in" before "attended". */
const readings = [
  {
    pattern: /cancel|no ?show|\bnot\b|n't\b|absent|declin|reject|withdr|missed|expired|void/u,
    there: false,
  },
  { pattern: /attend|complet|checked ?in|present\b|show|\bdone\b|finish|participat/u, there: true },
  { pattern: /regist|rsvp|invit|request|pending|schedul|upcoming|wait ?list|draft/u, there: false },
] as const;
