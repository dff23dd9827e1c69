/** What has to be put right before an answer counts. Whatever is not required may be left blank. */
import type { Answer, Answers } from "../answer.ts";
import { commentOf } from "../answer.ts";
import type { Known } from "../expression/expression.ts";
import type { Fault, Instrument, ShownItem, Walk } from "../instrument/instrument.ts";
import { kindOf } from "../items/index.ts";
import { choosesOther } from "../items/options.ts";
import { faultAt } from "../items/reading.ts";
import { knownFrom } from "./known.ts";
import { validatorFaults } from "./validators.ts";

/** @param only the section to look at; all that are shown where it is left out */
export function faultsOf(instrument: Instrument, walk: Walk, only?: string): readonly Fault[] {
  if (only !== undefined && !instrument.sections.some(({ name }) => name === only))
    throw new RangeError(`faultsOf requires a section of the instrument, got ${only}`);
  const known = knownFrom(walk.answers, walk.today);
  const faults: Fault[] = [];
  for (const { section, items } of walk.sections)
    if (only === undefined || section.name === only)
      for (const shown of items) faults.push(...faultsAt(shown, walk.answers, known));
  return faults;
}

/** One step at a time: whoever has to answer at all is not yet told how. */
function faultsAt({ item, required }: ShownItem, answers: Answers, known: Known): readonly Fault[] {
  if (item.kind === "information") return none;
  const answer = answers.get(item.name);
  const own = kindOf(item).faults(item, answer);
  if (own.length > 0) return own;
  if (answer === undefined && required) return [faultAt(item.name, "required")];
  if (lacksWords(item, answer, answers)) return [faultAt(item.name, "comment required")];
  return item.validators.length === 0 ? none : validatorFaults(item, answer, known);
}

const lacksWords = (item: ShownItem["item"], answer: Answer | undefined, answers: Answers) =>
  answer !== undefined && choosesOther(item, answer) && !answers.has(commentOf(item.name));

const none: readonly Fault[] = [];
