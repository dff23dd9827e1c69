/**
 * The same value gives the same bytes, whoever made it: keys in alphabetical order (as in RFC 8785), numbers
 * in the shortest form that reads back to the same number, two spaces of indentation, a line feed at the end.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, ordered, 2) + "\n";

function ordered(key: string, value: unknown): unknown {
  // JSON has no such number, and null in its place would be a different statement.
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError(`canonicalJson requires finite numbers, got ${value} in "${key}"`);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
