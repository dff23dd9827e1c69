/** survey-core and ourselves, asked the same question on the same day. */
import { ConditionRunner, ExpressionRunner } from "survey-core";
import { evaluate, holds, parseCondition, type Known, type Operand } from "#surveys";

export const today = "2026-11-21";

export type Values = Readonly<Record<string, unknown>>;
export interface Verdict {
  readonly value: unknown;
  readonly holds: boolean;
}

const clock = { survey: { dateProvider: { now: () => Date.parse(`${today}T12:34:56Z`) } } };

export function theirs(text: string, values: Values): Verdict {
  const runner = new ExpressionRunner(text);
  if (!runner.canRun()) throw new Error(`survey-core cannot read ${text}`);
  return {
    value: comparable(runner.runValues({ ...values }, clock)),
    holds: new ConditionRunner(text).runValues({ ...values }, clock),
  };
}

export function ours(text: string, values: Values): Verdict {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.text}`);
  const known = knownFrom(values);
  return {
    value: comparable(evaluate(parsed.condition.tree, known)),
    holds: holds(parsed.condition, known),
  };
}

/** Rows of a matrix by "matrix.row". */
function knownFrom(values: Values): Known {
  const answers = new Map(Object.entries(values) as [string, Operand][]);
  for (const [name, value] of answers)
    if (typeof value === "object" && !Array.isArray(value))
      for (const [row, code] of Object.entries(value))
        answers.set(`${name}.${row}`, code as Operand);
  return { today, answer: (name) => answers.get(name) };
}

/** null and undefined are both "not answered"; a Date is the day it is. */
function comparable(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return Array.isArray(value) ? value.map(comparable) : (value ?? undefined);
}
