/** What an expression comes to, given the answers. */
import { dayOf, yearsSince } from "./days.ts";
import type { Condition, Expression, FunctionName, Known, Operand } from "./expression.ts";
import { add, operate } from "./operators.ts";
import { isEmpty, isMatrix, meant, decimalIn } from "./values.ts";

/** Whether a condition holds. Only true does: as in SurveyJS, neither 1 nor a text shows or requires anything. */
export const holds = (condition: Condition, known: Known): boolean =>
  evaluate(condition.tree, known) === true;

export function evaluate(tree: Expression, known: Known): Operand {
  switch (tree.kind) {
    case "value":
      return tree.value;
    case "name":
      return meant(known.answer(tree.name));
    case "list":
      return tree.of.map((part) => evaluate(part, known));
    case "unary": {
      const value = evaluate(tree.of, known);
      if (tree.operator === "!") return !value;
      return isEmpty(value) === (tree.operator === "empty");
    }
    case "binary": {
      const [left, right] = [evaluate(tree.left, known), evaluate(tree.right, known)];
      return isToday(tree.left) || isToday(tree.right)
        ? operate(tree.operator, dayOf(left), dayOf(right))
        : operate(tree.operator, left, right);
    }
    case "call":
      return functions[tree.function](
        tree.of.map((argument) => evaluate(argument, known)),
        known,
      );
  }
}

const isToday = (tree: Expression): boolean => tree.kind === "call" && tree.function === "today";

const functions: Readonly<Record<FunctionName, (of: readonly Operand[], known: Known) => Operand>> =
  {
    iif: ([condition, then, otherwise]) => (condition ? then : otherwise),
    age: ([day], { today }) => yearsSince(day, today),
    today: (_, { today }) => today,
    sum: (of) => numbersIn(of).reduce(add, 0),
  };

/** Of all values, lists taken apart; what is no number adds nothing. */
function numbersIn(values: readonly Operand[]): number[] {
  return values.flatMap((value) => {
    if (value === undefined || isMatrix(value)) return [];
    if (typeof value === "object") return numbersIn(value);
    return typeof value === "string" ? (decimalIn(value) ?? []) : Number(value);
  });
}
