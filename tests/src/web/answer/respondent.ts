/** Somebody with a link and a browser without scripts: reads pages, fills in the forms that are there, presses buttons. */
import { locationOf, textOf, type Visitor } from "../visitor.ts";

export interface Seen {
  readonly path: string;
  readonly status: number;
  readonly html: string;
  readonly text: string;
  /** What the browser would send now, without the button. */
  readonly fields: readonly Pair[];
}

export type Pair = readonly [name: string, value: string];

/** Fields by name; an empty list leaves one blank. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

export interface Respondent {
  /** Follows redirects. */
  open(path: string): Promise<Seen>;
  /** Fills in the form of a page and presses the button that says so. */
  send(page: Seen, filled?: Filled, then?: string): Promise<Seen>;
  /** The same, up to the redirect. */
  post(page: Seen, filled?: Filled, then?: string): Promise<Response>;
}

export function respondent(visitor: Pick<Visitor, "ask" | "send">): Respondent {
  const open = async (path: string): Promise<Seen> => {
    const answer = await visitor.ask(path);
    if (answer.status === 303) return open(locationOf(answer));
    const html = await answer.text();
    return { path, status: answer.status, html, text: textOf(html), fields: fieldsIn(html) };
  };
  const post: Respondent["post"] = ({ html, fields }, filled = {}, then = "next") =>
    visitor.send(actionIn(html), [...fill(fields, filled), ["~then", then]]);
  return {
    open,
    post,
    async send(page, filled, then) {
      return open(locationOf(await post(page, filled, then)));
    },
  };
}

/** From the link to a page, with consent given. */
export async function begun(visitor: Visitor, token: string): Promise<Seen> {
  const { open, send } = respondent(visitor);
  return send(await open(`/s/${token}`));
}

export function fill(fields: readonly Pair[], filled: Filled): Pair[] {
  const given = Object.entries(filled).flatMap(([name, values]) =>
    [values].flat().map((value): Pair => [name, value]),
  );
  return [...fields.filter(([name]) => !Object.hasOwn(filled, name)), ...given];
}

const actionIn = (html: string): string =>
  unescaped(/<form [^>]*action="([^"]+)"/.exec(html)?.[1] ?? "none");

/** As a browser reads them: fields in their order, boxes that are ticked, options that are chosen. */
function fieldsIn(html: string): readonly Pair[] {
  const form = /<form [\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const controls = form.matchAll(
    /<input [^>]*>|<select ([^>]*)>([\s\S]*?)<\/select>|<textarea ([^>]*)>([\s\S]*?)<\/textarea>/g,
  );
  return [...controls].flatMap(([tag, select, options, area, text]): Pair[] => {
    if (area !== undefined) return [[attribute(area, "name"), unescaped(text!).replace(/^\n/, "")]];
    if (select !== undefined) return [[attribute(select, "name"), chosenIn(options!)]];
    const box = /type="(radio|checkbox)"/.test(tag);
    return box && !/\schecked/.test(tag) ? [] : [[attribute(tag, "name"), attribute(tag, "value")]];
  });
}

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option [^>]*>/g)].map(([tag]) => tag);
  return attribute(all.find((tag) => /\sselected/.test(tag)) ?? all[0] ?? "", "value");
}

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
