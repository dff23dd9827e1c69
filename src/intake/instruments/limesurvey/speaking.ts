/** The words of a LimeSurvey file, with answers piped into them. */
import type { Text } from "#surveys";
import type { Told } from "../foreign.ts";
import { note, textFrom, withoutBraces } from "../texts.ts";
import type { Lss } from "./open.ts";
import type { WordsByLanguage } from "./rows.ts";

export function say(
  words: WordsByLanguage,
  { lss, of }: { readonly lss: Lss; readonly of: Told },
): Text | undefined {
  const insert = (text: string): string => {
    if (!text.includes("{")) return text;
    const piped = text.replaceAll(/\{([^{}]*)\}/g, (_, inner: string) => {
      const [, code] =
        /^\s*([A-Za-z][A-Za-z0-9]*)(?:\.(?:NAOK|shown|value|valueNAOK))*\s*$/.exec(inner) ?? [];
      const source = code === undefined ? undefined : lss.find(code);
      if (source?.asked !== undefined && source.asked.kind !== "matrix") return `{${source.name}}`;
      note(
        of,
        `What was piped into its words ({${inner.slice(0, 60)}}) is not known here; dots stand in its place.`,
      );
      return "…";
    });
    return withoutBraces(piped, (name) => `{${name}}`);
  };
  return textFrom(words, lss.languages, { of, insert });
}
