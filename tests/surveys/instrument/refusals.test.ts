/** Everything outside is refused by name. One broken definition a line; each is right but for the one thing. */
import { expect, test } from "vitest";
import { readInstrument } from "#surveys";
import { outsideProperties, outsideTypes } from "../../../surveys/instrument/outside.ts";
import { everyKind, everyKindCodebook } from "./every-kind.ts";
import {
  choice,
  consent,
  options,
  pages,
  plainCodebook,
  survey,
  title,
  type Json,
} from "./made.ts";

interface Refusal {
  readonly code: string;
  readonly path: string;
  /** Part of the sentence. */
  readonly says?: string | RegExp;
  readonly suggests?: string | RegExp;
}
type Case = readonly [what: string, definition: unknown, refusal: Refusal, codebook?: Json];

const first = "pages[0].elements[0]";
const second = "pages[0].elements[1]";
const text = (more: Json = {}): Json => ({ type: "text", name: "t", title, ...more });
const number = (more: Json = {}): Json => text({ inputType: "number", ...more });
const rating = (more: Json = {}): Json => ({ type: "rating", name: "r", title, ...more });
const html = (words: string): Json => survey({ type: "html", name: "h", html: words });
const pattern = (regex: string, more: Json = {}): Json =>
  survey(text({ ...more, validators: [{ type: "regex", regex }] }));
const matrix = (more: Json = {}): Json => ({
  type: "matrix",
  name: "m",
  title,
  rows: options("a", "b"),
  columns: options(1, 2, 3),
  ...more,
});
const withCodebook = (what: string, more: Json, refusal: Refusal): Case => [
  what,
  pages(
    { name: "one", elements: [matrix(), rating()] },
    { name: "two", elements: [choice("c"), number()] },
  ),
  refusal,
  plainCodebook(more),
];
const scale = (more: Json = {}): Json => ({
  scales: [
    { id: "s", label: "S", items: ["m.a", "m.b"], low: 1, high: 3, top: 100, needed: 1, ...more },
  ],
});

const cases: readonly Case[] = [
  // Not even a definition.
  ["no definition", null, { code: "wrong-value", path: "", says: "The definition expects" }],
  ["a list", [], { code: "wrong-value", path: "" }],
  ["no pages", { title }, { code: "missing-property", path: "pages", suggests: 'Add "pages"' }],
  [
    "an empty page",
    pages({ name: "p", elements: [] }),
    { code: "wrong-value", path: "pages[0].elements", says: "one item at least" },
  ],
  [
    "a page without a name",
    pages({ elements: [choice("a")] }),
    { code: "missing-property", path: "pages[0].name" },
  ],
  [
    "an item that is a text",
    pages({ name: "p", elements: ["a"] }),
    { code: "wrong-value", path: first },
  ],
  [
    "no title of the survey",
    { pages: [{ name: "p", elements: [choice("a")] }] },
    { code: "missing-property", path: "title" },
  ],

  // Kinds of items.
  [
    "no type",
    survey({ name: "a", title }),
    { code: "missing-property", path: `${first}.type`, says: '"a"' },
  ],
  [
    "a type with a letter wrong",
    survey({ type: "radiogrop", name: "a", title }),
    { code: "unknown-item-type", path: `${first}.type`, suggests: 'Write "radiogroup"' },
  ],
  [
    "a type nobody knows",
    survey({ type: "teleport", name: "a", title }),
    { code: "unknown-item-type", path: `${first}.type`, suggests: /^Use text, comment.* html\.$/ },
  ],
  [
    "a type called like a property of objects",
    survey({ type: "constructor", name: "a", title }),
    { code: "unknown-item-type", path: `${first}.type` },
  ],

  // Properties.
  [
    "a property with a letter wrong",
    survey(choice("a", { visibelIf: "1 = 1" })),
    {
      code: "unknown-property",
      path: `${first}.visibelIf`,
      says: '"visibelIf"',
      suggests: 'Write "visibleIf", or remove it.',
    },
  ],
  [
    "a property nobody knows",
    survey(choice("a", { zzz: 1 })),
    { code: "unknown-property", path: `${first}.zzz`, suggests: "Remove it." },
  ],
  [
    "a property of another type",
    survey(choice("a", { rateMax: 3 })),
    { code: "unknown-property", path: `${first}.rateMax` },
  ],
  [
    "a property of an option",
    survey(choice("a", { choices: [{ value: 1, txt: "One" }] })),
    { code: "unknown-property", path: `${first}.choices[0].txt`, suggests: 'Write "text"' },
  ],
  [
    "a property of the survey",
    { ...survey(choice("a")), titel: "x" },
    { code: "unknown-property", path: "titel", suggests: 'Write "title"' },
  ],
  [
    "a property of a page",
    pages({ name: "p", tittle: "x", elements: [choice("a")] }),
    { code: "unknown-property", path: "pages[0].tittle", suggests: 'Write "title"' },
  ],
  [
    "a property of a validator",
    survey(text({ validators: [{ type: "text", minLenght: 1, maxLength: 9 }] })),
    {
      code: "unknown-property",
      path: `${first}.validators[0].minLenght`,
      suggests: 'Write "minLength"',
    },
  ],
  [
    "a validator of an unknown type",
    survey(text({ validators: [{ type: "regexp" }] })),
    {
      code: "unknown-validator-type",
      path: `${first}.validators[0].type`,
      suggests: 'Write "regex"',
    },
  ],
  [
    "a value of another kind",
    survey(choice("a", { isRequired: "yes" })),
    { code: "wrong-value", path: `${first}.isRequired`, says: "expects true or false" },
  ],
  [
    "an order that would need a language",
    survey(choice("a", { choicesOrder: "asc" })),
    { code: "wrong-value", path: `${first}.choicesOrder`, says: '"random"' },
  ],
  [
    "a kind of input",
    survey(text({ inputType: "color" })),
    { code: "wrong-value", path: `${first}.inputType`, says: '"month"' },
  ],
  [
    "a step",
    survey(number({ step: 0.5 })),
    { code: "wrong-value", path: `${first}.step`, says: "whole numbers" },
  ],
  [
    "a property of another input",
    survey(text({ min: 3 })),
    { code: "property-does-not-fit", path: `${first}.min` },
  ],
  [
    "a date that is none",
    survey(text({ inputType: "date", min: "2019-02-30" })),
    { code: "wrong-value", path: `${first}.min`, says: "2019-06-30" },
  ],
  [
    "a month that is a day",
    survey(text({ inputType: "month", max: "2019-02-03" })),
    { code: "wrong-value", path: `${first}.max`, says: "2019-06" },
  ],
  [
    "a number in quotes",
    survey(number({ min: "5" })),
    { code: "wrong-value", path: `${first}.min`, says: "such as 5" },
  ],
  [
    "limits the wrong way round",
    survey(number({ min: 5, max: 4 })),
    { code: "reversed-limits", path: first },
  ],
  [
    "answers beyond what is kept",
    survey(text({ maxLength: 1e6 })),
    { code: "wrong-value", path: `${first}.maxLength`, says: "at most" },
  ],

  // Words.
  [
    "no title",
    survey({ type: "comment", name: "a" }),
    { code: "missing-property", path: `${first}.title`, says: '"a" has no title' },
  ],
  [
    "a title of blanks",
    survey(choice("a", { title: " " })),
    { code: "no-words", path: `${first}.title` },
  ],
  [
    "a title that is blank in one language",
    survey(choice("a", { title: { default: "A", es: "" } })),
    { code: "no-words", path: `${first}.title` },
  ],
  [
    "words that are a number",
    survey(choice("a", { title: 5 })),
    { code: "wrong-value", path: `${first}.title`, says: "expects words" },
  ],
  [
    "a language that is none",
    survey(choice("a", { title: { English: "A" } })),
    { code: "wrong-value", path: `${first}.title` },
  ],
  [
    "words twice for the first language",
    survey(choice("a", { title: { default: "A", en: "B" } })),
    { code: "words-twice", path: `${first}.title`, says: '"en"' },
  ],
  [
    "an option without words",
    survey(choice("a", { choices: [{ value: 1, text: "" }] })),
    { code: "no-words", path: `${first}.choices[0]` },
  ],
  [
    "words for an option that is not shown",
    survey(choice("a", { otherText: "Other" })),
    { code: "words-without-option", path: `${first}.otherText`, suggests: "showOtherItem" },
  ],
  [
    "a damaged character",
    survey(choice("a", { title: "\ud800" })),
    { code: "unusable-characters", path: `${first}.title` },
  ],
  [
    "a NUL",
    survey(choice("a", { title: "a\u0000b" })),
    { code: "unusable-characters", path: `${first}.title` },
  ],
  [
    "a script",
    html("<script>alert(1)</script>"),
    { code: "unusable-html", path: `${first}.html`, says: "<script>" },
  ],
  [
    "an attribute",
    html('<p onclick="x()">a</p>'),
    { code: "unusable-html", path: `${first}.html` },
  ],
  [
    "a link",
    html('<a href="https://example.org">a</a>'),
    { code: "unusable-html", path: `${first}.html` },
  ],
  [
    "a tag that is not closed",
    html("a <img src=x onerror=y"),
    { code: "unusable-html", path: `${first}.html` },
  ],
  ["a comment in HTML", html("<!-- a -->"), { code: "unusable-html", path: `${first}.html` }],
  [
    "an entity",
    html("&copy; us"),
    { code: "unusable-html", path: `${first}.html`, says: "&copy;" },
  ],

  // Names.
  ["an empty name", survey(choice("")), { code: "no-name", path: `${first}.name` }],
  ["a long name", survey(choice("a".repeat(65))), { code: "long-name", path: `${first}.name` }],
  [
    "a dot",
    survey(choice("a.b")),
    { code: "dot-in-name", path: `${first}.name`, suggests: "Write _" },
  ],
  ["a brace", survey(choice("a{b")), { code: "brace-in-name", path: `${first}.name` }],
  ["a tilde", survey(choice("~key")), { code: "reserved-name", path: `${first}.name`, says: "~" }],
  [
    "-Comment",
    survey(choice("a-Comment")),
    { code: "reserved-name", path: `${first}.name`, suggests: "_comment" },
  ],
  [
    "a word of JavaScript",
    survey(choice("toString")),
    { code: "reserved-name", path: `${first}.name` },
  ],
  [
    "a blank in a name",
    survey(choice("first job")),
    { code: "unusable-name", path: `${first}.name` },
  ],
  ["a digit first", survey(choice("1st")), { code: "unusable-name", path: `${first}.name` }],
  [
    "a page with a dot",
    pages({ name: "p.q", elements: [choice("a")] }),
    { code: "dot-in-name", path: "pages[0].name" },
  ],
  [
    "two items of one name",
    survey(choice("a"), choice("a")),
    { code: "duplicate-name", path: `${second}.name`, says: "Two items" },
  ],
  [
    "names that differ in capitals",
    survey(choice("a"), choice("A")),
    { code: "duplicate-name", path: `${second}.name`, says: "capital" },
  ],
  [
    "two pages of one name",
    pages({ name: "p", elements: [choice("a")] }, { name: "p", elements: [choice("b")] }),
    { code: "duplicate-name", path: "pages[1].name", says: "Two pages" },
  ],
  [
    "a page and an item of one name",
    survey(choice("start")),
    { code: "duplicate-name", path: `${first}.name`, says: "A page and an item" },
  ],
  [
    "a row with a dot",
    survey(matrix({ rows: ["a.b"] })),
    { code: "dot-in-name", path: `${first}.rows[0]` },
  ],

  // Codes.
  [
    "a code twice",
    survey(choice("a", { choices: [1, 2, 1] })),
    { code: "duplicate-code", path: `${first}.choices[2]`, says: "two options" },
  ],
  [
    '"1" and 1',
    survey(choice("a", { choices: [1, "1"] })),
    { code: "duplicate-code", path: `${first}.choices[1]`, says: '1 and "1"' },
  ],
  [
    "codes that differ in capitals",
    survey(choice("a", { choices: ["Yes", "yes"] })),
    { code: "duplicate-code", path: `${first}.choices[1]` },
  ],
  [
    "a row twice",
    survey(matrix({ rows: ["a", "a"] })),
    { code: "duplicate-code", path: `${first}.rows[1]` },
  ],
  [
    "an empty code",
    survey(choice("a", { choices: [""] })),
    { code: "blank-code", path: `${first}.choices[0]` },
  ],
  [
    "a code with a blank behind it",
    survey(choice("a", { choices: ["a "] })),
    { code: "blank-code", path: `${first}.choices[0]` },
  ],
  [
    "a code of two lines",
    survey(choice("a", { choices: ["a\nb"] })),
    { code: "line-in-code", path: `${first}.choices[0]` },
  ],
  [
    "a code as long as a label",
    survey(choice("a", { choices: ["a".repeat(101)] })),
    { code: "long-code", path: `${first}.choices[0]` },
  ],
  [
    "a special code",
    survey(choice("a", { choices: ["a", "None"] })),
    { code: "special-code", path: `${first}.choices[1]`, suggests: "showNoneItem" },
  ],
  [
    "an option that is true",
    survey(choice("a", { choices: [true] })),
    { code: "wrong-value", path: `${first}.choices[0]`, says: "an option" },
  ],
  [
    "no options",
    survey(choice("a", { choices: [] })),
    { code: "wrong-value", path: `${first}.choices` },
  ],
  [
    "yes and no of one code",
    survey({ type: "boolean", name: "b", title, valueTrue: "x", valueFalse: "X" }),
    { code: "duplicate-code", path: `${first}.valueFalse` },
  ],
  [
    "a default that is a label",
    survey(choice("a", { defaultValue: "Option yes" })),
    { code: "unusable-default", path: `${first}.defaultValue` },
  ],
  [
    "a default in a row that is not there",
    survey(matrix({ defaultValue: { z: 1 } })),
    { code: "unusable-default", path: `${first}.defaultValue` },
  ],
  [
    "more answers than options",
    survey({ ...choice("a", { minSelectedChoices: 3 }), type: "checkbox" }),
    { code: "too-many-wanted", path: `${first}.minSelectedChoices` },
  ],
  [
    "a rating of one point",
    survey(rating({ rateMin: 5, rateMax: 5 })),
    { code: "points-of-rating", path: first },
  ],
  [
    "a rating of 101 points",
    survey(rating({ rateMin: 0, rateMax: 100 })),
    { code: "points-of-rating", path: first },
  ],
  [
    "a rating that misses its end",
    survey(rating({ rateMin: 0, rateMax: 5, rateStep: 2 })),
    { code: "points-of-rating", path: first },
  ],
  [
    "two kinds of points",
    survey(rating({ rateMax: 3, rateValues: [1, 2] })),
    { code: "two-kinds-of-points", path: first },
  ],

  // Conditions look back.
  [
    "a condition that cannot be read",
    survey(choice("a"), choice("b", { visibleIf: "{a} == " })),
    { code: "unreadable-condition", path: `${second}.visibleIf`, says: '"b"' },
  ],
  [
    "an empty condition",
    survey(choice("a", { visibleIf: "" })),
    { code: "unreadable-condition", path: `${first}.visibleIf` },
  ],
  [
    "a function that is not there",
    survey(choice("a"), choice("b", { visibleIf: "isContainerReady({a})" })),
    { code: "unreadable-condition", path: `${second}.visibleIf`, says: "isContainerReady" },
  ],
  [
    "a later item",
    survey(choice("a", { visibleIf: "{b} = 1" }), choice("b")),
    { code: "looks-ahead", path: `${first}.visibleIf`, says: '"b"' },
  ],
  [
    "a later item, for requiredIf",
    survey(choice("a", { requiredIf: "{b} = 1" }), choice("b")),
    { code: "looks-ahead", path: `${first}.requiredIf` },
  ],
  [
    "itself",
    survey(choice("a", { visibleIf: "{a} = 1" })),
    { code: "looks-at-itself", path: `${first}.visibleIf` },
  ],
  [
    "a name that is not there",
    survey(choice("employed"), choice("b", { visibleIf: "{Employd} = 1" })),
    { code: "unknown-name", path: `${second}.visibleIf`, suggests: "Write {employed}." },
  ],
  [
    "a name that is like none",
    survey(choice("a"), choice("b", { visibleIf: "{payment} = 1" })),
    { code: "unknown-name", path: `${second}.visibleIf` },
  ],
  [
    "a section that looks at its own items",
    pages({ name: "p", visibleIf: "{a} = 1", elements: [choice("a")] }),
    { code: "looks-ahead", path: "pages[0].visibleIf" },
  ],
  [
    "a row that is not there",
    survey(matrix(), choice("b", { visibleIf: "{m.c} = 1" })),
    { code: "unknown-part", path: `${second}.visibleIf`, suggests: "{m.a}" },
  ],
  [
    'words beside an "other" that is not there',
    survey(choice("a"), choice("b", { visibleIf: "{a-Comment} notempty" })),
    { code: "unknown-part", path: `${second}.visibleIf` },
  ],
  [
    "words that nobody answers",
    survey({ type: "html", name: "h", html: "Hi" }, choice("b", { visibleIf: "{h} = 1" })),
    { code: "no-answer-there", path: `${second}.visibleIf` },
  ],
  [
    "a validator that looks ahead",
    survey(text({ validators: [{ type: "expression", expression: "{b} = 1" }] }), choice("b")),
    { code: "looks-ahead", path: `${first}.validators[0].expression` },
  ],
  [
    "piping of a name that is not there",
    survey(choice("a"), choice("b", { title: "In {ab}?" })),
    { code: "unknown-name", path: `${second}.title` },
  ],
  [
    "piping of a later item",
    survey(choice("a", { title: "In {b}?" }), choice("b")),
    { code: "looks-ahead", path: `${first}.title` },
  ],
  [
    "piping in one language only",
    survey(choice("a", { title: { default: "A", es: "{b}" } }), choice("b")),
    { code: "looks-ahead", path: `${first}.title` },
  ],
  [
    "piping in an option",
    survey(choice("a"), choice("b", { choices: [{ value: 1, text: "{zz}" }] })),
    { code: "unknown-name", path: `${second}.choices[0].text` },
  ],
  [
    "piping into the title of the survey",
    { ...survey(choice("a")), title: "{a}" },
    { code: "looks-ahead", path: "title" },
  ],

  // Validators.
  [
    "a count on one line",
    survey(text({ validators: [{ type: "answercount", minCount: 1 }] })),
    { code: "validator-does-not-fit", path: `${first}.validators[0]`, suggests: "checkbox" },
  ],
  [
    "a number on words",
    survey(text({ validators: [{ type: "numeric", minValue: 1 }] })),
    { code: "validator-does-not-fit", path: `${first}.validators[0]`, suggests: "inputType" },
  ],
  [
    "a validator that says nothing",
    survey(text({ validators: [{ type: "text" }] })),
    { code: "empty-validator", path: `${first}.validators[0]` },
  ],
  [
    "validator limits the wrong way round",
    survey(text({ validators: [{ type: "text", minLength: 4, maxLength: 3 }] })),
    { code: "reversed-limits", path: `${first}.validators[0]` },
  ],
  [
    "a pattern that refers back",
    pattern("^(a)\\1$"),
    { code: "unsafe-pattern", path: `${first}.validators[0].regex`, says: "refers back" },
  ],
  [
    "a pattern with nested repeats",
    pattern("^(a+)+$"),
    { code: "unsafe-pattern", path: `${first}.validators[0].regex`, says: "more than one way" },
  ],
  [
    "a pattern that is none",
    pattern("^[a$"),
    { code: "unsafe-pattern", path: `${first}.validators[0].regex` },
  ],
  [
    "a pattern on a long text",
    pattern("^a$", { maxLength: 5000 }),
    { code: "pattern-on-long-text", path: `${first}.validators[0].regex`, suggests: "250" },
  ],

  // The codebook.
  withCodebook(
    "no consent",
    { consent: undefined },
    { code: "not-json", path: "codebook.consent" },
  ),
  withCodebook(
    "consent without words",
    { consent: { version: "1", text: " " } },
    { code: "no-words", path: "codebook.consent.text" },
  ),
  withCodebook(
    "consent without a version",
    { consent: { text: "Agree." } },
    { code: "missing-property", path: "codebook.consent.version" },
  ),
  withCodebook(
    "an unknown property",
    { itmes: {} },
    { code: "unknown-property", path: "codebook.itmes", suggests: 'Write "items"' },
  ),
  withCodebook(
    "an unknown property of an item",
    { items: { c: { label: "C", constuct: "x" } } },
    { code: "unknown-property", path: "codebook.items.c.constuct", suggests: 'Write "construct"' },
  ),
  withCodebook(
    "an unknown reason",
    { items: { c: { label: "C", missing: { yes: "lost" } } } },
    { code: "wrong-value", path: "codebook.items.c.missing.yes" },
  ),
  withCodebook(
    "notes for an item that is not there",
    { items: { cc: { label: "C" } } },
    { code: "unknown-name", path: "codebook.items.cc", suggests: 'Write "c"' },
  ),
  withCodebook(
    "a missing code that is not there",
    { items: { c: { label: "C", missing: { "9": "refused" } } } },
    { code: "unknown-code", path: 'codebook.items.c.missing["9"]', suggests: "yes and no" },
  ),
  withCodebook("a scale of items that are not there", scale({ items: ["m.a", "m.z"] }), {
    code: "unknown-name",
    path: "codebook.scales[0].items[1]",
    suggests: /"m/,
  }),
  withCodebook("a scale of a matrix as a whole", scale({ items: ["m"] }), {
    code: "unknown-name",
    path: "codebook.scales[0].items[0]",
  }),
  withCodebook("a scale of a row of what has no rows", scale({ items: ["r.a"] }), {
    code: "unknown-name",
    path: "codebook.scales[0].items[0]",
  }),
  withCodebook(
    "a scale of a later scale",
    {
      scales: [
        { ...(scale({ items: ["x"] })["scales"] as Json[])[0] },
        { ...(scale({ id: "x" })["scales"] as Json[])[0] },
      ],
    },
    { code: "unknown-name", path: "codebook.scales[0].items[0]" },
  ),
  withCodebook("a scale of words", scale({ items: ["c"] }), {
    code: "not-scorable",
    path: "codebook.scales[0].items[0]",
    says: '"yes"',
  }),
  withCodebook("a scale whose items go beyond it", scale({ items: ["r"], high: 4 }), {
    code: "not-scorable",
    path: "codebook.scales[0].items[0]",
    says: "5",
  }),
  withCodebook("a scale called like an item", scale({ id: "c" }), {
    code: "duplicate-name",
    path: "codebook.scales[0].id",
  }),
  withCodebook("a scale with a dot", scale({ id: "a.b" }), {
    code: "dot-in-name",
    path: "codebook.scales[0].id",
  }),
  withCodebook(
    "a scale with its ends the wrong way round",
    scale({ low: 3, high: 3, items: ["t"] }),
    { code: "reversed-limits", path: "codebook.scales[0].high" },
  ),
  withCodebook("a scale that needs more than it has", scale({ needed: 3 }), {
    code: "too-many-wanted",
    path: "codebook.scales[0].needed",
  }),
  withCodebook("a reversed item that is not in the scale", scale({ reversed: ["r"] }), {
    code: "unknown-name",
    path: "codebook.scales[0].reversed",
  }),
  withCodebook("an item counted twice", scale({ items: ["m.a", "m.a"] }), {
    code: "duplicate-name",
    path: "codebook.scales[0].items",
  }),
  withCodebook(
    "modules of sections that are not there",
    {
      modules: {
        each: 1,
        of: [
          { id: "a", sections: ["one"] },
          { id: "b", sections: ["too"] },
        ],
      },
    },
    { code: "unknown-name", path: "codebook.modules.of[1].sections[0]", suggests: 'Write "two"' },
  ),
  withCodebook(
    "a section in two modules",
    {
      modules: {
        each: 1,
        of: [
          { id: "a", sections: ["one"] },
          { id: "b", sections: ["one"] },
        ],
      },
    },
    {
      code: "section-in-two-modules",
      path: "codebook.modules.of[1].sections[0]",
      says: '"a" and "b"',
    },
  ),
  withCodebook(
    "two modules of one id",
    {
      modules: {
        each: 1,
        of: [
          { id: "a", sections: ["one"] },
          { id: "a", sections: ["two"] },
        ],
      },
    },
    { code: "duplicate-name", path: "codebook.modules.of[1].id" },
  ),
  withCodebook(
    "more modules each than there are",
    {
      modules: {
        each: 3,
        of: [
          { id: "a", sections: ["one"] },
          { id: "b", sections: ["two"] },
        ],
      },
    },
    { code: "too-many-wanted", path: "codebook.modules.each" },
  ),
  withCodebook(
    "an impossible pair of an item that is not there",
    { impossible: [{ text: "x", when: "{cc} = 1" }] },
    { code: "unknown-name", path: "codebook.impossible[0].when", suggests: "Write {c}." },
  ),
  withCodebook(
    "an impossible pair that cannot be read",
    { impossible: [{ text: "x", when: "{c} = " }] },
    { code: "unreadable-condition", path: "codebook.impossible[0].when" },
  ),

  // Columns of a data set.
  [
    "an option and an item that fill one column",
    survey({ ...choice("a"), type: "checkbox" }, choice("a_yes")),
    { code: "same-column", path: `${second}.name`, says: '"a_yes"' },
  ],
  [
    "codes that differ in what columns cannot hold",
    survey({ ...choice("a", { choices: options("x-y", "x+y") }), type: "checkbox" }),
    { code: "same-column", path: `${first}.name`, says: "a_x_y" },
  ],
  [
    "words beside other and an item",
    survey(choice("a", { showOtherItem: true, otherText: title }), choice("a_other_text")),
    { code: "same-column", path: `${second}.name` },
  ],
  [
    "an item called like what is known of the response",
    survey(choice("survey_device")),
    { code: "same-column", path: `${first}.name`, says: "the response itself" },
  ],
  withCodebook("a scale called like a row", scale({ id: "m_a" }), {
    code: "same-column",
    path: "codebook.scales[0].id",
  }),
];

const broken = cases.map(([what, definition, refusal, codebook]) => ({
  what,
  definition,
  refusal,
  codebook,
}));

test.each(broken)("refused: $what", ({ definition, refusal, codebook }) => {
  const { code, path, says, suggests } = refusal;
  const result = readInstrument({ definition, codebook: codebook ?? plainCodebook() });
  expect(result.ok).toBe(false);
  expect(result.issues.map((issue) => ({ code: issue.code, path: issue.path }))).toEqual([
    { code, path },
  ]);
  const [issue] = result.issues;
  expect(issue!.text).toMatch(/^[A-Z"].*[.]$/su);
  if (says !== undefined) expect(issue!.text).toMatch(says);
  if (suggests !== undefined) expect(issue!.suggestion).toMatch(suggests);
});

test.each(Object.entries(outsideTypes))(
  "the type %s is refused with a reason",
  (type, { instead }) => {
    const { ok, issues } = readInstrument({
      definition: survey({ type, name: "a", title, elements: [] }),
      codebook: plainCodebook(),
    });
    expect(ok).toBe(false);
    expect(issues).toMatchObject([{ code: "unsupported-type", path: `${first}.type`, name: "a" }]);
    expect(issues[0]!.text).toContain(`"${type}"`);
    expect(issues[0]!.suggestion!.toLowerCase()).toBe(`${instead.toLowerCase()}.`);
  },
);

test.each(Object.keys(outsideProperties))(
  "the property %s is refused with a reason",
  (property) => {
    const onItem = readInstrument({
      definition: survey(choice("a", { [property]: "x" })),
      codebook: plainCodebook(),
    });
    expect(onItem.issues).toMatchObject([
      {
        code: "unsupported-property",
        path: `${first}.${property}`,
        name: "a",
        severity: "refused",
      },
    ]);
    expect(onItem.issues[0]!.text).toContain(`"${property}"`);
    expect(onItem.issues[0]!.suggestion).toMatch(/^[A-Z].*\.$/);
  },
);

test("everything that is wrong is told at once", () => {
  const definition = {
    ...survey(choice("a", { zzz: 1 }), { type: "file", name: "b" }),
    triggers: [],
  };
  const { issues } = readInstrument({ definition, codebook: {} });
  expect(issues.map(({ path }) => path).toSorted()).toEqual([
    "codebook.consent",
    "codebook.items",
    "codebook.scales",
    "pages[0].elements[0].zzz",
    "pages[0].elements[1].type",
    "triggers",
  ]);
});

test("what is right with everything in it is not refused", () => {
  expect(readInstrument({ definition: everyKind, codebook: everyKindCodebook })).toMatchObject({
    ok: true,
    issues: [],
  });
  expect(consent.version).toBe("1");
});
