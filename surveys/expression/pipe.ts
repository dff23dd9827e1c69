/** Answers inside words: "How long were you at {employer}?" */

/**
 * The words with what was answered in the place of names. Names that `say` does not know become nothing; braces that
 * hold no name stay as they are.
 */
export const pipe = (text: string, say: (name: string) => string | undefined): string =>
  partsOf(text)
    .map((part) => (typeof part === "string" ? part : (say(part.name) ?? "")))
    .join("");

/** Names that stand in the words, each once. */
export const pipedNames = (text: string): string[] => [
  ...new Set(partsOf(text).flatMap((part) => (typeof part === "string" ? [] : [part.name]))),
];

type Part = string | { readonly name: string };

/** Of several opening braces the last one before a closing one counts, as in SurveyJS. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") open = at;
    if (text[at] !== "}" || open === -1) continue;
    const name = text.slice(open + 1, at).trim();
    if (name !== "" && !name.includes(":")) {
      parts.push(text.slice(from, open), { name });
      from = at + 1;
    }
    open = -1;
  }
  return [...parts, text.slice(from)];
}
