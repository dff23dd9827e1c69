/** Display logic and branches as conditions: chains of "and" or of "or" over questions that were taken. */
import { literal, type Translated } from "../conditions.ts";
import { entriesIn, isRecord, own, wordsIn } from "../loose.ts";
import type { Qsf, QsfQuestion } from "./open.ts";

const no = (because: string): Translated => ({ ok: false, because });
const yes = (condition: string): Translated => ({ ok: true, condition });

/** "" where there is no logic. */
export function conditionOf(logic: unknown, qsf: Qsf): Translated {
  const groups = entriesIn(logic).filter(([key, value]) => /^\d+$/.test(key) && isRecord(value));
  if (groups.length === 0) return yes("");
  const parts: Part[] = [];
  for (const [at, [, group]] of groups.entries()) {
    const inner = chain(group, qsf);
    if (!inner.ok) return inner;
    const word = at === 0 ? "" : groupWords.get(wordsIn(own(group, "Type")));
    if (word === undefined) return no("It joins its parts in a way that is not known.");
    parts.push({ word, condition: inner.condition });
  }
  return joined(parts);
}

interface Part {
  readonly word: string;
  readonly condition: string;
}

function chain(group: unknown, qsf: Qsf): Translated {
  const parts: Part[] = [];
  for (const [key, expression] of entriesIn(group)) {
    if (!/^\d+$/.test(key) || !isRecord(expression)) continue;
    const one = comparison(expression, qsf);
    if (!one.ok) return one;
    const said = own(expression, "Conjuction") ?? own(expression, "Conjunction") ?? "And";
    const word = parts.length === 0 ? "" : wordsIn(said).toLowerCase();
    parts.push({ word, condition: one.condition });
  }
  return parts.length === 0 ? no("It has a part without a comparison.") : joined(parts);
}

/** What "and" and "or" mix to is not the same everywhere: such chains are left to a person. */
function joined(parts: readonly Part[]): Translated {
  const words = [...new Set(parts.map(({ word }) => word).filter((word) => word !== ""))];
  if (words.length > 1) return no("It mixes “and” with “or”.");
  const [word = "and"] = words;
  if (parts.length === 1) return yes(parts[0]!.condition);
  return word === "and" || word === "or"
    ? yes(parts.map(({ condition }) => `(${condition})`).join(` ${word} `))
    : no(`It joins its parts with “${word}”.`);
}

function comparison(expression: unknown, qsf: Qsf): Translated {
  const kind = wordsIn(own(expression, "LogicType"));
  if (kind !== "Question")
    return no(`It looks at ${notQuestions.get(kind) ?? "something that is no question"}.`);
  const locator =
    wordsIn(own(expression, "LeftOperand")) || wordsIn(own(expression, "ChoiceLocator"));
  const [, id, part, ...rest] =
    /^q:\/\/(QID[^/]+)\/([A-Za-z]+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(locator) ?? [];
  const question = id === undefined ? undefined : qsf.questions.get(id);
  if (question === undefined || part === undefined)
    return no("It looks at something that is no choice of a question.");
  if (question.asked === undefined)
    return no(`It looks at “${question.of.name}”, which was not taken before it.`);
  const operator = wordsIn(own(expression, "Operator"));
  if (part === "SelectableChoice") return selected(question, operator, rest);
  if (part === "ChoiceTextEntryValue" && rest[0] === undefined)
    return written(question, operator, wordsIn(own(expression, "RightOperand")));
  return no(`It looks at ${part} of “${question.of.name}”.`);
}

function selected(
  question: QsfQuestion,
  operator: string,
  [choice = "", answer]: readonly (string | undefined)[],
): Translated {
  const { kind, codes, rows } = question.asked!;
  const word = selections.get(operator);
  const isMatrix = kind === "matrix" || kind === "apart";
  const code = codes.get(isMatrix ? (answer ?? "") : choice);
  const row = rows.get(choice);
  if (word === undefined)
    return no(`It asks whether a choice of “${question.of.name}” is “${operator}”.`);
  if (code === undefined || kind === "written" || (isMatrix && row === undefined))
    return no(`It looks at a choice of “${question.of.name}” that was not taken.`);
  const name =
    kind === "matrix" ? `${question.name}.${row}` : kind === "apart" ? row! : question.name;
  return yes(
    `{${name}} ${kind === "several" || kind === "apart" ? word.several : word.one} ${literal(code)}`,
  );
}

function written(question: QsfQuestion, operator: string, right: string): Translated {
  const word = comparisons.get(operator);
  if (word === undefined || question.asked!.kind !== "written")
    return no(`It compares what was written in “${question.of.name}” (${operator}).`);
  if (word === "empty" || word === "notempty") return yes(`{${question.name}} ${word}`);
  return yes(
    `{${question.name}} ${word} ${literal(/^-?(0|[1-9]\d*)(\.\d+)?$/.test(right) ? Number(right) : right)}`,
  );
}

const groupWords: ReadonlyMap<string, string> = new Map([
  ["AndIf", "and"],
  ["OrIf", "or"],
]);

const selections: ReadonlyMap<string, { readonly one: string; readonly several: string }> = new Map(
  [
    ["Selected", { one: "=", several: "contains" }],
    ["NotSelected", { one: "<>", several: "notcontains" }],
  ],
);

const comparisons: ReadonlyMap<string, string> = new Map([
  ["EqualTo", "="],
  ["NotEqualTo", "<>"],
  ["GreaterThan", ">"],
  ["GreaterThanOrEqual", ">="],
  ["LessThan", "<"],
  ["LessThanOrEqual", "<="],
  ["Contains", "contains"],
  ["DoesNotContain", "notcontains"],
  ["Empty", "empty"],
  ["NotEmpty", "notempty"],
]);

const notQuestions: ReadonlyMap<string, string> = new Map([
  ["EmbeddedField", "embedded data"],
  ["Quota", "a quota"],
  ["DeviceType", "the device"],
  ["GeoIPLocation", "where a person is"],
  ["PanelData", "the list of contacts"],
]);

export const lostCondition = (because: string): string =>
  `Its display logic was left out, so that everybody is asked: ${because}`;
