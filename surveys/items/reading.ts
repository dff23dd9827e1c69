/** What `read` answers, made in one place. */
import type { Answer } from "../answer.ts";
import type { Fault, FaultCode } from "../instrument/instrument.ts";
import type { Fields, Reading } from "./item-kind.ts";

export const blank: Reading = { state: "blank" };

export const answered = (answer: Answer, comment = ""): Reading =>
  comment === "" ? { state: "answered", answer } : { state: "answered", answer, comment };

export const unusable = (typed: Typed, fault: Fault): Reading => ({
  state: "unusable",
  typed,
  fault,
});

/** What was typed into each field of an item, by suffix; several ticked boxes are one a line. */
export type Typed = Readonly<Record<string, string>>;

/** What stands in some fields, as typed; empty ones are left out. */
export const typedIn = (fields: Fields, suffixes: readonly string[]): Typed =>
  Object.fromEntries(
    suffixes
      .map((suffix): [string, string] => [suffix, fields(suffix).join("\n")])
      .filter(([, text]) => text !== ""),
  );

/** Fields as they were typed, to be read again. */
export const fieldsOf =
  (typed: Typed): Fields =>
  (suffix) =>
    Object.hasOwn(typed, suffix) ? [typed[suffix]!] : [];

export const faultAt = (item: string, code: FaultCode, facts: Fault["facts"] = {}): Fault => ({
  item,
  code,
  facts,
});
