/** What a new version changes, and whether answers to the one before can still be read together with its own. */
import type { Item } from "../items/item.ts";
import type { Locale } from "../text.ts";
import { fold, list, quote } from "../wording.ts";
import { codebookDifferences } from "./compare/codebook.ts";
import { breaking, changed, safe, type VersionDifference } from "./compare/difference.ts";
import { itemDifferences } from "./compare/items.ts";
import { optionLists } from "./compare/options.ts";
import type { Instrument, Section } from "./instrument.ts";
import { sameCode } from "./names.ts";
import { textIn } from "./text-in.ts";

export function compareVersions(before: Instrument, after: Instrument): VersionDifference[] {
  return [
    ...wholeDifferences(before, after),
    ...sectionDifferences(before.sections, after.sections),
    ...[...before.items.values()].flatMap((item) => {
      const next = after.items.get(item.name);
      return next === undefined
        ? [removed(item)]
        : itemDifferences({ before, after, from: item, to: next });
    }),
    ...[...after.items.values()].filter(({ name }) => !before.items.has(name)).map(added),
    ...codebookDifferences(before.codebook, after.codebook),
  ];
}

/**
 * Codes that were gone and come back with other words. A version that is published now would give old answers a new
 * meaning, so this is never allowed.
 * @param earlier oldest first
 */
export function reusedCodes(
  earlier: readonly Instrument[],
  next: Instrument,
): readonly VersionDifference[] {
  const newest = earlier.at(-1);
  if (newest === undefined) return [];
  const inNewest = new Set(optionsIn(newest).map(keyOf));
  const gone = new Map<string, Coded>();
  for (const instrument of earlier)
    for (const option of optionsIn(instrument))
      if (!inNewest.has(keyOf(option))) gone.set(keyOf(option), option);
  return optionsIn(next).flatMap((option) => {
    const once = gone.get(keyOf(option));
    if (once === undefined || fold(once.label) === fold(option.label)) return [];
    return [
      breaking(
        "reused code",
        option.item,
        `The code ${quote(String(option.code))} of ${quote(option.list)} was ${quote(once.label)} in an earlier version and would become ${quote(option.label)}; give it another code.`,
      ),
    ];
  });
}

interface Coded {
  readonly item: string;
  /** The item, or its rows. */
  readonly list: string;
  readonly code: string | number | boolean;
  readonly label: string;
}

const optionsIn = ({ items, locales }: Instrument): readonly Coded[] =>
  [...items.values()].flatMap((item) =>
    optionLists(item).flatMap(({ what, options }) =>
      options.map(({ code, label }) => ({
        item: item.name,
        list: what === "row" ? `${item.name}, rows` : item.name,
        code,
        label: textIn(label, locales[0]!, locales),
      })),
    ),
  );

const keyOf = ({ list: of, code }: Coded): string => JSON.stringify([of, sameCode(code)]);

function wholeDifferences(before: Instrument, after: Instrument): VersionDifference[] {
  const [lost, won] = [lacking(before, after), lacking(after, before)];
  return [
    ...(changed([before.title, before.description], [after.title, after.description])
      ? [safe("words", "", "The title or the description of the instrument reads differently.")]
      : []),
    ...(won.length > 0 ? [safe("languages", "", `It can now be answered in ${list(won)}.`)] : []),
    ...(lost.length > 0
      ? [safe("languages", "", `It can no longer be answered in ${list(lost)}.`)]
      : []),
  ];
}

const lacking = (one: Instrument, other: Instrument): readonly Locale[] =>
  one.locales.filter((locale) => !other.locales.includes(locale));

function sectionDifferences(
  before: readonly Section[],
  after: readonly Section[],
): VersionDifference[] {
  return after.flatMap((section) => {
    const from = before.find(({ name }) => name === section.name);
    if (from === undefined) return [];
    const { name } = section;
    return [
      ...(changed([from.title, from.description], [section.title, section.description])
        ? [safe("words", name, `The words above the section ${quote(name)} read differently.`)]
        : []),
      ...(from.visibleIf?.text === section.visibleIf?.text
        ? []
        : [
            breaking(
              "changed condition",
              name,
              `Other people are asked the section ${quote(name)}: ${conditionInWords(from)} before, ${conditionInWords(section)} now.`,
            ),
          ]),
    ];
  });
}

const conditionInWords = ({ visibleIf }: Section): string =>
  visibleIf === undefined ? "everybody" : quote(visibleIf.text);

const removed = ({ name, kind }: Item): VersionDifference =>
  kind === "information"
    ? safe("words", name, `The words ${quote(name)} between questions are gone.`)
    : breaking(
        "removed item",
        name,
        `${quote(name)} is no longer asked; who answers the new version has no value for it.`,
      );

function added(item: Item): VersionDifference {
  const { name, kind } = item;
  if (kind === "information")
    return safe("words", name, `The words ${quote(name)} stand between questions now.`);
  const isRequired = item.required || item.requiredIf !== undefined;
  return isRequired
    ? breaking(
        "new item",
        name,
        `${quote(name)} is new and required; who has begun has to go back for it.`,
      )
    : safe("new item", name, `${quote(name)} is new; who answered before has no value for it.`);
}
