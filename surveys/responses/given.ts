/**
 * What a response says about each item, with the reason where it says nothing:
 *
 *   skipped         it was shown and left blank
 *   not applicable  its condition did not hold, and the person came past it
 *   not asked       never shown: another module, another version, or the person stopped before
 *
 * Each item is read under the version under which it was last asked, so that an edit of a running instrument takes
 * nothing away from what was answered before.
 */
import { commentOf } from "../answer.ts";
import { foldEvents } from "../engine/fold.ts";
import { isDrawn } from "../engine/modules.ts";
import { walk } from "../engine/walk.ts";
import type { Instrument, Walk } from "../instrument/instrument.ts";
import type { CollectedResponse, Given, Missing, Version } from "./response.ts";

export interface ReadResponse {
  given(item: string): Given;
  /** Under the version that was shown last. */
  readonly walk: Walk;
  readonly instrument: Instrument;
}

/** @param versions all that the response may have seen, oldest first; the last is taken where it saw none */
export function readResponse(
  response: CollectedResponse,
  versions: readonly Version[],
): ReadResponse {
  const instruments = new Map(versions.map(({ number, instrument }) => [number, instrument]));
  const { saves, asking } = response;
  const last = saves.at(-1)?.version ?? versions.at(-1)!.number;
  const askedUnder = new Map<string, number>();
  for (const save of saves)
    for (const item of Object.keys(save.answers)) askedUnder.set(item, save.version);
  const { answers } = foldEvents(saves);
  const walks = new Map<number, Walk>();
  const walkOf = (version: number): Walk => {
    const known = walks.get(version);
    if (known !== undefined) return known;
    const made = walk(instruments.get(version)!, answers, asking);
    walks.set(version, made);
    return made;
  };
  const reached = furthest(response, instruments.get(last)!);
  return {
    walk: walkOf(last),
    instrument: instruments.get(last)!,
    given(item) {
      const version = askedUnder.get(item) ?? last;
      const path = walkOf(version);
      const answer = path.answers.get(item);
      const comment = path.answers.get(commentOf(item));
      if (answer !== undefined)
        return {
          state: "answered",
          answer,
          version,
          ...(typeof comment === "string" ? { comment } : {}),
        };
      const asked = askedUnder.has(item);
      const shown = path.sections.some(({ items }) => items.some((one) => one.item.name === item));
      if (shown) return missing(asked ? "skipped" : "not asked");
      const place = placeOf(instruments.get(version)!, item);
      if (place === undefined || !isDrawn(instruments.get(version)!, place.section, asking.modules))
        return missing("not asked");
      return missing(
        asked || response.complete || place.at < reached ? "not applicable" : "not asked",
      );
    },
  };
}

const missing = (because: Missing["because"]): Given => ({ state: "missing", because });

/** The place of the last section that was sent; -1: none. */
function furthest({ saves }: CollectedResponse, { sections }: Instrument): number {
  const sent = new Set(saves.map(({ section }) => section));
  return sections.findLastIndex(({ name }) => sent.has(name));
}

function placeOf({ sections }: Instrument, item: string) {
  const at = sections.findIndex(({ items }) => items.some(({ name }) => name === item));
  return at === -1 ? undefined : { at, section: sections[at]!.name };
}
