/** The different cells of a column and how often each occurs: one pass over the cells, whatever their number. */
import type { Profile } from "#surveys";
import { dictionaryBase, type SourceColumn } from "../../intake/source.ts";

export function profileOf({ name, cells, dictionary }: SourceColumn): Profile {
  return cells instanceof Int8Array ? smallProfile(name, cells) : profile(name, cells, dictionary);
}

/** The number that stands for an empty cell. */
export const emptyCode = (cells: SourceColumn["cells"]): number =>
  cells instanceof Int8Array ? -128 : -2147483648;

function smallProfile(name: string, cells: Int8Array): Profile {
  const counts = new Int32Array(256);
  for (let row = 0; row < cells.length; row++) counts[cells[row]! + 128]!++;
  const integers = new Map<number, number>();
  for (let slot = 1; slot < 256; slot++)
    if (counts[slot]! > 0) integers.set(slot - 128, counts[slot]!);
  return { name, empty: counts[0]!, integers, texts: new Map() };
}

function profile(name: string, cells: Int32Array, dictionary: readonly string[]): Profile {
  const counts = new Int32Array(dictionary.length);
  const integers = new Map<number, number>();
  const nothing = emptyCode(cells);
  let empty = 0;
  for (let row = 0; row < cells.length; row++) {
    const code = cells[row]!;
    if (code >= dictionaryBase) counts[code - dictionaryBase]!++;
    else if (code === nothing) empty++;
    else integers.set(code, (integers.get(code) ?? 0) + 1);
  }
  const texts = new Map<string, number>();
  for (const [entry, text] of dictionary.entries())
    if (counts[entry]! > 0) texts.set(text, (texts.get(text) ?? 0) + counts[entry]!);
  return { name, empty, integers, texts };
}
