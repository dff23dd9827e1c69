/** The text of a condition as tokens. One pass over the characters; nothing is ever looked at twice. */
import { quote } from "../wording.ts";

export interface Token {
  /** end: after the last character. */
  readonly kind: "text" | "number" | "name" | "word" | "sign" | "end";
  /** What it stands for: a text without its quotes, a name without its braces, a word in small letters. */
  readonly value: string;
  /** As written. */
  readonly raw: string;
  readonly at: number;
}

/** Why a condition is not taken: where, a sentence, and what to write instead. */
export interface Refusal {
  readonly ok: false;
  readonly at: number;
  readonly text: string;
  readonly suggestion?: string;
}

export function tokensOf(text: string): { ok: true; tokens: readonly Token[] } | Refusal {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (blanks.has(text[at]!)) at++;
    else {
      const token = tokenAt(text, at);
      if ("ok" in token) return token;
      tokens.push(token);
      at += token.raw.length;
    }
  }
  return { ok: true, tokens: [...tokens, { kind: "end", value: "", raw: "", at }] };
}

function tokenAt(text: string, at: number): Token | Refusal {
  const first = text[at]!;
  if (first === "'" || first === '"') return quoted(text, at);
  if (first === "{") return named(text, at);
  if (isDigit(first)) return numbered(text, at);
  if (isLetter(first)) {
    const raw = text.slice(
      at,
      endOf(text, at, (c) => isLetter(c) || isDigit(c)),
    );
    return { kind: "word", value: raw.toLowerCase(), raw, at };
  }
  const sign = signs.find((known) => text.startsWith(known, at));
  if (sign !== undefined) return { kind: "sign", value: sign, raw: sign, at };
  const straight = curly.get(first);
  return straight === undefined
    ? { ok: false, at, text: `${quote(first)} means nothing in a condition.` }
    : {
        ok: false,
        at,
        text: `${first} is not a quotation mark of conditions.`,
        suggestion: straight,
      };
}

/** A quotation mark inside a text, of either kind, is written with a backslash before it. */
function quoted(text: string, at: number): Token | Refusal {
  const mark = text[at]!;
  let value = "";
  let end = at + 1;
  while (end < text.length && text[end] !== mark) {
    const next = text[end + 1];
    const escaped = text[end] === "\\" && (next === "'" || next === '"');
    if (!escaped && (text[end] === "'" || text[end] === '"'))
      return {
        ok: false,
        at: end,
        text: "A quotation mark inside a text has a backslash before it.",
        suggestion: `\\${text[end]}`,
      };
    value += escaped ? next! : text[end]!;
    end += escaped ? 2 : 1;
  }
  if (end >= text.length)
    return { ok: false, at, text: `A text begins with ${mark} and never ends.` };
  return faithful({ kind: "text", value, raw: text.slice(at, end + 1), at });
}

function named(text: string, at: number): Token | Refusal {
  const end = text.indexOf("}", at);
  if (end === -1)
    return { ok: false, at, text: "A name begins with { and never ends.", suggestion: "{name}" };
  const name = text.slice(at + 1, end);
  const trimmed = name.trim();
  if (trimmed === "" || name.includes("{"))
    return {
      ok: false,
      at,
      text: "Between { and } stands the name of an item.",
      suggestion: "{name}",
    };
  if (trimmed !== name)
    return {
      ok: false,
      at,
      text: `A name stands between { and } without blanks.`,
      suggestion: `{${trimmed}}`,
    };
  const odd = [...name].find((character) => notInNames.has(character));
  if (odd !== undefined)
    return {
      ok: false,
      at,
      text: `${quote(`{${name}}`)} is not the name of an item: ${odd} means nothing here.`,
    };
  return faithful({ kind: "name", value: name, raw: text.slice(at, end + 1), at });
}

function numbered(text: string, at: number): Token | Refusal {
  let end = endOf(text, at, isDigit);
  if (text[end] === "." && isDigit(text[end + 1])) end = endOf(text, end + 1, isDigit);
  const raw = text.slice(at, end);
  if (raw.length > 1 && raw[0] === "0" && raw[1] !== ".")
    return {
      ok: false,
      at,
      text: `A number does not begin with 0; a code that does is a text.`,
      suggestion: `'${raw}'`,
    };
  if (raw === "0" && text[end] === "x")
    return { ok: false, at, text: "Numbers are written with the digits 0 to 9." };
  return { kind: "number", value: raw, raw, at };
}

/** SurveyJS replaces these wherever they stand, inside texts and names, too: it would read another condition. */
function faithful(token: Token): Token | Refusal {
  const replaced = ["=>", "=<", "<>", "equals"].find((part) => token.raw.includes(part));
  return replaced === undefined
    ? token
    : {
        ok: false,
        at: token.at + token.raw.indexOf(replaced),
        text: `SurveyJS would read ${replaced} in ${token.raw} as an operator.`,
      };
}

function endOf(text: string, from: number, belongs: (character: string | undefined) => boolean) {
  let end = from;
  while (belongs(text[end])) end++;
  return end;
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= "0" && character <= "9";
const isLetter = (character: string | undefined): boolean =>
  character !== undefined &&
  ((character >= "a" && character <= "z") ||
    (character >= "A" && character <= "Z") ||
    character === "_");

const blanks = new Set([" ", "\t", "\n", "\r"]);
/** Positions in lists, properties, values as they are: the parts of SurveyJS names that stand for more than an answer. */
const notInNames = new Set(["[", "]", "#", "$", ":", "'", '"']);
const curly = new Map([
  ["‘", "'"],
  ["’", "'"],
  ["“", '"'],
  ["”", '"'],
]);
/** Longer ones first. */
const signs = [
  ..."<= >= == != <> => =< *= && ||".split(" "),
  ..."= < > + - * / % ^ ( ) [ ] , ! & |".split(" "),
];
