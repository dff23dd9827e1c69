/** Conditions as people write them, to data. Recursive descent over tokens: linear in the text, never deeper than `deepest`. */
import { counted, list, quote } from "../wording.ts";
import { functionNames } from "./expression.ts";
import type { Condition, Expression, FunctionName } from "./expression.ts";
import { itemsIn } from "./names.ts";
import { arity, infixOf, insteadOf, isNegation, postfixOf, type Infix } from "./syntax.ts";
import { tokensOf, type Refusal, type Token } from "./tokens.ts";

/** Far beyond what a person can follow. */
export const longest = 5000;
const deepest = 50;

/** The condition, or where it cannot be read, why, and what to write instead. */
export function parseCondition(text: string): { ok: true; condition: Condition } | Refusal {
  if (text.length > longest)
    return {
      ok: false,
      at: longest,
      text: `A condition has at most ${longest} characters; this one has ${text.length}.`,
    };
  const read = tokensOf(text);
  if (!read.ok) return read;
  const parser = new Parser(read.tokens);
  const tree = parser.whole();
  return tree === undefined
    ? parser.refusal!
    : { ok: true, condition: { text, tree, items: itemsIn(tree) } };
}

/** Lives for one text. Whatever cannot be read is undefined; the first reason stays. */
class Parser {
  refusal: Refusal | undefined;
  #next = 0;
  #depth = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression | undefined {
    const tree = this.#infix(0);
    return tree === undefined || this.#here.kind === "end" ? tree : this.#leftOver(this.#here);
  }

  get #here(): Token {
    return this.#tokens[this.#next]!;
  }

  /** Without a blank before it: SurveyJS wants that of a few. */
  get #touching(): boolean {
    const before = this.#tokens[this.#next - 1];
    return before !== undefined && this.#here.at === before.at + before.raw.length;
  }

  #take(sign: string): boolean {
    if (this.#here.raw !== sign) return false;
    this.#next++;
    return true;
  }

  #refuse(token: Token, text: string, suggestion?: string): undefined {
    this.refusal ??= {
      ok: false,
      at: token.at,
      text,
      ...(suggestion !== undefined && { suggestion }),
    };
  }

  /** A chain of operators that bind at least as tightly as `weakest`. */
  #infix(weakest: number): Expression | undefined {
    let left = this.#operand();
    for (;;) {
      const found = operatorIn(this.#here);
      if (left === undefined || found === undefined || found.strength < weakest) return left;
      const { operator, strength } = found;
      this.#next++;
      const right = this.#infix(strength + 1);
      if (right === undefined) return undefined;
      left = { kind: "binary", operator, left, right };
    }
  }

  #operand(): Expression | undefined {
    const token = this.#here;
    if (this.#depth >= deepest)
      return this.#refuse(token, `A condition is at most ${deepest} brackets deep.`);
    this.#depth++;
    const operand = this.#shallow(token);
    this.#depth--;
    return operand;
  }

  #shallow(token: Token): Expression | undefined {
    this.#next++;
    if (token.raw === "(") return this.#closed(this.#infix(0), ")", token);
    if (token.raw === "[") return this.#listed(token);
    if (token.kind === "word" && this.#here.raw === "(" && this.#touching) return this.#call(token);
    if (token.kind !== "text" && token.kind !== "name" && isNegation(token.value)) {
      const of = this.#operand();
      return of && { kind: "unary", operator: "!", of };
    }
    const atom = this.#atom(token);
    const operator = this.#here.kind === "word" ? postfixOf(this.#here.value) : undefined;
    if (atom === undefined || operator === undefined) return atom;
    this.#next++;
    return { kind: "unary", operator, of: atom };
  }

  #atom(token: Token): Expression | undefined {
    if (token.kind === "name") return { kind: "name", name: token.value };
    if (token.kind === "text") return { kind: "value", value: token.value };
    if (token.kind === "number") return { kind: "value", value: Number(token.value) };
    if (token.kind === "word" && (token.value === "true" || token.value === "false"))
      return { kind: "value", value: token.value === "true" };
    if (token.raw === "-" && this.#here.kind === "number" && this.#touching) {
      const number = Number(this.#here.value);
      this.#next++;
      return { kind: "value", value: -number };
    }
    this.#next--;
    return this.#unexpected();
  }

  #listed(open: Token): Expression | undefined {
    const of = this.#touching && this.#take("]") ? [] : this.#several();
    if (of?.length === 0) return { kind: "list", of };
    return of && this.#closed({ kind: "list", of }, "]", open);
  }

  #call(token: Token): Expression | undefined {
    const name = functionNames.find((known) => known === token.raw);
    if (name === undefined)
      return this.#refuse(
        token,
        `There is no function ${quote(token.raw)}; there are ${list(functionNames)}.`,
        insteadOf.get(token.value),
      );
    const open = this.#here;
    this.#next++;
    const of = this.#touching && this.#take(")") ? [] : this.#several();
    if (of === undefined) return undefined;
    const [low, high] = arity[name];
    if (of.length < low || of.length > high)
      return this.#refuse(token, `${name} takes ${taken(name)}, not ${of.length}.`);
    const call: Expression = { kind: "call", function: name, of };
    return of.length === 0 ? call : this.#closed(call, ")", open);
  }

  #several(): Expression[] | undefined {
    const all: Expression[] = [];
    do {
      const one = this.#infix(0);
      if (one === undefined) return undefined;
      all.push(one);
    } while (this.#take(","));
    return all;
  }

  #closed(inner: Expression | undefined, by: string, open: Token): Expression | undefined {
    if (inner === undefined || this.#take(by)) return inner;
    return this.#here.kind === "end"
      ? this.#refuse(open, `${open.raw} is never closed.`, by)
      : this.#unexpected();
  }

  /** Something stands behind what is a condition already. */
  #leftOver(token: Token): undefined {
    return token.raw === ")" || token.raw === "]"
      ? this.#refuse(token, `${token.raw} closes nothing.`)
      : this.#refuse(
          token,
          `An operator, such as = or and, is expected before ${quote(token.raw)}.`,
          insteadOf.get(token.value),
        );
  }

  #unexpected(): undefined {
    const token = this.#here;
    if (token.kind === "end")
      return this.#refuse(token, "The condition ends where a value is expected.");
    const instead = insteadOf.get(token.value);
    if (token.kind !== "word" || instead !== undefined)
      return this.#refuse(token, `${quote(token.raw)} is not expected here.`, instead);
    return operatorIn(token) !== undefined || postfixOf(token.value) !== undefined
      ? this.#refuse(token, `A value is expected before ${quote(token.raw)}.`)
      : this.#refuse(
          token,
          `${quote(token.raw)} is neither an operator, nor an item in braces, nor a text in quotes.`,
          `{${token.raw}} or '${token.raw}'`,
        );
  }
}

const operatorIn = (token: Token): Infix | undefined =>
  token.kind === "word" || token.kind === "sign" ? infixOf(token.value) : undefined;

function taken(name: FunctionName): string {
  const [low, high] = arity[name];
  if (high === 0) return "nothing";
  return low === high ? counted(low, "value") : `${low} to ${counted(high, "value")}`;
}
