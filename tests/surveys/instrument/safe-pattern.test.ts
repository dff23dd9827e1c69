import * as fc from "fast-check";
import { expect, test } from "vitest";
import { longestMatched, objectionToPattern } from "../../../surveys/instrument/safe-pattern.ts";

const useful = [
  "^\\d{5}$",
  "^[A-Z]{2}\\d{3,5}$",
  "^(?:\\+\\d{1,3} ?)?\\d{4,12}$",
  "^[^@ ]+@[^@ ]+\\.[a-z]{2,10}$",
  "^(yes|no|maybe)$",
  "^(0[1-9]|1[0-2])/\\d{4}$",
  "\\d+",
  "^https?://.+$",
  "^[A-Za-zÀ-ÿ' -]{1,50}$",
  "^\\w+([.-]\\w{2}){3}$",
  "^[\\]\\[)(]*$",
  "^.{0,250}$",
  "",
];

test.each(useful)("useful: %s", (pattern) => {
  expect(objectionToPattern(pattern)).toBeUndefined();
});

const dangerous: readonly (readonly [pattern: string, why: RegExp])[] = [
  ["^(a+)+$", /more than one way/],
  ["^(a|a)*$", /more than one way/],
  ["^(a?){20}$", /more than one way/],
  ["^(?:(?:a*)b)*$", /more than one way/],
  ["^((a{1,3})){9}$", /more than one way/],
  ["^(.*,){10}$", /more than one way/],
  ["a*a*a*b", /long text/],
  ["^a*a*a*a*b$", /long text/],
  [`^${"a?".repeat(30)}${"a".repeat(30)}$`, /long text/],
  [`^${"(a|b)".repeat(30)}$`, /long text/],
  ["^a{0,200}a{0,200}a{0,200}$", /long text/],
  ["^(a)\\1$", /refers back/],
  ["^(?<x>a)\\k<x>$", /looks ahead|unknown kind/],
  ["^(?=a)b", /ahead or behind/],
  ["(?<!a)b", /ahead or behind/],
  ["(?i:a)", /unknown kind/],
  ["\\u0041", /escape \\u/],
  ["\\p{L}", /escape \\p/],
  ["(", /without its \)/],
  ["a)", /without its \(/],
  ["[a", /has a \[/],
  ["a**", /repeats or closes nothing/],
  ["{", /repeats or closes nothing/],
  ["a{2,1}", /not a regular expression/],
  ["[b-a]", /not a regular expression/],
  ["a".repeat(201), /longer than 200/],
];

test.each(dangerous)("dangerous: %s", (pattern, why) => {
  expect(objectionToPattern(pattern)?.why).toMatch(why);
  expect(objectionToPattern(pattern)?.instead).toMatch(/[.]$/);
});

test("a pattern that is taken never takes long, on texts made to be hard", () => {
  const atom = fc.constantFrom("a", "[ab]", ".", "\\w", "(?:ab)", "(a|b)", "(?:a|ab)", "(a*)");
  const repeat = fc.constantFrom("", "", "*", "+", "?", "{2}", "{0,9}", "*?", "{3,}");
  const piece = fc.tuple(atom, repeat).map((parts) => parts.join(""));
  const patterns = fc
    .tuple(fc.constantFrom("^", ""), fc.array(piece, { minLength: 1, maxLength: 8 }))
    .map(([start, pieces]) => `${start}${pieces.join("")}!$`)
    .filter((pattern) => objectionToPattern(pattern) === undefined);
  const hard = ["a", "ab", "b", "aab"].map((word) =>
    word.repeat(longestMatched).slice(0, longestMatched),
  );
  fc.assert(
    fc.property(patterns, (pattern) => {
      const compiled = new RegExp(pattern);
      const before = process.cpuUsage();
      for (const text of hard) compiled.test(text);
      expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
    }),
    { numRuns: 200 },
  );
}, 120_000);
