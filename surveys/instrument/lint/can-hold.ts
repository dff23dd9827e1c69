/** Whether any answers make a condition true: tried out over all of them where they are few enough to be tried. */
import type { Answer } from "../../answer.ts";
import { knownFrom } from "../../engine/known.ts";
import { holds } from "../../expression/evaluate.ts";
import type { Condition, Expression } from "../../expression/expression.ts";
import type { Item } from "../../items/item.ts";
import type { Instrument, Section } from "../instrument.ts";
import type { PlacedCondition } from "./conditions.ts";
import { trialAnswers } from "./trial-answers.ts";

/** "unknown" where the day decides, or where there is too much to try. */
export type Holding = "never" | "sometimes" | "always" | "unknown";

/**
 * Items that the condition looks at are themselves shown only under conditions; those are taken along as far as the
 * trials stay few. Fewer conditions allow more answers, so "never" is right however many were taken along.
 */
export function canHold(placed: PlacedCondition, instrument: Instrument): Holding {
  const goal = goalOf(placed, instrument);
  if (goal.some(({ tree }) => looksAtTheDay(tree))) return "unknown";
  const wide = spaceOf(goal, instrument, "with all before");
  const space = wide === undefined ? spaceOf(goal, instrument, "alone") : wide;
  return space === undefined ? "unknown" : tryOut(goal, space);
}

/** All that has to hold: an item is shown within its section only. */
function goalOf({ condition, use, name }: PlacedCondition, { sections }: Instrument): Condition[] {
  if (use === "section") return [condition];
  const section = sections.find(({ items }) => items.some((item) => item.name === name));
  const item = section?.items.find((each) => each.name === name);
  const outer = use === "item" ? [section?.visibleIf] : [section?.visibleIf, item?.visibleIf];
  return [...outer.filter((each) => each !== undefined), condition];
}

interface Trial {
  readonly item: Item;
  /** Conditions under which it is shown. */
  readonly under: readonly Condition[];
  readonly answers: readonly (Answer | undefined)[];
}

const mostTrials = 20_000;

/** The items to be tried, in their order; undefined where there are too many trials. */
function spaceOf(
  goal: readonly Condition[],
  { sections, items }: Instrument,
  reach: "alone" | "with all before",
): readonly Trial[] | undefined {
  const conditions = [...goal];
  const names = new Set<string>();
  for (const condition of conditions)
    for (const name of condition.items) {
      if (names.has(name)) continue;
      names.add(name);
      if (reach === "with all before") conditions.push(...shownUnder(name, sections));
    }
  if (reach === "with all before" && conditions.some(({ tree }) => looksAtTheDay(tree)))
    return undefined;
  const trials: Trial[] = [];
  let product = 1;
  for (const item of items.values()) {
    if (!names.has(item.name)) continue;
    const answers = trialAnswers(item, conditions);
    product *= answers?.length ?? Infinity;
    if (answers === undefined || product > mostTrials) return undefined;
    const under = reach === "with all before" ? shownUnder(item.name, sections) : [];
    trials.push({ item, under, answers });
  }
  return trials;
}

function shownUnder(name: string, sections: readonly Section[]): readonly Condition[] {
  const section = sections.find(({ items }) => items.some((item) => item.name === name));
  const item = section?.items.find((each) => each.name === name);
  return [section?.visibleIf, item?.visibleIf].filter((each) => each !== undefined);
}

function tryOut(goal: readonly Condition[], trials: readonly Trial[]): Holding {
  const taken = new Map<string, Answer>();
  const known = knownFrom(taken, "2000-01-01");
  const seen = { yes: false, no: false };
  const go = (at: number): void => {
    const trial = trials[at];
    if (trial === undefined) {
      const all = goal.every((condition) => holds(condition, known));
      seen[all ? "yes" : "no"] = true;
      return;
    }
    const isShown = trial.under.every((condition) => holds(condition, known));
    for (const answer of isShown ? trial.answers : [undefined]) {
      if (answer === undefined) taken.delete(trial.item.name);
      else taken.set(trial.item.name, answer);
      go(at + 1);
      if (seen.yes && seen.no) break;
    }
    taken.delete(trial.item.name);
  };
  go(0);
  if (seen.yes) return seen.no ? "sometimes" : "always";
  return "never";
}

function looksAtTheDay(tree: Expression): boolean {
  switch (tree.kind) {
    case "call":
      return tree.function === "today" || tree.function === "age" || tree.of.some(looksAtTheDay);
    case "binary":
      return looksAtTheDay(tree.left) || looksAtTheDay(tree.right);
    case "unary":
      return looksAtTheDay(tree.of);
    case "list":
      return tree.of.some(looksAtTheDay);
    default:
      return false;
  }
}
