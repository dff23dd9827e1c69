/** Refusals as values: where, what, and what to write instead. */
import type { InstrumentIssue } from "./findings.ts";

export type Place = readonly (string | number)[];

/** "pages[2].elements[0].visibleIf"; names that are not plain are quoted. */
export const pathOf = (place: Place): string =>
  place
    .map((step, at) =>
      typeof step === "number"
        ? `[${step}]`
        : /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step)
          ? `${at === 0 ? "" : "."}${step}`
          : `[${JSON.stringify(step)}]`,
    )
    .join("");

/** The place as the subject of a sentence. */
export const whatIsAt = (place: Place): string =>
  place.length === 0 ? "The definition" : `The value at ${pathOf(place)}`;

export interface Said {
  readonly code: string;
  readonly place: Place;
  readonly name?: string | undefined;
  readonly text: string;
  readonly suggestion?: string | undefined;
}

export const refused = (said: Said): InstrumentIssue => issue("refused", said);
export const warning = (said: Said): InstrumentIssue => issue("warning", said);

const issue = (
  severity: InstrumentIssue["severity"],
  { code, place, name, text, suggestion }: Said,
): InstrumentIssue => ({
  code,
  severity,
  path: pathOf(place),
  ...(name === undefined ? {} : { name }),
  text,
  ...(suggestion === undefined ? {} : { suggestion }),
});
