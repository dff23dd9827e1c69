/** Text as R source reads it, in ASCII: R may run in any locale. */

export const rString = (text: string): string =>
  `"${[...text].map((character) => escapes[character] ?? escapeCode(character)).join("")}"`;

export const rVector = (texts: readonly string[]): string =>
  texts.length === 0 ? "character(0)" : `c(${texts.map(rString).join(", ")})`;

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** NUL ends a string in R; it cannot be written. */
function escapeCode(character: string): string {
  const code = character.codePointAt(0)!;
  if (code >= 32 && code < 127) return character;
  return code === 0 ? "" : `\\U${code.toString(16).padStart(8, "0")}`;
}
