/** Items that no answers lead to, conditions that say nothing, and words that are blank where they are shown. */
import { pipedNames } from "../../expression/pipe.ts";
import { itemOf } from "../../expression/names.ts";
import { list, quote } from "../../wording.ts";
import type { Instrument } from "../instrument.ts";
import type { LintRule } from "../lint.ts";
import type { Said } from "../refusal.ts";
import { placedItems, textsOfItem } from "../texts.ts";
import { conditionsOf, type PlacedCondition } from "./conditions.ts";
import { canHold } from "./can-hold.ts";

export const paths: LintRule = (instrument) => [
  ...conditionsOf(instrument).flatMap((placed) => pointless(placed, instrument)),
  ...blankPipes(instrument),
];

function pointless(placed: PlacedCondition, instrument: Instrument): Said[] {
  const { condition, place, name, use } = placed;
  const found = canHold(placed, instrument);
  if (found === "never")
    return [
      {
        code: use === "section" || use === "item" ? "unreachable" : "never-holds",
        place,
        name,
        text: `${subjects[use]} ${quote(name)} ${verdicts[use]}: no answers make ${quote(condition.text)} true.`,
        suggestion: "Change the condition, or take it out.",
      },
    ];
  if (condition.items.length > 0 || found !== "always") return [];
  return [
    {
      code: "always-holds",
      place,
      name,
      text: `The condition ${quote(condition.text)} of ${quote(name)} is always true.`,
      suggestion: "Remove it.",
    },
  ];
}

const subjects = {
  section: "The section",
  item: "The item",
  required: "The item",
  validator: "The item",
} as const;
const verdicts = {
  section: "is never shown",
  item: "is never shown",
  required: "is never required",
  validator: "accepts no answer",
} as const;

/** A page is made before it is answered. */
function blankPipes({ sections }: Instrument): Said[] {
  return placedItems(sections).flatMap(({ item, section, place }) => {
    const own = new Set(section.items.map(({ name }) => name));
    return textsOfItem(item, place).flatMap(({ text, place: at }): Said[] => {
      const words = typeof text === "string" ? [text] : Object.values(text);
      const blank = words.flatMap(pipedNames).filter((name) => own.has(itemOf(name)));
      if (blank.length === 0) return [];
      return [
        {
          code: "blank-pipe",
          place: at,
          name: item.name,
          text: `The words of ${quote(item.name)} repeat ${list([...new Set(blank)].map(quote))}, which is answered on the same page and not known yet when the page is shown.`,
          suggestion: "Put the two into different sections.",
        },
      ];
    });
  });
}
