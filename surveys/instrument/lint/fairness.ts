/** Whether a person can go on without saying what they do not want to say. */
import type { Item } from "../../items/item.ts";
import { quote } from "../../wording.ts";
import type { LintRule } from "../lint.ts";
import type { Place, Said } from "../refusal.ts";
import { placedItems } from "../texts.ts";

export const fairness: LintRule = ({ sections, codebook }) =>
  placedItems(sections).flatMap(({ item, place }): Said[] => {
    if (!isRequired(item)) return [];
    const said = {
      place: [...place, item.required ? "isRequired" : "requiredIf"] satisfies Place,
      name: item.name,
    };
    const isSensitive =
      Object.hasOwn(codebook.items, item.name) &&
      codebook.items[item.name]!.sensitivity === "sensitive";
    if (isSensitive)
      return [
        {
          ...said,
          code: "sensitive-and-required",
          text: `${quote(item.name)} is sensitive, and nobody can go on without an answer.`,
          suggestion: "Let people leave it out.",
        },
      ];
    if ("refused" in item && item.refused !== undefined) return [];
    return [
      {
        ...said,
        code: "no-way-out",
        text: `${quote(item.name)} is required, and has no "prefer not to say".`,
        suggestion:
          "randomOrder" in item
            ? "Set showRefuseItem, or let people leave it out."
            : "Let people leave it out.",
      },
    ];
  });

const isRequired = (item: Item): boolean =>
  item.required ||
  item.requiredIf !== undefined ||
  (item.kind === "matrix" && item.eachRowRequired);
