/** What a kind of item can do. One file a kind, and a line in the table (index.ts). */
import type { Answer } from "../answer.ts";
import type { Fault } from "../instrument/instrument.ts";
import type { Locale } from "../text.ts";
import type { Item } from "./item.ts";

/**
 * The fields of a form that belong to one item, by suffix: "" for the item itself, ".row" of a matrix, ".month" and
 * ".year" of a date, "-Comment" for the words beside "other". Several values where several boxes are ticked.
 */
export type Fields = (suffix: string) => readonly string[];

/** What a person put into the fields of one item. */
export type Reading =
  | { readonly state: "blank" }
  | { readonly state: "answered"; readonly answer: Answer; readonly comment?: string }
  /** Kept as typed and shown back, never an answer. By suffix. */
  | {
      readonly state: "unusable";
      readonly typed: Readonly<Record<string, string>>;
      readonly fault: Fault;
    };

export interface ItemKind<I extends Item = Item> {
  readonly kind: I["kind"];
  /** Fields, as they were sent by whoever, to an answer in codes the item has. */
  read(item: I, fields: Fields): Reading;
  /** Whether the item can hold a value: the gate for everything that does not come from a form. */
  holds(item: I, value: unknown): value is Answer;
  /** What is wrong with an answer that it holds, or with none; requirements and validators are the engine's. */
  faults(item: I, answer: Answer | undefined): readonly Fault[];
  /** In words, for review, piping and export: labels, never codes. */
  say(item: I, answer: Answer, how: Saying): string;
}

export interface Saying {
  readonly locale: Locale;
  /** Of the instrument: the first stands in where words are missing. */
  readonly locales: readonly Locale[];
  /** The words beside "other". */
  readonly comment?: string;
}
