/** Rules that an instrument adds to an item. As in SurveyJS, only a condition looks at what was left blank. */
import { isList, type Answer } from "../answer.ts";
import { holds } from "../expression/evaluate.ts";
import type { Known } from "../expression/expression.ts";
import type { Fault, FaultCode } from "../instrument/instrument.ts";
import { lengthOf } from "../items/characters.ts";
import type { Item, Validator } from "../items/item.ts";
import { faultAt } from "../items/reading.ts";
import { isEmail } from "../items/text.ts";

export function validatorFaults(
  item: Item,
  answer: Answer | undefined,
  known: Known,
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const validator of item.validators) {
    const broken = breach(validator, answer, known);
    if (broken === undefined) continue;
    const fault = faultAt(item.name, broken.code, broken.facts);
    faults.push(validator.text === undefined ? fault : { ...fault, text: validator.text });
  }
  return faults;
}

interface Breach {
  readonly code: FaultCode;
  readonly facts?: Fault["facts"];
}

function breach(
  validator: Validator,
  answer: Answer | undefined,
  known: Known,
): Breach | undefined {
  if (validator.kind === "condition")
    return holds(validator.holds, known) ? undefined : { code: "not accepted" };
  return answer === undefined ? undefined : breachOf(validator, answer);
}

function breachOf(
  validator: Exclude<Validator, { readonly kind: "condition" }>,
  answer: Answer,
): Breach | undefined {
  switch (validator.kind) {
    case "numeric":
      if (typeof answer !== "number") return undefined;
      return outside(answer, validator, ["too small", "too large"]);
    case "length":
      if (typeof answer !== "string") return undefined;
      return outside(lengthOf(answer), validator, ["too short", "too long"]);
    case "count":
      if (typeof answer !== "object" || !isList(answer)) return undefined;
      return outside(answer.length, validator, ["too few", "too many"]);
    case "pattern":
      return textsOf(answer).every((text) => compiled(validator).test(text))
        ? undefined
        : { code: "not in the form" };
    case "email":
      return typeof answer === "string" && !isEmail(answer) ? { code: "not an email" } : undefined;
  }
}

function outside(
  value: number,
  { low, high }: { readonly low?: number; readonly high?: number },
  [below, above]: readonly [FaultCode, FaultCode],
): Breach | undefined {
  if (low !== undefined && value < low) return { code: below, facts: { limit: low } };
  if (high !== undefined && value > high) return { code: above, facts: { limit: high } };
  return undefined;
}

const textsOf = (answer: Answer): readonly string[] =>
  typeof answer === "object" ? Object.values(answer).map(String) : [String(answer)];

/** Which patterns are safe, and on how long a text, was looked at when the instrument was read. */
function compiled(validator: Pattern): RegExp {
  const kept = patterns.get(validator);
  if (kept !== undefined) return kept;
  const pattern = new RegExp(validator.pattern);
  patterns.set(validator, pattern);
  return pattern;
}

type Pattern = Extract<Validator, { readonly kind: "pattern" }>;
const patterns = new WeakMap<Pattern, RegExp>();
