/** Items packed into groups, a mixed-radix digit each: one code a person says all answers to the items of a group. */
import { narrow, type Discrete } from "./discrete.ts";

export interface Digit {
  readonly item: number;
  readonly values: number;
  /** Values, and "missing" where somebody is. */
  readonly radix: number;
  /** Product of the radices before it. */
  readonly place: number;
}

export interface Group {
  readonly digits: readonly Digit[];
  /** Codes are below this. */
  readonly cells: number;
}

/** Sixty-four times as many counters fit a first-level cache, and four such tables the second. */
export const mostCells = 64;

/** Each item joins the first group with room for it; the digits of a group are in the order of the items. */
export function grouped(items: readonly Discrete[]): Group[] {
  const groups: { digits: Digit[]; cells: number }[] = [];
  items.forEach((each, item) => {
    const values = each.values.length;
    const radix = values + (each.complete && values > 0 ? 0 : 1);
    const group = groups.find(({ cells }) => cells * radix <= mostCells);
    if (group === undefined)
      groups.push({ digits: [{ item, values, radix, place: 1 }], cells: radix });
    else {
      group.digits.push({ item, values, radix, place: group.cells });
      group.cells *= radix;
    }
  });
  return groups;
}

/** What a digit adds to the code of somebody with this byte, who begins with the last of all digits. */
export interface Addend {
  readonly codes: Uint8Array;
  /** Where `codes` are of sixteen bytes only: the first of them. */
  readonly low: number | undefined;
}

export function addendOf({ codeOf, low }: Discrete, { radix, place }: Digit): Addend {
  const bytes = low === undefined ? codeOf.length : narrow;
  const codes = new Uint8Array(bytes);
  for (let i = 0; i < bytes; i++) codes[i] = place * (codeOf[((low ?? 0) + i) & 255] - radix + 1);
  return { codes, low };
}
