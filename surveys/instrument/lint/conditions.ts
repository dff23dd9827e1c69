/** The conditions of an instrument, each with its place. */
import type { Condition } from "../../expression/expression.ts";
import type { Instrument } from "../instrument.ts";
import type { Place } from "../refusal.ts";
import { placedItems, placedSections } from "../texts.ts";

export interface PlacedCondition {
  readonly condition: Condition;
  readonly place: Place;
  /** Of the item or section that it stands at. */
  readonly name: string;
  readonly use: "section" | "item" | "required" | "validator";
}

export function conditionsOf({ sections }: Instrument): readonly PlacedCondition[] {
  const made = (
    use: PlacedCondition["use"],
    name: string,
    place: Place,
    condition: Condition | undefined,
  ) => (condition === undefined ? [] : [{ use, name, place, condition }]);
  return [
    ...placedSections(sections).flatMap(({ section, place }) =>
      made("section", section.name, [...place, "visibleIf"], section.visibleIf),
    ),
    ...placedItems(sections).flatMap(({ item, place }) => [
      ...made("item", item.name, [...place, "visibleIf"], item.visibleIf),
      ...made("required", item.name, [...place, "requiredIf"], item.requiredIf),
      ...item.validators.flatMap((validator, at) =>
        validator.kind === "condition"
          ? made(
              "validator",
              item.name,
              [...place, "validators", at, "expression"],
              validator.holds,
            )
          : [],
      ),
    ]),
  ];
}
