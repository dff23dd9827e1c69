/** A condition as a sentence: titles for names, labels for codes. */
import {
  asOptions,
  commentOf,
  fold,
  itemOf,
  optionsOf,
  textIn,
  type BinaryOperator,
  type Code,
  type Condition,
  type Expression,
  type Instrument,
  type Item,
  type Operand,
  type Text,
  type UnaryOperator,
} from "#surveys";

/** "“Are you working?” is “Yes” and “Hours a week” is more than 20" */
export const conditionInWords = ({ tree }: Condition, instrument: Instrument): string =>
  sayWith(instrument)(tree);

function sayWith(instrument: Instrument): (tree: Expression) => string {
  const title = (name: string): string => nameInWords(name, instrument);
  const say = (tree: Expression): string => {
    switch (tree.kind) {
      case "value":
        return valueInWords(tree.value);
      case "name":
        return title(tree.name);
      case "list":
        return tree.of.map(say).join(", ");
      case "unary":
        return unary[tree.operator](say(tree.of));
      case "call":
        return calls[tree.function](tree.of.map(say));
      case "binary":
        return binaryInWords(tree, say, instrument);
    }
  };
  return say;
}

type Binary = Extract<Expression, { kind: "binary" }>;

/** Beside an item stand its labels, not its codes. */
function binaryInWords(
  { operator, left, right }: Binary,
  say: (tree: Expression) => string,
  instrument: Instrument,
): string {
  const inside = (tree: Expression, beside: Expression): string => {
    const words = labelled(tree, beside, instrument) ?? say(tree);
    const looser = operator === "and" && tree.kind === "binary" && tree.operator === "or";
    return looser ? `(${words})` : words;
  };
  return `${inside(left, right)} ${verbOf(operator, left, instrument)} ${inside(right, left)}`;
}

/** Of a question with one answer, "is one of"; of one with several, "includes one of". */
function verbOf(operator: BinaryOperator, left: Expression, { items }: Instrument): string {
  const item = left.kind === "name" ? items.get(itemOf(left.name)) : undefined;
  const several = item === undefined || item.kind === "multiple choice";
  return several ? binary[operator] : (single[operator] ?? binary[operator]);
}

function labelled(
  tree: Expression,
  beside: Expression,
  instrument: Instrument,
): string | undefined {
  if (beside.kind !== "name") return undefined;
  const item = instrument.items.get(itemOf(beside.name));
  const codes = tree.kind === "list" ? tree.of : [tree];
  if (item === undefined || codes.some(({ kind }) => kind !== "value")) return undefined;
  return codes
    .flatMap((each) => (each.kind === "value" ? each.value : []))
    .map((code) => labelOf(item, code as Code, instrument) ?? valueInWords(code))
    .join(", ");
}

/** The words of an option, in quotes; undefined where the item has no such code. */
function labelOf(item: Item, code: Code, { locales }: Instrument): string | undefined {
  const choice =
    item.kind === "yes/no" ? asOptions(item) : "options" in item ? optionsOf(item) : undefined;
  const options = choice === undefined || "length" in choice ? choice : choice.options;
  const found = options?.find((each) => fold(String(each.code)) === fold(String(code)));
  return found && quoted(textIn(found.label, locales[0] ?? "en", locales));
}

function nameInWords(name: string, { items, locales }: Instrument): string {
  const say = (text: Text) => quoted(textIn(text, locales[0] ?? "en", locales));
  const item = items.get(itemOf(name));
  if (item === undefined) return quoted(name);
  if (name === commentOf(item.name)) return `the words beside ${say(item.title)}`;
  const row =
    item.kind === "matrix" && item.rows.find((each) => name === `${item.name}.${each.name}`);
  return say(row ? row.title : item.title);
}

function valueInWords(value: Operand): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return value === "" ? "nothing" : quoted(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(valueInWords).join(", ");
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

const quoted = (text: string): string =>
  `“${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}”`;
const longest = 80;

const unary: Readonly<Record<UnaryOperator, (of: string) => string>> = {
  empty: (of) => `${of} is not answered`,
  notempty: (of) => `${of} is answered`,
  "!": (of) => `not (${of})`,
};

const calls: Readonly<
  Record<Extract<Expression, { kind: "call" }>["function"], (of: string[]) => string>
> = {
  iif: ([test, yes, no]) => `(${yes} if ${test}, else ${no})`,
  age: ([since]) => `years since ${since}`,
  today: () => "today",
  sum: (of) => `the sum of ${of.join(", ")}`,
};

const binary: Readonly<Record<BinaryOperator, string>> = {
  or: "or",
  and: "and",
  "=": "is",
  "<>": "is not",
  "<": "is less than",
  "<=": "is at most",
  ">": "is more than",
  ">=": "is at least",
  contains: "includes",
  notcontains: "does not include",
  anyof: "includes one of",
  allof: "includes all of",
  noneof: "includes none of",
  "+": "+",
  "-": "−",
  "*": "×",
  "/": "÷",
  "%": "modulo",
  "^": "to the power of",
};

const single: Readonly<Partial<Record<BinaryOperator, string>>> = {
  anyof: "is one of",
  noneof: "is none of",
};
