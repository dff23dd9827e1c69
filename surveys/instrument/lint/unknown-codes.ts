/** Conditions that wait for a code which the item does not have. */
import type { Code } from "../../answer.ts";
import type { BinaryOperator, Expression } from "../../expression/expression.ts";
import { itemOf } from "../../expression/names.ts";
import type { Item } from "../../items/item.ts";
import { codesOf, optionsOf } from "../../items/options.ts";
import { asOptions } from "../../items/yes-no.ts";
import { fold, list, quote } from "../../wording.ts";
import type { Instrument } from "../instrument.ts";
import type { LintRule } from "../lint.ts";
import { sameCode } from "../names.ts";
import { nearest } from "../nearest.ts";
import type { Said } from "../refusal.ts";
import { textIn } from "../text-in.ts";
import { conditionsOf } from "./conditions.ts";

export const unknownCodes: LintRule = (instrument) =>
  conditionsOf(instrument).flatMap(({ condition, place, name }) =>
    comparisonsIn(condition.tree).flatMap(({ item: of, code }): Said[] => {
      const item = instrument.items.get(itemOf(of));
      const known = item === undefined ? undefined : codesIn(item);
      if (known === undefined || known.some((each) => sameCode(each) === sameCode(code))) return [];
      return [
        {
          code: "code-not-there",
          place,
          name,
          text: `The condition of ${quote(name)} asks whether ${quote(of)} is ${quote(String(code))}, which is not one of its codes.`,
          suggestion: suggest(code, item!, instrument),
        },
      ];
    }),
  );

const codesIn = (item: Item): readonly Code[] | undefined =>
  item.kind === "yes/no" ? codesOf(asOptions(item)) : "options" in item ? codesOf(item) : undefined;

function suggest(code: Code, item: Item, { locales }: Instrument): string {
  const options = item.kind === "yes/no" ? asOptions(item) : "options" in item ? item : undefined;
  const labelled = optionsOf(options!).find(({ label }) =>
    locales.some((locale) => fold(textIn(label, locale, locales)) === fold(String(code))),
  );
  if (labelled !== undefined) return `Write ${write(labelled.code)}, the code of that option.`;
  const codes = codesOf(options!);
  const meant = nearest(String(code), codes.map(String));
  return meant === undefined
    ? `Its codes are ${list(codes.map(write), 12)}.`
    : `Write ${write(meant)}.`;
}

const write = (code: Code): string => (typeof code === "string" ? `'${code}'` : String(code));

interface Comparison {
  readonly item: string;
  readonly code: Code;
}

/** Every constant that an answer is held against, whichever side it stands on. */
function comparisonsIn(tree: Expression): readonly Comparison[] {
  switch (tree.kind) {
    case "binary":
      return [
        ...(comparing.has(tree.operator)
          ? [...compared(tree.left, tree.right), ...compared(tree.right, tree.left)]
          : []),
        ...comparisonsIn(tree.left),
        ...comparisonsIn(tree.right),
      ];
    case "unary":
      return comparisonsIn(tree.of);
    case "list":
    case "call":
      return tree.of.flatMap(comparisonsIn);
    default:
      return [];
  }
}

function compared(name: Expression, other: Expression): readonly Comparison[] {
  if (name.kind !== "name" || name.name.endsWith("-Comment")) return [];
  const values = other.kind === "list" ? other.of : [other];
  return values.flatMap((value) =>
    value.kind === "value" && isCode(value.value) ? [{ item: name.name, code: value.value }] : [],
  );
}

/** '' asks whether there is an answer. */
const isCode = (value: unknown): value is Code =>
  ["string", "number", "boolean"].includes(typeof value) && value !== "";

const comparing: ReadonlySet<BinaryOperator> = new Set([
  "=",
  "<>",
  "anyof",
  "allof",
  "noneof",
] satisfies BinaryOperator[]);
