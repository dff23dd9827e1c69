/** ExpressionScript of LimeSurvey, as far as it compares: read to a tree. Linear in the text, never deeper than `deepest`. */

export type Script =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "not" | "empty"; readonly of: Script }
  | { readonly kind: "and" | "or"; readonly of: readonly Script[] }
  | {
      readonly kind: "compare";
      readonly operator: string;
      readonly left: Script;
      readonly right: Script;
    };

/** The tree; or, as a sentence, what cannot be read. */
export function readScript(text: string): Script | string {
  if (text.length > longest) return `It is longer than ${longest} characters.`;
  const tokens: string[] = [];
  let end = 0;
  for (const found of text.matchAll(token)) {
    if (text.slice(end, found.index).trim() !== "") break;
    tokens.push(found[0]);
    end = found.index + found[0].length;
  }
  const rest = text.slice(end).trim();
  if (rest !== "") return `“${rest.slice(0, 20)}” is not known.`;
  const reader = new Reader(tokens);
  return reader.whole();
}

const longest = 5_000;
const deepest = 40;
const token =
  /"[^"]*"|'[^']*'|\d+(?:\.\d+)?(?![\w.])|\w+(?:\.[A-Za-z]+)*|==|!=|<=|>=|&&|\|\||[<>!()+\-*/,=]/g;

class Unknown extends Error {}

/** Lives for one text. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  whole(): Script | string {
    try {
      const tree = this.#joined("or");
      return this.#here === undefined ? tree : `“${this.#here}” is not expected there.`;
    } catch (error) {
      if (error instanceof Unknown) return error.message;
      throw error;
    }
  }

  get #here(): string | undefined {
    return this.#tokens[this.#at];
  }

  #joined(word: "or" | "and"): Script {
    const of = [this.#part(word)];
    while (this.#here !== undefined && words.get(this.#here.toLowerCase()) === word) {
      this.#at++;
      of.push(this.#part(word));
    }
    return of.length === 1 ? of[0]! : { kind: word, of };
  }

  #part(word: "or" | "and"): Script {
    return word === "or" ? this.#joined("and") : this.#comparison();
  }

  #comparison(): Script {
    const left = this.#operand();
    const operator = operators.get(this.#here?.toLowerCase() ?? "");
    if (operator === undefined) return left;
    this.#at++;
    return { kind: "compare", operator, left, right: this.#operand() };
  }

  #operand(): Script {
    if (++this.#depth > deepest) throw new Unknown(`It is more than ${deepest} brackets deep.`);
    const operand = this.#shallow();
    this.#depth--;
    return operand;
  }

  #shallow(): Script {
    const here = this.#here;
    this.#at++;
    if (here === undefined) throw new Unknown("It ends where a value is expected.");
    if (here === "!" || here.toLowerCase() === "not") return { kind: "not", of: this.#operand() };
    if (here === "(") return this.#closed();
    if (/^["']/.test(here)) return { kind: "value", value: here.slice(1, -1) };
    if (/^\d+(\.\d+)?$/.test(here)) return { kind: "value", value: Number(here) };
    if (here === "-" && /^\d+(\.\d+)?$/.test(this.#here ?? ""))
      return { kind: "value", value: -Number(this.#tokens[this.#at++]) };
    if (!/^[A-Za-z0-9_]/.test(here)) throw new Unknown(`“${here}” is not expected there.`);
    if (this.#here !== "(") return { kind: "name", name: here };
    if (here.toLowerCase() !== "is_empty")
      throw new Unknown(`It uses the function ${here}, which is not known here.`);
    this.#at++;
    return { kind: "empty", of: this.#closed() };
  }

  #closed(): Script {
    const inner = this.#joined("or");
    if (this.#here !== ")")
      throw new Unknown(
        this.#here === undefined
          ? "A bracket is never closed."
          : `“${this.#here}” is not known there.`,
      );
    this.#at++;
    return inner;
  }
}

const words: ReadonlyMap<string, "or" | "and"> = new Map([
  ["or", "or"],
  ["||", "or"],
  ["and", "and"],
  ["&&", "and"],
]);

const operators: ReadonlyMap<string, string> = new Map([
  ["==", "="],
  ["eq", "="],
  ["!=", "<>"],
  ["ne", "<>"],
  ["<", "<"],
  ["lt", "<"],
  ["<=", "<="],
  ["le", "<="],
  [">", ">"],
  ["gt", ">"],
  [">=", ">="],
  ["ge", ">="],
]);
