/** HTML of other programs as plain words. One pass: nothing is looked at twice. */

export interface Words {
  readonly text: string;
  /** Tags whose look is lost. */
  readonly lost: readonly string[];
}

export function plainWords(html: string): Words {
  const lost = new Set<string>();
  let text = "";
  let at = 0;
  for (;;) {
    const open = html.indexOf("<", at);
    const tag = open === -1 ? undefined : tagAt(html, open);
    if (open === -1 || tag === "unclosed") {
      text += decoded(html.slice(at), at > 0);
      break;
    }
    if (tag === undefined) {
      text += `${decoded(html.slice(at, open), at > 0)}<`;
      at = open + 1;
      continue;
    }
    text += decoded(html.slice(at, open), true);
    text += breaks.get(tag.written) ?? breaks.get(tag.name) ?? "";
    if (!tag.written.startsWith("/") && (tag.dressed || !plain.has(tag.name))) lost.add(tag.name);
    at = tag.end;
  }
  return { text: tidy(text), lost: [...lost].filter((name) => name !== "") };
}

/** Plain words as the little HTML that information items take. */
export const asHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("");

/** Without what cannot be shown or stored. */
export const showable = (text: string): string =>
  text.replaceAll(/(?![\t\n])[\p{Cc}\u202a-\u202e]/gu, "").toWellFormed();

interface Tag {
  readonly name: string;
  /** With its slash: "/p". */
  readonly written: string;
  /** Has attributes. */
  readonly dressed: boolean;
  readonly end: number;
}

function tagAt(html: string, open: number): Tag | "unclosed" | undefined {
  if (html.startsWith("<!--", open)) return skipTo(html, "-->", open);
  const found = /^<(\/?)([a-z!?][a-z0-9]{0,20})/i.exec(html.slice(open, open + 24));
  if (found === null) return undefined;
  const name = found[2]!.toLowerCase();
  if (found[1] === "" && (name === "script" || name === "style"))
    return skipTo(html, `</${name}>`, open, name);
  const close = html.indexOf(">", open);
  if (close === -1) return "unclosed";
  const dressed =
    html
      .slice(open + found[0].length, close)
      .replace("/", "")
      .trim() !== "";
  return { name, written: `${found[1]}${name}`, dressed, end: close + 1 };
}

function skipTo(html: string, end: string, open: number, name = ""): Tag | "unclosed" {
  const close = html.indexOf(end, open);
  if (close === -1) return "unclosed";
  return { name, written: name, dressed: name !== "", end: close + end.length };
}

/** Where there are tags, a line of the file is no line of the text. */
function decoded(words: string, hasTags: boolean): string {
  const flat = hasTags ? words.replaceAll(/\s+/g, " ") : words;
  if (!flat.includes("&")) return flat;
  return flat.replaceAll(/&(?:#(x?)([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, hex, digits, name) => {
    if (name !== undefined) return letters.get(name) ?? letters.get(name.toLowerCase()) ?? all;
    const point = Number.parseInt(digits, hex === "" ? 10 : 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

const tidy = (text: string): string =>
  showable(text)
    .replaceAll(/[^\S\n]+/gu, " ")
    .replaceAll(/ ?\n ?/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();

const breaks: ReadonlyMap<string, string> = new Map([
  ...["p", "/p", "h1", "h2", "h3", "h4", "ul", "ol", "/ul", "/ol", "table", "/table"].map(
    (tag): [string, string] => [tag, "\n\n"],
  ),
  ...["br", "div", "/div", "tr"].map((tag): [string, string] => [tag, "\n"]),
  ["li", "\n• "],
  ["/li", ""],
  ["td", " "],
  ["th", " "],
]);
const plain: ReadonlySet<string> = new Set(["", ..."p br div span ul ol li".split(" ")]);

const letters: ReadonlyMap<string, string> = new Map(
  (
    "amp& lt< gt> quot\" apos' ndash– mdash— hellip… lsquo‘ rsquo’ ldquo“ rdquo” bull• euro€ copy© reg® " +
    "aacuteá eacuteé iacuteí oacuteó uacuteú ntildeñ uumlü AacuteÁ EacuteÉ IacuteÍ OacuteÓ UacuteÚ NtildeÑ " +
    "iquest¿ iexcl¡ aumlä oumlö AumlÄ OumlÖ UumlÜ szligß agraveà egraveè ccedilç ecircê ocircô atildeã otildeõ laquo« raquo»"
  )
    .split(" ")
    .map((pair): [string, string] => [pair.slice(0, -1), pair.slice(-1)])
    .concat([["nbsp", " "]]),
);
