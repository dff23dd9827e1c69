/** One item in two versions. */
import type { Item } from "../../items/item.ts";
import { quote } from "../../wording.ts";
import type { Instrument } from "../instrument.ts";
import { breaking, changed, safe, type VersionDifference } from "./difference.ts";
import { limitDifferences } from "./limits.ts";
import { optionDifferences } from "./options.ts";

export interface Pair {
  readonly before: Instrument;
  readonly after: Instrument;
  readonly from: Item;
  readonly to: Item;
}

export function itemDifferences(pair: Pair): VersionDifference[] {
  const { from, to } = pair;
  if (from.kind !== to.kind)
    return [
      breaking(
        "changed kind",
        to.name,
        `${quote(to.name)} was ${from.kind} and is ${to.kind} now; the two stand in columns of their own.`,
      ),
    ];
  return [
    ...wordDifferences(from, to),
    ...optionDifferences(pair),
    ...limitDifferences(from, to),
    ...requirementDifferences(from, to),
    ...conditionDifferences(from, to),
    ...placeDifferences(pair),
  ];
}

function wordDifferences(from: Item, to: Item): VersionDifference[] {
  const isChanged = changed(wordsOf(from), wordsOf(to));
  return isChanged
    ? [
        safe(
          "words",
          to.name,
          `${quote(to.name)} is asked in other words, or in another language too.`,
        ),
      ]
    : [];
}

const wordsOf = (item: Item): readonly unknown[] => [
  item.title,
  item.description,
  "text" in item ? item.text : null,
  "placeholder" in item ? item.placeholder : null,
  "lowLabel" in item ? item.lowLabel : null,
  "highLabel" in item ? item.highLabel : null,
  item.validators.flatMap(({ text }) => (text === undefined ? [] : [text])),
];

function requirementDifferences(from: Item, to: Item): VersionDifference[] {
  const [was, is] = [requirementOf(from), requirementOf(to)];
  if (was === is) return [];
  const looser = !to.required && (is === "not required" || from.required);
  const text = `${quote(to.name)} was ${was} and is ${is} now.`;
  return [
    looser
      ? safe("changed requirement", to.name, text)
      : breaking("changed requirement", to.name, text),
  ];
}

function requirementOf(item: Item): string {
  const rows = item.kind === "matrix" && item.eachRowRequired ? ", in each row" : "";
  if (item.required) return `required${rows}`;
  if (item.requiredIf !== undefined) return `required if ${item.requiredIf.text}${rows}`;
  return rows === "" ? "not required" : "required in each row";
}

function conditionDifferences(from: Item, to: Item): VersionDifference[] {
  if (from.visibleIf?.text === to.visibleIf?.text) return [];
  return [
    breaking(
      "changed condition",
      to.name,
      `Other people are asked ${quote(to.name)}: ${shownTo(from)} before, ${shownTo(to)} now.`,
    ),
  ];
}

const shownTo = ({ visibleIf }: Item): string =>
  visibleIf === undefined ? "everybody" : quote(visibleIf.text);

function placeDifferences({ before, after, from, to }: Pair): VersionDifference[] {
  const { name } = to;
  const moved = sectionOf(before, name) !== sectionOf(after, name);
  const isRandom = "randomOrder" in to && to.randomOrder;
  const wasRandom = "randomOrder" in from && from.randomOrder;
  return [
    ...(moved
      ? [
          safe(
            "moved item",
            name,
            `${quote(name)} stands in the section ${quote(sectionOf(after, name))} now.`,
          ),
        ]
      : []),
    ...(isRandom === wasRandom
      ? []
      : [
          safe(
            "moved option",
            name,
            `The options of ${quote(name)} stand ${isRandom ? "in a random order" : "in a fixed order"} now.`,
          ),
        ]),
    ...(changed(from.defaultAnswer, to.defaultAnswer)
      ? [
          breaking(
            "changed default",
            name,
            `Who changes nothing at ${quote(name)} gives another answer than before.`,
          ),
        ]
      : []),
  ];
}

const sectionOf = ({ sections }: Instrument, name: string): string =>
  sections.find(({ items }) => items.some((item) => item.name === name))!.name;
