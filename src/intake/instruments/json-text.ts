/** JSON of a file, or the line and column where it stops being JSON. */
import { unreadable } from "./unreadable.ts";

export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = placeIn(error.message) ?? brokenAt(text);
    const before = text.slice(0, at).split("\n");
    const found = at >= text.length ? "it ends there" : `${JSON.stringify(text[at])} stands there`;
    throw unreadable(file, `The JSON is broken: ${found}, where something else is expected.`, {
      line: before.length,
      column: before.at(-1)!.length + 1,
    });
  }
}

/** Most messages of the engine say the place. */
function placeIn(message: string): number | undefined {
  const found = /at position (\d+)/.exec(message);
  return found === null ? undefined : Number(found[1]);
}

/** The others are about a value that is expected and missing, or the end. */
function brokenAt(text: string): number {
  let wantsValue = true;
  let at = 0;
  for (;;) {
    while (at < text.length && " \t\n\r".includes(text[at]!)) at++;
    const sign = text[at];
    if (sign === undefined || (wantsValue && ",:}".includes(sign))) return at;
    token.lastIndex = at;
    if (!token.test(text)) return at;
    wantsValue = "[,:".includes(sign);
    at = token.lastIndex;
  }
}

const token = /[[\]{},:]|"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/suy;
