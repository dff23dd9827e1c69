/** Where a person goes from here, and how far it is. */
import type { Condition } from "../expression/expression.ts";
import type { Asking, Fault, Instrument, Section, Walk } from "../instrument/instrument.ts";
import type { Visited } from "./fold.ts";
import { isDrawn } from "./modules.ts";

/**
 * Where there is something to do: the first section that was never sent, or that holds an item never put to the
 * person (an answer before it opened a branch), or a fault. Undefined: all is done.
 */
export function firstOpen(
  walk: Walk,
  visited: Visited,
  faults: readonly Fault[] = [],
): string | undefined {
  const faulty = new Set(faults.map(({ item }) => item));
  return walk.sections.find(
    ({ section, items }) =>
      !visited.sections.has(section.name) ||
      items.some(
        ({ item: { name, kind } }) =>
          faulty.has(name) || (kind !== "information" && !visited.items.has(name)),
      ),
  )?.section.name;
}

/** The next section that is shown; undefined after the last. Also after one that is shown no more. */
export function sectionAfter(instrument: Instrument, walk: Walk, name: string): string | undefined {
  return neighbours(instrument, walk, name).after;
}

/** The section before it that is shown; undefined before the first. */
export function sectionBefore(
  instrument: Instrument,
  walk: Walk,
  name: string,
): string | undefined {
  return neighbours(instrument, walk, name).before;
}

/**
 * The place of a section among those of this person. `about` counts every section that may still be asked, so it can
 * become smaller on the way, and never larger: what conditions before the section decide is decided.
 */
export function stepOf(
  instrument: Instrument,
  walk: Walk,
  { name, modules }: { readonly name: string } & Pick<Asking, "modules">,
): { readonly step: number; readonly about: number } {
  const shown = new Set(walk.sections.map(({ section }) => section.name));
  const at = placeOf(instrument, name);
  const decided = new Set(
    instrument.sections.slice(0, at).flatMap(({ items }) => items.map((item) => item.name)),
  );
  const isOpen = (condition: Condition | undefined): boolean =>
    condition?.items.some((item) => !decided.has(item)) ?? false;
  const mayBeAsked = (section: Section): boolean =>
    shown.has(section.name) ||
    (isDrawn(instrument, section.name, modules) &&
      (isOpen(section.visibleIf) || section.items.some(({ visibleIf }) => isOpen(visibleIf))));
  const count = (sections: readonly Section[], is: (section: Section) => boolean): number =>
    sections.filter(is).length;
  const before = count(instrument.sections.slice(0, at), ({ name }) => shown.has(name));
  return {
    step: before + 1,
    about: before + 1 + count(instrument.sections.slice(at + 1), mayBeAsked),
  };
}

function neighbours(instrument: Instrument, walk: Walk, name: string) {
  const at = placeOf(instrument, name);
  const places = new Map(instrument.sections.map((section, place) => [section.name, place]));
  const names = walk.sections.map(({ section }) => section.name);
  return {
    before: names.findLast((each) => places.get(each)! < at),
    after: names.find((each) => places.get(each)! > at),
  };
}

function placeOf(instrument: Instrument, name: string): number {
  const at = instrument.sections.findIndex((section) => section.name === name);
  if (at === -1) throw new RangeError(`a section of the instrument is required, got ${name}`);
  return at;
}
