/** The first gate: is this JSON of a size and kind that the rest may look at? */
import { grouped } from "../wording.ts";
import type { InstrumentIssue } from "./findings.ts";
import { refused, whatIsAt, type Place } from "./refusal.ts";

export const limits = { items: 500, options: 2_000, characters: 200_000, depth: 12 } as const;

/** What makes a document unusable: the first thing found, since the rest may not even be looked at. */
export function unusableJson(document: unknown, at: Place): InstrumentIssue | undefined {
  const budget: Budget = { characters: limits.characters, values: limits.characters };
  return look(document, at, budget);
}

interface Budget {
  characters: number;
  values: number;
}

function look(value: unknown, place: Place, budget: Budget): InstrumentIssue | undefined {
  budget.values--;
  if (budget.values < 0 || budget.characters < 0) return tooLarge(place);
  if (typeof value === "string") return lookAtText(value, place, budget);
  if (typeof value === "number")
    return Number.isFinite(value) ? undefined : not("a-number", place, "a number that can be kept");
  if (value === null || typeof value === "boolean") return undefined;
  if (typeof value !== "object" || !isPlain(value)) return not("json", place, "JSON");
  if (place.length > limits.depth) return tooDeep(place);
  if (Array.isArray(value) && value.length > budget.values) return tooLarge(place);
  for (const [key, inner] of Object.entries(value)) {
    const step = [...place, Array.isArray(value) ? Number(key) : key];
    const found = lookAtKey(key, place, budget) ?? look(inner, step, budget);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lookAtKey(key: string, place: Place, budget: Budget): InstrumentIssue | undefined {
  if (key === "__proto__" || key === "prototype" || key === "constructor")
    return refused({
      code: "reserved-key",
      place,
      text: `${whatIsAt(place)} has a property "${key}", which JavaScript keeps for itself.`,
      suggestion: "Remove it, or choose another name.",
    });
  return lookAtText(key, place, budget);
}

function lookAtText(text: string, place: Place, budget: Budget): InstrumentIssue | undefined {
  budget.characters -= text.length;
  if (budget.characters < 0) return tooLarge(place);
  if (text.isWellFormed() && !unprintable.test(text)) return undefined;
  return refused({
    code: "unusable-characters",
    place,
    text: `${whatIsAt(place)} has characters that cannot be shown or stored.`,
    suggestion: "Type the words again; they were probably damaged by copying.",
  });
}

/** Controls except tab and line ends; marks that turn the direction of what follows. */
const unprintable = /(?![\t\n\r])[\p{Cc}\u202a-\u202e]/u;

const isPlain = (value: object): boolean =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));

const not = (code: string, place: Place, what: string): InstrumentIssue =>
  refused({ code: `not-${code}`, place, text: `${whatIsAt(place)} is not ${what}.` });

const tooLarge = (place: Place): InstrumentIssue =>
  refused({
    code: "too-large",
    place: place[0] === "codebook" ? ["codebook"] : [],
    text: `The ${place[0] === "codebook" ? "codebook" : "definition"} has more than ${grouped(limits.characters)} characters.`,
    suggestion: "Make two instruments of it.",
  });

const tooDeep = (place: Place): InstrumentIssue =>
  refused({
    code: "too-deep",
    place: place.slice(0, 4),
    text: `${whatIsAt(place.slice(0, 4))} is nested deeper than anything an instrument needs.`,
    suggestion: "Write pages with elements, and nothing inside elements.",
  });
