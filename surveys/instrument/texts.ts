/** Every text of an instrument that people read, and where it stands. */
import { asOptions } from "../items/yes-no.ts";
import type { Item, SpecialOptions } from "../items/item.ts";
import type { Text } from "../text.ts";
import type { Instrument, Section } from "./instrument.ts";
import type { Place } from "./refusal.ts";

export interface PlacedText {
  readonly place: Place;
  readonly text: Text;
  /** Of the item or section. */
  readonly name?: string;
}

export function textsOf({ title, description, sections, codebook }: Instrument): PlacedText[] {
  return [
    ...said(["title"], title),
    ...said(["description"], description),
    ...placedSections(sections).flatMap(({ section, place }) => [
      ...said([...place, "title"], section.title, section.name),
      ...said([...place, "description"], section.description, section.name),
    ]),
    ...placedItems(sections).flatMap(({ item, place }) => textsOfItem(item, place)),
    ...said(["codebook", "consent", "text"], codebook.consent.text),
    ...codebook.scales.flatMap((scale, at) =>
      said(["codebook", "scales", at, "title"], scale.title, scale.id),
    ),
  ];
}

export const placedSections = (
  sections: readonly Section[],
): readonly { readonly section: Section; readonly place: Place }[] =>
  sections.map((section, at) => ({ section, place: ["pages", at] }));

export const placedItems = (
  sections: readonly Section[],
): readonly { readonly item: Item; readonly section: Section; readonly place: Place }[] =>
  placedSections(sections).flatMap(({ section, place }) =>
    section.items.map((item, at) => ({ item, section, place: [...place, "elements", at] })),
  );

export function textsOfItem(item: Item, place: Place): PlacedText[] {
  const at = (step: string | number, text: Text | undefined) =>
    said([...place, step], text, item.name);
  const list = (step: string, texts: readonly Text[]) =>
    texts.flatMap((text, index) => said([...place, step, index, "text"], text, item.name));
  return [
    ...(item.kind === "information" ? at("html", item.text) : at("title", item.title)),
    ...at("description", item.description),
    ...item.validators.flatMap(({ text }, index) =>
      said([...place, "validators", index, "text"], text, item.name),
    ),
    ...("rows" in item
      ? list(
          "rows",
          item.rows.map(({ title }) => title),
        )
      : []),
    ...("options" in item
      ? list(
          optionsKey(item),
          item.options.map(({ label }) => label),
        )
      : []),
    ...("randomOrder" in item ? specialTexts(item).flatMap(([key, text]) => at(key, text)) : []),
    ...(item.kind === "rating" ? at("minRateDescription", item.lowLabel) : []),
    ...(item.kind === "rating" ? at("maxRateDescription", item.highLabel) : []),
    ...(item.kind === "text" ? at("placeholder", item.placeholder) : []),
    ...(item.kind === "yes/no" ? yesNoTexts(item).flatMap(([key, text]) => at(key, text)) : []),
  ];
}

/** Where the options of an item stand in its definition. */
export const optionsKey = ({ kind }: Item): string =>
  kind === "matrix" ? "columns" : kind === "rating" ? "rateValues" : "choices";

const specialTexts = (item: SpecialOptions): readonly (readonly [string, Text | undefined])[] => [
  ["otherText", item.other?.label],
  ["otherPlaceholder", item.other?.placeholder],
  ["noneText", item.none?.label],
  ["refuseText", item.refused?.label],
  ["dontKnowText", item.unsure?.label],
];

const yesNoTexts = (
  item: Extract<Item, { kind: "yes/no" }>,
): readonly (readonly [string, Text])[] =>
  asOptions(item).options.map(({ label }, at) => [at === 0 ? "labelTrue" : "labelFalse", label]);

const said = (place: Place, text: Text | undefined, name?: string): PlacedText[] =>
  text === undefined ? [] : [{ place, text, ...(name === undefined ? {} : { name }) }];
