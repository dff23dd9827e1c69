/** The words and signs of conditions, as SurveyJS has them, and what to say about those it lacks. */
import type { BinaryOperator, FunctionName, UnaryOperator } from "./expression.ts";

/** How tightly it binds, and what it is; several signs and words stand for one operator. */
export interface Infix {
  readonly operator: BinaryOperator;
  readonly strength: number;
}

export const infixOf = (token: string): Infix | undefined => infixes.get(token);
export const postfixOf = (token: string): UnaryOperator | undefined => postfixes.get(token);
export const isNegation = (token: string): boolean => token === "!" || token === "negate";

/** How many values a function takes. */
export const arity: Readonly<Record<FunctionName, readonly [low: number, high: number]>> = {
  iif: [2, 3],
  age: [1, 1],
  today: [0, 0],
  sum: [1, 100],
};

/** What to write instead of what people and other programs write. */
export const insteadOf: ReadonlyMap<string, string> = new Map([
  ["not", "!(…) before the condition, or notempty after a name"],
  ["&", "and"],
  ["|", "or"],
  ["is", "="],
  ["in", "anyof"],
  ["null", "{name} empty"],
  ["undefined", "{name} empty"],
  ["isempty", "{name} empty"],
  ["isnotempty", "{name} notempty"],
  ["currentdate", "today()"],
  ["currentyear", "age({name})"],
  ["datediff", "age({name})"],
  ["if", "iif(condition, then, otherwise)"],
  ["suminarray", "sum({name})"],
]);

/** Weakest first, all from the left. */
const byStrength: readonly Readonly<Partial<Record<BinaryOperator, string>>>[] = [
  { or: "or ||" },
  { and: "and &&" },
  {
    "=": "= == equal equals",
    "<>": "<> != notequal notequals",
    "<": "< less",
    "<=": "<= =< lessorequal",
    ">": "> greater",
    ">=": ">= => greaterorequal",
  },
  { "+": "+", "-": "-" },
  { "*": "*", "/": "/", "%": "%" },
  { "^": "^ power" },
  {
    contains: "contains contain *=",
    notcontains: "notcontains notcontain",
    anyof: "anyof",
    allof: "allof",
    noneof: "noneof",
  },
];

const infixes: ReadonlyMap<string, Infix> = new Map(
  byStrength.flatMap((operators, strength) =>
    (Object.entries(operators) as [BinaryOperator, string][]).flatMap(([operator, written]) =>
      written.split(" ").map((token): [string, Infix] => [token, { operator, strength }]),
    ),
  ),
);
const postfixes: ReadonlyMap<string, UnaryOperator> = new Map([
  ["empty", "empty"],
  ["notempty", "notempty"],
]);
