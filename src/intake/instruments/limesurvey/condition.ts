/** Relevance of LimeSurvey as a condition: simple comparisons of questions that were taken. */
import type { Code } from "#surveys";
import { literal, type Translated } from "../conditions.ts";
import { readScript, type Script } from "./expression.ts";
import type { Lss } from "./open.ts";
import type { LssQuestion } from "./questions.ts";

export function translated(relevance: string, lss: Lss): Translated {
  const text = relevance.trim();
  if (text === "" || text === "1") return { ok: true, condition: "" };
  const tree = readScript(text);
  if (typeof tree === "string") return { ok: false, because: tree };
  try {
    return { ok: true, condition: conditionOf(tree, lss) };
  } catch (error) {
    if (error instanceof NotComparable) return { ok: false, because: error.message };
    throw error;
  }
}

/** Never asked of anybody. */
export const isNever = (relevance: string): boolean => relevance.trim() === "0";

/** Ends a translation from any depth, with a sentence. */
class NotComparable extends Error {}

function conditionOf(tree: Script, lss: Lss): string {
  switch (tree.kind) {
    case "and":
    case "or":
      return tree.of.map((each) => `(${conditionOf(each, lss)})`).join(` ${tree.kind} `);
    case "not":
      return tree.of.kind === "empty"
        ? emptiness(tree.of.of, "<>", lss)
        : `!(${conditionOf(tree.of, lss)})`;
    case "empty":
      return emptiness(tree.of, "=", lss);
    case "compare":
      return comparison(tree, lss);
    case "name":
      return about(tree.name, lss, { operator: "<>", value: "" });
    case "value":
      throw new NotComparable("It is a value, not a comparison.");
  }
}

function emptiness(of: Script, operator: string, lss: Lss): string {
  if (of.kind !== "name") throw new NotComparable("It asks whether a formula is empty.");
  return about(of.name, lss, { operator, value: "" });
}

function comparison({ operator, left, right }: Comparison, lss: Lss): string {
  if (left.kind === "name" && right.kind === "value")
    return about(left.name, lss, { operator, value: right.value });
  if (left.kind === "value" && right.kind === "name")
    return about(right.name, lss, {
      operator: turned.get(operator) ?? operator,
      value: left.value,
    });
  throw new NotComparable("It compares something other than a question with a value.");
}

type Comparison = Extract<Script, { kind: "compare" }>;

interface Compared {
  readonly operator: string;
  readonly value: Code;
}

function about(written: string, lss: Lss, compared: Compared): string {
  const name = written.replace(/(\.(NAOK|value|valueNAOK|code))+$/, "");
  const found = resolved(name, lss);
  if (found === undefined)
    throw new NotComparable(`It looks at “${name}”, which is no question or row of this survey.`);
  const { question, part } = found;
  if (question.asked === undefined)
    throw new NotComparable(`It looks at “${question.code}”, which was not taken before it.`);
  const condition = said(question, part, compared);
  if (condition !== undefined) return condition;
  const what = part === "" ? "all" : `“${part}”`;
  throw new NotComparable(`It compares ${what} of “${question.code}” in a way that is not known.`);
}

function said({ name, asked }: LssQuestion, part: string, compared: Compared): string | undefined {
  const { kind, rows } = asked!;
  if (part === "other" && kind !== "matrix") return compare(`${name}-Comment`, compared);
  const row = rows.get(part);
  if (kind === "matrix")
    return row === undefined ? undefined : compare(`${name}.${String(row)}`, compared);
  if (kind === "one") return part === "" ? compare(name, compared) : undefined;
  return row === undefined ? undefined : chosen(name, row, compared);
}

/** An option of several is "Y" or empty in LimeSurvey. */
function chosen(name: string, row: Code, { operator, value }: Compared): string | undefined {
  if ((value !== "Y" && value !== "") || !["=", "<>"].includes(operator)) return undefined;
  const isChosen = (value === "Y") === (operator === "=");
  return `{${name}} ${isChosen ? "contains" : "notcontains"} ${literal(row)}`;
}

function compare(name: string, { operator, value }: Compared): string | undefined {
  if (value === "" && operator === "=") return `{${name}} empty`;
  if (value === "" && operator === "<>") return `{${name}} notempty`;
  if (value === "") return undefined;
  return `{${name}} ${operator} ${literal(value === "-oth-" ? "other" : value)}`;
}

/** "Q1", "Q1_SQ001", "Q12" by its number, "494923X97X481SQ001" of older files. */
function resolved(name: string, lss: Lss): Resolved | undefined {
  const [, older] = /^\d+X\d+X(\d+.*)$/.exec(name) ?? [];
  if (older !== undefined) return byNumber(older, lss);
  const whole = lss.find(name);
  if (whole !== undefined) return { question: whole, part: "" };
  const cut = name.indexOf("_");
  const question = cut === -1 ? undefined : lss.find(name.slice(0, cut));
  return question && { question, part: name.slice(cut + 1) };
}

interface Resolved {
  readonly question: LssQuestion;
  /** The code of a row or option; "" for the whole. */
  readonly part: string;
}

/** The number of a question with the code of a part straight behind it. */
function byNumber(written: string, lss: Lss): Resolved | undefined {
  const [digits] = /^\d{1,9}/.exec(written)!;
  for (let end = digits.length; end > 0; end--) {
    const question = lss.find(`Q${written.slice(0, end)}`);
    if (question?.qid === written.slice(0, end)) return { question, part: written.slice(end) };
  }
  return undefined;
}

const turned: ReadonlyMap<string, string> = new Map([
  ["<", ">"],
  ["<=", ">="],
  [">", "<"],
  [">=", "<="],
]);
