/** The questions of a page, panels opened up. */
import { quote } from "#surveys";
import { allOf } from "../conditions.ts";
import { told, type Json, type Told } from "../foreign.ts";
import { isText } from "../labels.ts";
import { isRecord, listIn, own, wordsIn } from "../loose.ts";
import { asHtml } from "../words.ts";
import { mapText, note } from "../texts.ts";
import { limits, tooMuch, unreadable } from "../unreadable.ts";

export interface Found {
  readonly of: Told;
  /** As written, with the conditions of the panels around it. */
  readonly element: Json;
  /** Why it is not even tried. */
  readonly refused?: string;
}

export function questionsIn(page: Json, file: string): readonly Found[] {
  const hidden = page["visible"] === false ? "It stands on a page that is never shown." : undefined;
  const around: Around = { conditions: [], panels: [], hidden };
  const found: Found[] = [];
  open(elementsOf(page), around, { found, file });
  return found;
}

interface Around {
  readonly conditions: readonly string[];
  readonly panels: readonly string[];
  readonly hidden: string | undefined;
}

interface Opening {
  readonly found: Found[];
  readonly file: string;
}

function open(elements: readonly unknown[], around: Around, opening: Opening): void {
  const { found, file } = opening;
  if (around.panels.length > limits.depth)
    throw unreadable(file, `Panels stand more than ${limits.depth} deep in each other.`);
  for (const element of elements) {
    if (found.length > limits.questions)
      throw tooMuch(file, found.length, limits.questions, "questions");
    if (isRecord(element) && element["type"] === "panel") openPanel(element, around, opening);
    else found.push(question(element, around, found.length));
  }
}

function openPanel(panel: Json, around: Around, opening: Opening): void {
  const name = wordsIn(panel["name"]) || "without a name";
  const condition = panel["visibleIf"];
  const inside: Around = {
    conditions:
      typeof condition === "string" ? [...around.conditions, condition] : around.conditions,
    panels: [...around.panels, name],
    hidden:
      panel["visible"] === false
        ? `It stands in the panel ${quote(name)}, which is never shown.`
        : around.hidden,
  };
  const words = wordsOf(panel);
  if (words !== undefined) {
    const of = told(name, "The panel is opened up: its words stand before its questions.");
    opening.found.push(within({ type: "html", name, html: words }, of, inside));
  }
  open(elementsOf(panel), inside, opening);
}

function question(element: unknown, around: Around, at: number): Found {
  const name = wordsIn(own(element, "name"));
  const of = told(name || `question ${at + 1}`);
  if (!isRecord(element) || name === "")
    return {
      of,
      element: {},
      refused: "It has no name, so that its answers could not be told apart.",
    };
  const [panel] = around.panels.slice(-1);
  if (panel !== undefined) note(of, `It stood in the panel ${quote(panel)}, which is opened up.`);
  return within(element, of, around);
}

function within(element: Json, of: Told, { conditions, hidden }: Around): Found {
  if (hidden !== undefined) return { of, element, refused: hidden };
  if (conditions.length === 0) return { of, element };
  const own = element["visibleIf"];
  const all = [...conditions, ...(typeof own === "string" ? [own] : [])];
  note(of, "The conditions around it were joined to its own.");
  return { of, element: { ...element, visibleIf: allOf(all) } };
}

/** Title and description of a panel, as words between questions. */
function wordsOf({ title, description }: Json): unknown {
  const words = [title, description]
    .filter(isText)
    .filter((text) => Object.values(text).join("").trim() !== "");
  if (words.length === 0) return undefined;
  const [first, second] = words.map((text) => mapText(text, asHtml));
  if (second === undefined) return first;
  if (typeof first === "string" && typeof second === "string") return first + second;
  const byLanguage = (text: typeof second) => (typeof text === "string" ? { default: text } : text);
  const [one, two] = [byLanguage(first!), byLanguage(second)];
  const locales = [...new Set([...Object.keys(one), ...Object.keys(two)])];
  return Object.fromEntries(
    locales.map((locale) => [locale, `${one[locale] ?? ""}${two[locale] ?? ""}`]),
  );
}

const elementsOf = (holder: Json): readonly unknown[] => {
  const elements = holder["elements"] ?? holder["questions"];
  return Array.isArray(elements) ? listIn(elements) : [];
};
