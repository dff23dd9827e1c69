/** Labels of variables, from the titles of items. */
import { textIn, type Text } from "#surveys";
import { isRecord } from "./loose.ts";
import { showable } from "./words.ts";

/** Short enough for tables and charts. */
const longest = 80;

export function plainLabel(title: Text, name: string, locale: unknown): string {
  const first = typeof locale === "string" ? locale : "en";
  const words = showable(textIn(title, first, [first]))
    .replaceAll(/[{}]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (words === "") return name;
  return words.length <= longest
    ? words
    : `${words
        .slice(0, longest - 1)
        .toWellFormed()
        .replaceAll("\uFFFD", "")
        .trim()}…`;
}

/** Words, or words by language. */
export const isText = (value: unknown): value is Text =>
  typeof value === "string" ||
  (isRecord(value) && Object.values(value).every((words) => typeof words === "string"));
