/** Columns in the smallest type that holds their numbers and the reserved codes for "missing". */
import { missingCode, missingLimit, missingReasons, type Column, type Values } from "#analysis";
import type { Variable } from "#surveys";

const types = [
  { make: (rows: number) => new Int8Array(rows), most: 2 ** 7 - 1 },
  { make: (rows: number) => new Int16Array(rows), most: 2 ** 15 - 1 },
  { make: (rows: number) => new Int32Array(rows), most: 2 ** 31 - 1 },
] as const;

/** An empty array of the smallest type that holds every one of the numbers. */
export function smallestFor(numbers: Iterable<number>): (rows: number) => Values {
  let low = 0;
  let high = 0;
  for (const number of numbers) {
    if (!Number.isInteger(number)) return (rows) => new Float64Array(rows);
    if (number < low) low = number;
    if (number > high) high = number;
  }
  const type = types.find(({ make, most }) => low > missingLimit(make(0)) && high <= most);
  return type?.make ?? ((rows) => new Float64Array(rows));
}

/** Everything of a column but its numbers. */
export function headOf({ id, label, level, values }: Variable): Omit<Column, "values" | "reasons"> {
  if (values === undefined) return { id, label, level };
  return { id, label, level, labels: new Map(values.map((value) => [value.code, value.label])) };
}

/** @param reasons one per person: 0, or, where the number is NaN, 1 + the index of the reason */
export function columnOfNumbers(
  variable: Variable,
  numbers: Float64Array,
  reasons: Uint8Array,
): Column {
  const present = numbers.filter((_, row) => reasons[row] === 0);
  const values = smallestFor(present)(numbers.length);
  if (values instanceof Float64Array) return { ...headOf(variable), values: numbers, reasons };
  const missing = missingReasons.map((reason) => missingCode(values, reason));
  for (let row = 0; row < values.length; row++)
    values[row] = reasons[row] === 0 ? numbers[row]! : missing[reasons[row]! - 1]!;
  return { ...headOf(variable), values };
}
