/** The score of one person on a scale of an instrument. The formula is that of all scales (scale.ts). */
import type { Answers, Code } from "../answer.ts";
import { itemOf } from "../expression/names.ts";
import type { InstrumentScale } from "../instrument/codebook.ts";
import type { Instrument } from "../instrument/instrument.ts";
import { countOf, scoreOf } from "./scale.ts";

export type Score =
  | { readonly ok: true; readonly value: number }
  /** Fewer parts are answered than the score needs. */
  | { readonly ok: false; readonly answered: number; readonly needed: number };

/** The score of one person. Yes is 1 and no is 0; words ("refused") and codes that are said to be missing are no answer. */
export function scoreAnswers(
  scale: InstrumentScale,
  answers: Answers,
  instrument: Instrument,
): Score {
  let sum = 0;
  let answered = 0;
  for (const part of scale.items) {
    const value = partOf(scale, part, { answers, instrument });
    if (value === undefined) continue;
    sum += countOf(scale, part)(value);
    answered++;
  }
  return answered < scale.needed
    ? { ok: false, answered, needed: scale.needed }
    : { ok: true, value: scoreOf(scale, sum, answered) };
}

/** The scale of that name that stands before this one; an index is made of such. */
export function scaleBefore(
  scale: InstrumentScale,
  id: string,
  { codebook: { scales } }: Instrument,
): InstrumentScale | undefined {
  const here = scales.findIndex((each) => each.id === scale.id);
  return scales.slice(0, Math.max(here, 0)).find((each) => each.id === id);
}

interface Person {
  readonly answers: Answers;
  readonly instrument: Instrument;
}

function partOf(
  scale: InstrumentScale,
  part: string,
  { answers, instrument }: Person,
): number | undefined {
  const inner = scaleBefore(scale, part, instrument);
  if (inner !== undefined) {
    const score = scoreAnswers(inner, answers, instrument);
    return score.ok ? score.value : undefined;
  }
  const code = codeOf(part, answers);
  if (code === undefined || isMissing(part, code, instrument)) return undefined;
  const value = typeof code === "string" ? NaN : Number(code);
  return value >= scale.low && value <= scale.high ? value : undefined;
}

/** One code: of an item, or of a row of a matrix. */
function codeOf(part: string, answers: Answers): Code | undefined {
  const item = itemOf(part);
  const answer = answers.get(item);
  if (typeof answer !== "object") return part === item ? answer : undefined;
  const row = part.slice(item.length + 1);
  return !isSeveral(answer) && Object.hasOwn(answer, row) ? answer[row] : undefined;
}

const isSeveral = (answer: object): answer is readonly Code[] => Array.isArray(answer);

function isMissing(part: string, code: Code, { codebook: { items } }: Instrument): boolean {
  const item = itemOf(part);
  const missing = Object.hasOwn(items, item) ? items[item]!.missing : undefined;
  return missing !== undefined && Object.hasOwn(missing, String(code));
}
