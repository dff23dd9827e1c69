/** Text and numbers as R source reads them, in ASCII: R may run in any locale. */

export const rString = (text: string): string =>
  `"${[...text].map((character) => escapes[character] ?? escapeCode(character)).join("")}"`;

export const rName = (text: string | null): string => (text === null ? "NULL" : rString(text));

export const rVector = (texts: readonly string[]): string =>
  texts.length === 0 ? "character(0)" : `c(${texts.map(rString).join(", ")})`;

export const rNumbers = (numbers: readonly number[]): string =>
  numbers.length === 0 ? "numeric(0)" : `c(${numbers.map(rNumber).join(", ")})`;

const rNumber = (value: number): string =>
  Number.isFinite(value) ? String(value) : value > 0 ? "Inf" : "-Inf";

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
