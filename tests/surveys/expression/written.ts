/** Conditions as anyone might write them, and answers to try them on. */
import * as fc from "fast-check";
import type { Values } from "./peer.ts";

const texts = [
  "",
  " ",
  "a",
  "A",
  " a ",
  "ab",
  "b",
  "5",
  "05",
  "1,5",
  "0,5",
  "0.5",
  "true",
  "False",
  "'a'",
  "é",
  "É",
  "2019-06",
];
const numbers = [0, 1, -1, 2, 5, 0.1, 0.2, 1.5, 100];
const days = ["2026-11-21", "2026-11-20", "2026-11", "1999-02-28", "2000-02-29", "2026-12-01"];

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const code = fc.oneof(fc.constantFrom(...texts), fc.constantFrom(...numbers), fc.boolean());
/** Texts that stand for themselves in both: see the table of differences. */
const anyText = fc.oneof(
  fc.constantFrom(...texts),
  fc.string().filter((text) => !/undefined|^\s*[+-]?0[xbo]/i.test(text)),
);

export const values: fc.Arbitrary<Values> = fc
  .record({
    number: optional(fc.oneof(fc.constantFrom(...numbers), fc.constantFrom("5", "1,5", "0"))),
    text: optional(anyText),
    other: optional(anyText),
    yes: optional(fc.oneof(fc.boolean(), fc.constantFrom("true", "False"))),
    list: optional(fc.array(code, { maxLength: 3 })),
    matrix: optional(fc.dictionary(fc.constantFrom("r1", "r2"), code, { noNullPrototype: true })),
    day: optional(fc.constantFrom(...days)),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

const quoted = fc
  .constantFrom(...texts)
  .map((text) => (text.includes("'") ? `"${text.replaceAll("'", "\\'")}"` : `'${text}'`));
const scalarName = fc.constantFrom(
  "{number}",
  "{text}",
  "{other}",
  "{yes}",
  "{matrix.r1}",
  "{day}",
);
const name = fc.oneof(scalarName, fc.constantFrom("{list}", "{matrix}", "{absent}"));
const infix = (...spellings: string[]) => fc.constantFrom(...spellings);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(" "));
const comparison = infix(
  "=",
  "==",
  "<>",
  "!=",
  "<",
  "<=",
  "=<",
  ">",
  ">=",
  "=>",
  "less",
  "EQUAL",
  "notequal",
);
const membership = infix("contains", "*=", "notcontains", "anyof", "allof", "noneof", "ANYOF");

export const condition: fc.Arbitrary<string> = fc.letrec<{
  condition: string;
  side: string;
  scalar: string;
  list: string;
}>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    joined(tie("side"), comparison, tie("side")),
    joined(name, membership, fc.oneof(tie("list"), tie("scalar"), name)),
    joined(name, infix("empty", "notempty", "NotEmpty")),
    joined(
      fc.constantFrom("{day}", "'2026-11-21'"),
      infix("=", "<>", "<", ">", "<=", ">="),
      fc.constant("today()"),
    ),
    joined(fc.constant("age({day})"), comparison, fc.constantFrom("26", "27", "0")),
    joined(fc.constant("sum({number}, {yes}, [1, 0.2])"), comparison, tie("scalar")),
    joined(tie("condition"), infix("and", "or", "&&", "||", "AND"), tie("condition")),
    tie("condition").map((inner) => `(${inner})`),
    tie("condition").map((inner) => `!(${inner})`),
    name.map((inner) => `!${inner}`),
    joined(tie("condition"), comparison, fc.constantFrom("true", "false", "1")),
    tie("scalar"),
    name,
  ),
  side: fc.oneof(tie("scalar"), tie("list"), name, fc.constantFrom("true", "False")),
  scalar: fc.oneof(
    { maxDepth: 3 },
    scalarName,
    fc.constantFrom(...numbers).map(String),
    quoted,
    joined(tie("scalar"), infix("+", "-", "*", "/", "%", "^", "power"), tie("scalar")),
    fc
      .tuple(tie("condition"), tie("scalar"), tie("scalar"))
      .map((parts) => `iif(${parts.join(", ")})`),
    tie("scalar").map((inner) => `(${inner})`),
  ),
  list: fc
    .array(fc.oneof(quoted, name, fc.constantFrom("1", "5", "true")), { maxLength: 3 })
    .map((all) => `[${all.join(",")}]`),
})).condition;
