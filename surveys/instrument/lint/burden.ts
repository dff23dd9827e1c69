/** How much is asked of a person: on one page, and in all. */
import { quote } from "../../wording.ts";
import type { LintRule } from "../lint.ts";
import { readingMinutes, type ReadingMinutes } from "../reading-minutes.ts";
import type { Said } from "../refusal.ts";
import { placedSections } from "../texts.ts";

export const burden: LintRule = (instrument) => [
  ...placedSections(instrument.sections).flatMap(({ section, place }): Said[] => {
    const asked = section.items.filter(({ kind }) => kind !== "information").length;
    if (asked <= mostOnOnePage) return [];
    return [
      {
        code: "long-section",
        place: [...place, "elements"],
        name: section.name,
        text: `The section ${quote(section.name)} asks ${asked} questions on one page; on a phone that is a long way to the button.`,
        suggestion: `Make sections of ${mostOnOnePage} or fewer.`,
      },
    ];
  }),
  ...tooLong(readingMinutes(instrument)),
];

function tooLong({ median, longest }: ReadingMinutes): Said[] {
  if (median <= mostMinutes) return [];
  return [
    {
      code: "long-instrument",
      place: [],
      text: `To read and answer it takes about ${median.toFixed(1)} minutes, and up to ${longest.toFixed(1)} on the longest way; beyond ${mostMinutes} many people stop.`,
      suggestion: "Take questions out, or make modules of which each person gets some.",
    },
  ];
}

const mostOnOnePage = 7;
const mostMinutes = 8;
