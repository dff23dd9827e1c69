/** Whether each answer has a column of its own in a data set: names of items and codes of options are put together. */
import { columnsOf } from "../responses/columns.ts";
import { paradata } from "../responses/paradata.ts";
import { quote } from "../wording.ts";
import type { InstrumentIssue } from "./findings.ts";
import type { Instrument } from "./instrument.ts";
import { refused, type Place } from "./refusal.ts";
import { placedItems } from "./texts.ts";

export function columnIssues(instrument: Instrument): readonly InstrumentIssue[] {
  const taken = new Map<string, string>();
  for (const { variable } of paradata) taken.set(variable.id.toLowerCase(), "the response itself");
  const places = new Map(
    placedItems(instrument.sections).map(({ item, place }) => [item.name, [...place, "name"]]),
  );
  const filled: readonly (readonly [string, string, Place])[] = [
    ...columnsOf([{ number: 1, instrument }]).map(
      ({ variable, item }) => [variable.id, item, places.get(item)!] as const,
    ),
    ...instrument.codebook.scales.map(
      ({ id }, at) => [id, id, ["codebook", "scales", at, "id"]] as const,
    ),
  ];
  return filled.flatMap(([column, name, place]) => {
    const other = taken.get(column.toLowerCase());
    taken.set(column.toLowerCase(), quote(name));
    return other === undefined ? [] : [sameColumn(column, [other, name], place)];
  });
}

const sameColumn = (
  column: string,
  [one, other]: readonly [string, string],
  place: Place,
): InstrumentIssue =>
  refused({
    code: "same-column",
    place,
    name: other,
    text: `The column ${quote(column)} of a data set would be filled by ${one} and by ${quote(other)}.`,
    suggestion: "Rename one of them, or change the code of an option.",
  });
