/**
 * The columns of a data set: the union over all versions of an instrument, under stable names. A version that no
 * longer has an item takes no column away, and nothing moves into the column of another.
 */
import type { Code } from "../answer.ts";
import type { Locale, Text } from "../text.ts";
import { textIn } from "../instrument/text-in.ts";
import { cellOf, optionsOf } from "./categories.ts";
import type { ResponseColumn } from "./column.ts";
import { columnsOfItem, type Form } from "./item-columns.ts";
import type { Version } from "./response.ts";

/**
 * Items of the newest version in its order, then those that only earlier ones had. An item that changed its kind has a
 * column for each: the earlier one is named by the last version that had it, "salary_v2".
 * @param versions oldest first, one at least
 */
export function columnsOf(versions: readonly Version[], locale?: Locale): ResponseColumn[] {
  const newest = versions.at(-1)!.instrument;
  const words = (text: Text) => textIn(text, locale ?? newest.locales[0]!, newest.locales);
  const labelIn = ({ item }: Form, code: Code) => {
    const option = optionsOf(item).find((one) => one.code === code);
    return option === undefined ? cellOf(code) : words(option.label);
  };
  return namesIn(versions).flatMap((item) => {
    const notes = versions.findLast(({ instrument }) => instrument.items.has(item))!.instrument
      .codebook.items[item];
    return runsOf(versions, item).flatMap(({ forms, lastVersion, current }) =>
      columnsOfItem({
        id: current ? item : `${item}_v${lastVersion}`,
        item,
        forms,
        notes,
        words,
        labelIn,
      }),
    );
  });
}

function namesIn(versions: readonly Version[]): string[] {
  const names = new Set<string>();
  for (const { instrument } of versions.toReversed())
    for (const name of instrument.items.keys()) names.add(name);
  return [...names];
}

interface Run {
  readonly forms: Form[];
  lastVersion: number;
  current: boolean;
}

/** Versions that follow each other and ask the item in the same kind of way; the newest first. */
function runsOf(versions: readonly Version[], name: string): readonly Run[] {
  const runs: Run[] = [];
  for (const { number, instrument } of versions) {
    const item = instrument.items.get(name);
    if (item === undefined) continue;
    const last = runs.at(-1);
    const form = { version: number, item };
    if (last?.forms[0]!.item.kind === item.kind) {
      last.forms.push(form);
      last.lastVersion = number;
    } else runs.push({ forms: [form], lastVersion: number, current: false });
  }
  runs.at(-1)!.current = true;
  return runs.toReversed();
}
