/** An instrument: what is asked, as data. Sections hold items; each section is one page. */
import type { Answer, Answers, Code } from "../answer.ts";
import type { Condition } from "../expression/expression.ts";
import type { Item } from "../items/item.ts";
import type { Locale, Text } from "../text.ts";
import type { InstrumentCodebook } from "./codebook.ts";

export interface Instrument {
  readonly title: Text;
  readonly description?: Text;
  /** The first is the one that stands in where words are missing. */
  readonly locales: readonly Locale[];
  readonly sections: readonly Section[];
  /** All items by name, in the order of the sections. */
  readonly items: ReadonlyMap<string, Item>;
  readonly codebook: InstrumentCodebook;
  /** The SurveyJS JSON it was read from, exactly: what an export gives back. */
  readonly definition: unknown;
}

export interface Section {
  readonly name: string;
  readonly title?: Text;
  readonly description?: Text;
  readonly visibleIf?: Condition;
  readonly items: readonly Item[];
}

/** What is known of the person who is asked, beside the answers. */
export interface Asking {
  /** Decides random orders; stored with the response, so that they stay. */
  readonly seed: number;
  /** Modules this person was given; sections of other modules are not asked. */
  readonly modules: ReadonlySet<string>;
  /** What records say already, by item. */
  readonly known: Answers;
  /** "2026-11-21". */
  readonly today: string;
}

/** What one person is asked, given the answers so far. */
export interface Walk {
  /** Sections with at least one item to show, in order. */
  readonly sections: readonly ShownSection[];
  /** Answers on the taken path and known facts; nothing else is ever passed on. */
  readonly answers: Answers;
  /** Items that are not shown because records say the answer. */
  readonly fromRecords: ReadonlySet<string>;
  /** As in `Asking`: validators may ask for it. */
  readonly today: string;
}

export interface ShownSection {
  readonly section: Section;
  readonly items: readonly ShownItem[];
}

export interface ShownItem {
  readonly item: Item;
  readonly required: boolean;
  /** Codes of the options in this person's order; absent where the order is that of the item. */
  readonly order?: readonly Code[];
  /** Records say this; it is to be confirmed. */
  readonly suggested?: Answer;
}

/** Something about an answer that has to be put right; the words are the page's. */
export interface Fault {
  readonly item: string;
  readonly row?: string;
  readonly code: FaultCode;
  /** For the words: { limit: 100 }. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Words the instrument brings itself. */
  readonly text?: Text;
}

export const faultCodes = [
  "required",
  "row required",
  "comment required",
  "not a number",
  "not a whole number",
  "too small",
  "too large",
  "too short",
  "too long",
  "too few",
  "too many",
  "not a date",
  "not an email",
  "not a link",
  "not in the form",
  "not accepted",
  "not together",
  "unusable characters",
] as const;
export type FaultCode = (typeof faultCodes)[number];
