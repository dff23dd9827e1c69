/** Columns of categories: labels with numbers, two answers, known ordered sets, and names without an order. */
import type { Value } from "../codebook.ts";
import { answered, cellsOf, different, type Profile } from "../profile.ts";
import { byCodePoint, counted, fold, list, quote } from "../wording.ts";
import { hasLeadingZeros, numberIn } from "./number-cells.ts";
import { numberedLabels, orderedSetOf, placesIn, spanOf } from "./ordered-labels.ts";
import type { Decision, Doubt, Rule } from "./rule.ts";
import { yesNo } from "./yes-no.ts";

export const numbered: Rule = (cells) => {
  const values = different(cells) > mostCategories ? undefined : numberedLabels(cells);
  if (values === undefined) return undefined;
  const steps = new Set(values.map(({ code }) => code)).size;
  return {
    level: steps === 2 ? "binary" : "ordinal",
    values,
    decidedBy: `${steps === 2 ? "Binary" : "Ordinal"}: the answers carry their numbers, such as ${quote(values[0]!.cell)}.`,
  };
};

export const pair: Rule = (cells) => {
  if (cells.integers.size > 0 || cells.texts.size > mostCategories) return undefined;
  const texts = [...cells.texts.keys()];
  if (texts.every((cell) => yesNo(cell) !== undefined) && new Set(texts.map(yesNo)).size === 2)
    return {
      level: "binary",
      values: inOrder(texts.map((cell) => ({ cell, code: yesNo(cell)!, label: cell.trim() }))),
      decidedBy: "Binary: the answers are yes (1) or no (0).",
    };
  if (texts.length !== 2 || texts.some((cell) => numberIn(cell) !== undefined)) return undefined;
  const set = orderedSetOf(texts);
  const ordered =
    set === undefined ? texts.sort(byCodePoint) : placesIn(set, texts).map(({ cell }) => cell);
  const values = ordered.map((cell, code) => ({ cell, code, label: cell.trim() }));
  return {
    level: "binary",
    values,
    decidedBy: `Binary: two different answers, ${quote(ordered[0]!)} (0) and ${quote(ordered[1]!)} (1).`,
  };
};

export const orderedLabels: Rule = (cells) => {
  if (different(cells) > mostCategories) return undefined;
  const texts = cellsOf(cells);
  const set = orderedSetOf(texts);
  return set === undefined
    ? undefined
    : {
        level: "ordinal",
        values: placesIn(set, texts),
        decidedBy: `Ordinal: the answers are of the ordered set ${spanOf(set)}.`,
      };
};

export const categories: Rule = (cells) => {
  const n = answered(cells);
  const size = different(cells);
  const few = size <= 30 || (size <= 100 && n >= 20 * size);
  if (!few || (size === n && size > 7)) return undefined;
  return size === 2 ? { ...asCategories(cells), level: "binary" } : asCategories(cells);
};

/** Every different cell is a category; codes from 1 by code point, so that the first is the reference. */
export function asCategories(cells: Profile): Decision {
  const sorted = cellsOf(cells).sort(byCodePoint);
  const zeros = sorted.find(hasLeadingZeros);
  const doubts = [...spellings(sorted), ...nearlyOrdered(cells, sorted), ...bands(sorted)];
  return {
    level: "nominal",
    values: sorted.map((cell, index) => ({ cell, code: index + 1, label: cell.trim() || cell })),
    decidedBy:
      zeros === undefined
        ? `Nominal: ${counted(sorted.length, "different answer")} without a known order; the first by code point is ${quote(sorted[0]!)}.`
        : `Nominal: codes with leading zeros, such as ${quote(zeros)}, are categories and no numbers.`,
    ...(doubts.length > 0 ? { doubts } : {}),
  };
}

/** "Arts" beside "arts " are two categories until a person says otherwise. */
function spellings(sorted: readonly string[]): Doubt[] {
  return [...Map.groupBy(sorted, fold).values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      severity: "warning",
      code: "similar-categories",
      text: `${list(same.map(quote))} differ only by case or blanks and are separate categories. Write them alike in the file, or give them one code in a codebook.`,
    }));
}

/** One answer stands outside an ordered set: "Don't know" would make the others lose their order. */
function nearlyOrdered(cells: Profile, sorted: readonly string[]): Doubt[] {
  if (sorted.length < 4) return [];
  const odd = sorted.find((cell) => orderedSetOf(sorted.filter((other) => other !== cell)));
  if (odd === undefined) return [];
  const text =
    `All answers but ${quote(odd)} have a known order, which is lost as long as it counts as an answer. ` +
    `If it means no answer, say so in a codebook: {"id": ${JSON.stringify(cells.name)}, "missing": {${JSON.stringify(odd)}: "not applicable"}}.`;
  return [{ severity: "warning", code: "nearly-ordered", text }];
}

/** "$25,000 to $49,999": an order that people see and code points do not. */
function bands(sorted: readonly string[]): Doubt[] {
  if (sorted.some(hasLeadingZeros)) return [];
  const withDigits = sorted.filter((cell) => /\d/u.test(cell));
  if (withDigits.length < 3 || 2 * withDigits.length < sorted.length) return [];
  const text = `Answers such as ${quote(withDigits[0]!)} seem to have an order, but are read as categories without one. To use the order, list them as values with level "ordinal" in a codebook.`;
  return [{ severity: "warning", code: "possible-order", text }];
}

/** More different cells than this are no scale, however they are spelled; looking would only take time. */
const mostCategories = 100;
const inOrder = (values: Value[]): Value[] => values.sort((a, b) => a.code - b.code);
