/** survey-core and ourselves, asked the same question on the same day. */
import { ExpressionRunner, Model } from "survey-core";
import {
  evaluate,
  holds,
  parseCondition,
  type Condition,
  type Known,
  type Operand,
} from "#surveys";

export const today = "2026-11-21";

export type Values = Readonly<Record<string, unknown>>;
const clockAt = (day: string) => ({ now: () => Date.parse(`${day}T12:34:56Z`) });

/** What an expression comes to. */
export function theirs(text: string, values: Values, day = today): unknown {
  const runner = new ExpressionRunner(text);
  if (!runner.canRun()) throw new Error(`survey-core cannot read ${text}`);
  return comparable(runner.runValues({ ...values }, { survey: { dateProvider: clockAt(day) } }));
}

export const ours = (text: string, values: Values, day = today): unknown =>
  comparable(evaluate(parsed(text).tree, { ...knownFrom(values), today: day }));

/** Whether an item is shown under a condition: asked of a whole survey. */
export function shownThere(text: string, values: Values): boolean {
  const survey = new Model({ elements: [{ type: "text", name: "asked", visibleIf: text }] });
  survey.dateProvider = clockAt(today);
  survey.data = values;
  return survey.getQuestionByName("asked").isVisible;
}

export const shownHere = (text: string, values: Values): boolean =>
  holds(parsed(text), knownFrom(values));

function parsed(text: string): Condition {
  const read = parseCondition(text);
  if (!read.ok) throw new Error(`${text}: ${read.text}`);
  return read.condition;
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
