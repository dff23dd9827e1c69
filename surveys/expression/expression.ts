/** Conditions as data: what the text of `visibleIf` and its kin was parsed to. */
import type { Answer } from "../answer.ts";

export type Expression =
  | { readonly kind: "value"; readonly value: Operand }
  /** An answer: of an item, of a row of a matrix ("item.row"), or the words beside "other" ("item-Comment"). */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list"; readonly of: readonly Expression[] }
  | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly function: FunctionName; readonly of: readonly Expression[] };

export type UnaryOperator = "empty" | "notempty" | "!";

export const binaryOperators = [
  "or",
  "and",
  "=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "contains",
  "notcontains",
  "anyof",
  "allof",
  "noneof",
  "+",
  "-",
  "*",
  "/",
  "%",
  "^",
] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

/** All others are refused by name. */
export const functionNames = ["iif", "age", "today", "sum"] as const;
export type FunctionName = (typeof functionNames)[number];

/** What an expression comes to; undefined: not answered. A list of a condition may hold whatever stands in it. */
export type Operand = Answer | readonly Operand[] | undefined;

export interface Condition {
  /** As it was written. */
  readonly text: string;
  readonly tree: Expression;
  /** Items whose answers it looks at, each once. */
  readonly items: readonly string[];
}

/** What an expression may know. */
export interface Known {
  answer(name: string): Operand;
  /** Today as "2026-11-21": the engine has no clock. */
  readonly today: string;
}
