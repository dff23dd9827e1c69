/** Words with the few tags that have a meaning on paper, as words alone: paragraphs, lines and points of a list. */

export type Plain =
  | { readonly ok: true; readonly text: string }
  /** The first thing that cannot be taken. */
  | { readonly ok: false; readonly found: string };

export function plainText(html: string): Plain {
  let text = "";
  for (const piece of html.split(/(<(?=[a-z/!?])[^>]*>?)/iu)) {
    const isTag = /^<[a-z/!?]/iu.test(piece);
    const said = isTag ? tags.get(piece.toLowerCase().replace(/\s*\/?>$/, ">")) : entities(piece);
    if (said === undefined) return { ok: false, found: isTag ? piece : entity.exec(piece)![0] };
    text += said;
  }
  return { ok: true, text: tidy(text) };
}

/** A blank line between paragraphs, none around. */
const tidy = (text: string): string =>
  text
    .replaceAll(/[^\S\n]+/gu, " ")
    .replaceAll(/ ?\n ?/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();

const entity = /&(?!(?:amp|lt|gt|quot|nbsp|#39);)[a-z#][a-z0-9]*;/iu;

function entities(words: string): string | undefined {
  if (entity.test(words)) return undefined;
  return words.replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/gu, (_, name: string) => letters[name]!);
}

const letters: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
};

const tags: ReadonlyMap<string, string> = new Map([
  ["<p>", "\n\n"],
  ["</p>", "\n\n"],
  ["<br>", "\n"],
  ["<ul>", "\n\n"],
  ["</ul>", "\n\n"],
  ["<li>", "\n• "],
  ["</li>", ""],
  ...["b", "strong", "i", "em"].flatMap((tag): [string, string][] => [
    [`<${tag}>`, ""],
    [`</${tag}>`, ""],
  ]),
]);
