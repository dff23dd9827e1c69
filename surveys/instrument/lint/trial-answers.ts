/** Answers that stand for all answers of an item, as far as conditions can tell them apart. */
import type { Answer, Code } from "../../answer.ts";
import type { BinaryOperator, Condition, Expression } from "../../expression/expression.ts";
import { itemOf, namesIn } from "../../expression/names.ts";
import type { Item, Matrix } from "../../items/item.ts";
import { codesOf, isExclusive } from "../../items/options.ts";
import { asOptions } from "../../items/yes-no.ts";

/** undefined: no answer. Instead of the list: they cannot be listed, or are far too many. */
export function trialAnswers(
  item: Item,
  conditions: readonly Condition[],
): readonly (Answer | undefined)[] | undefined {
  const looking = conditions.filter(({ items }) => items.includes(item.name));
  const names = looking.flatMap(({ tree }) => namesIn(tree));
  if (names.includes(`${item.name}-Comment`)) return undefined;
  switch (item.kind) {
    case "single choice":
    case "dropdown":
    case "rating":
      return [undefined, ...codesOf(item)];
    case "yes/no":
      return [undefined, ...codesOf(asOptions(item))];
    case "multiple choice":
      return combinations(item);
    case "matrix":
      return rowAnswers(item, names);
    case "number":
      return looking.every(({ tree }) => isComparedOnly(tree, item.name))
        ? [
            undefined,
            ...numbers(
              item,
              looking.flatMap(({ tree }) => constantsIn(tree)),
            ),
          ]
        : undefined;
    case "information":
      return [undefined];
    default:
      return undefined;
  }
}

const mostOptions = 12;

/** Every set of options; those that stand alone, alone. */
function combinations(item: Extract<Item, { kind: "multiple choice" }>) {
  const codes = codesOf(item);
  const joining = codes.filter((code) => !isExclusive(item, code));
  if (joining.length > mostOptions) return undefined;
  const sets: (readonly Code[] | undefined)[] = [undefined];
  for (let set = 1; set < 2 ** joining.length; set++)
    sets.push(joining.filter((_, at) => (set >> at) % 2 === 1));
  return [...sets, ...codes.filter((code) => isExclusive(item, code)).map((code) => [code])];
}

/** Of the rows that conditions name; undefined where they look at the matrix as a whole. */
function rowAnswers(item: Matrix, names: readonly string[]) {
  if (names.includes(item.name)) return undefined;
  const rows = names
    .filter((name) => itemOf(name) === item.name)
    .map((name) => name.slice(item.name.length + 1));
  let answers: Readonly<Record<string, Code>>[] = [{}];
  for (const row of new Set(rows)) {
    if (answers.length * (item.options.length + 1) > 20_000) return undefined;
    answers = answers.flatMap((answer) => [
      answer,
      ...item.options.map(({ code }) => ({ ...answer, [row]: code })),
    ]);
  }
  return answers.map((answer) => (Object.keys(answer).length === 0 ? undefined : answer));
}

/** Between and beside the numbers that conditions name nothing changes. */
function numbers(
  { low, high, whole }: Extract<Item, { kind: "number" }>,
  constants: readonly Code[],
): readonly number[] {
  const named = constants.map(Number).filter((constant) => Number.isFinite(constant));
  const ends = [...named, ...[low, high].filter((end) => end !== undefined), 0].toSorted(
    (a, b) => a - b,
  );
  const between = ends.flatMap((end, at) => [end - 1, end, (end + (ends[at + 1] ?? end + 2)) / 2]);
  return [
    ...new Set(whole ? between.flatMap((each) => [Math.floor(each), Math.ceil(each)]) : between),
  ].filter((each) => each >= (low ?? -Infinity) && each <= (high ?? Infinity));
}

/** Whether a name stands beside constants only: arithmetic makes other numbers matter than those that are written. */
function isComparedOnly(tree: Expression, name: string): boolean {
  switch (tree.kind) {
    case "value":
    case "name":
      return true;
    case "unary":
      return isComparedOnly(tree.of, name);
    case "binary": {
      const sides = [tree.left, tree.right];
      const beside = sides.some((side) => side.kind === "name" && side.name === name)
        ? sides.every(
            (side) => side.kind === "value" || (side.kind === "name" && side.name === name),
          )
        : sides.every((side) => isComparedOnly(side, name));
      return beside && !arithmetic.has(tree.operator);
    }
    case "list":
    case "call":
      return !tree.of.flatMap(namesIn).includes(name);
  }
}

const arithmetic: ReadonlySet<BinaryOperator> = new Set(["+", "-", "*", "/", "%", "^"]);

function constantsIn(tree: Expression): readonly Code[] {
  switch (tree.kind) {
    case "value":
      return typeof tree.value === "object" || tree.value === undefined ? [] : [tree.value];
    case "name":
      return [];
    case "unary":
      return constantsIn(tree.of);
    case "binary":
      return [...constantsIn(tree.left), ...constantsIn(tree.right)];
    case "list":
    case "call":
      return tree.of.flatMap(constantsIn);
  }
}
