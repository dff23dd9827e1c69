/** What operators do with values. */
import type { BinaryOperator, Operand } from "./expression.ts";
import { isEmpty, isList, plain, same } from "./values.ts";

type Operation = (left: Operand, right: Operand) => Operand;

export const operate = (operator: BinaryOperator, left: Operand, right: Operand): Operand =>
  operations[operator](left, right);

/** Nothing is less or more than "not answered". Texts by their letters, so ISO dates by time. */
function less(left: Operand, right: Operand): boolean {
  const [a, b] = [plain(left), plain(right)];
  return a !== undefined && b !== undefined && a < b;
}

/** undefined: cannot be said, so neither `contains` nor `notcontains` holds. */
function found(left: Operand, right: Operand): boolean | undefined {
  if (isList(left)) {
    if (left.length === 0) return false;
    return (isList(right) ? right : [right]).every((sought) =>
      left.some((one) => same(one, sought)),
    );
  }
  if ((typeof left !== "object" && isEmpty(left)) || !right) return undefined;
  return small(left).includes(small(right));
}

const small = (value: Operand): string => String(plain(value)).toLowerCase();

function anyOf(left: Operand, right: Operand): boolean {
  if (isEmpty(left) || isEmpty(right)) return !isEmpty(left) || isEmpty(right);
  if (!isList(left)) return found(right, left) === true;
  if (!isList(right)) return found(left, right) === true;
  return right.some((sought) => found(left, sought) === true);
}

function allOf(left: Operand, right: Operand): boolean {
  if (!left && !isEmpty(right)) return false;
  if (!isList(right)) return found(left, right) === true;
  return right.every((sought) => found(left, sought) === true);
}

/** Not answered counts as 0 beside a number and as no text beside a text. */
const filled =
  (operation: Operation): Operation =>
  (left, right) => {
    const first = filling(left, right);
    return operation(first, filling(right, first));
  };

function filling(value: Operand, beside: Operand): Operand {
  if (!isEmpty(value)) return value;
  if (typeof beside === "number") return 0;
  if (typeof value === "string" || typeof beside === "string") return "";
  return isList(beside) ? [] : 0;
}

/** Lists and matrices have `sum`; there is nothing else to be calculated with them. */
const calculated = (operation: (a: number, b: number) => number): Operation =>
  filled((left, right) =>
    typeof left === "object" || typeof right === "object"
      ? undefined
      : operation(Number(left), Number(right)),
  );

const divided = (operation: (a: number, b: number) => number): Operation =>
  filled((left, right) => (right ? calculated(operation)(left, right) : undefined));

const minus = calculated((a, b) => toDigits(a - b, Math.max(decimals(a), decimals(b))));
const plus = filled((left, right) => {
  if (typeof left === "object" || typeof right === "object") return undefined;
  return typeof left === "string" || typeof right === "string"
    ? `${left}${right}`
    : add(Number(left), Number(right));
});

/** 0.1 + 0.2 is 0.3: no more digits after the point than the numbers have. */
export const add = (a: number, b: number): number =>
  toDigits(a + b, Math.max(decimals(a), decimals(b)));

const toDigits = (value: number, digits: number): number =>
  digits > 0 ? Number(value.toFixed(digits)) : value;
const decimals = (value: number): number => String(value).split(".")[1]?.length ?? 0;

const operations: Readonly<Record<BinaryOperator, Operation>> = {
  or: filled((left, right) => left || right),
  and: filled((left, right) => left && right),
  "=": same,
  "<>": (left, right) => !same(left, right),
  "<": less,
  "<=": (left, right) => same(left, right) || less(left, right),
  ">": (left, right) => less(right, left),
  ">=": (left, right) => same(left, right) || less(right, left),
  contains: (left, right) => found(left, right) === true,
  notcontains: (left, right) => (!left && !isEmpty(right)) || found(left, right) === false,
  anyof: anyOf,
  allof: allOf,
  noneof: (left, right) => !anyOf(left, right),
  "+": plus,
  "-": minus,
  "*": calculated((a, b) => toDigits(a * b, decimals(a) + decimals(b))),
  "/": divided((a, b) => a / b),
  "%": divided((a, b) => a % b),
  "^": calculated((a, b) => a ** b),
};
