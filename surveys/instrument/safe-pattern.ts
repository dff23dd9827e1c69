/**
 * Patterns that cannot take long, whatever is typed. An engine that goes back and tries again tries at most as many
 * ways as the pattern leaves open; those are counted, and a pattern that leaves too many open is refused.
 */

/** Longest text that a pattern may look at; an endless repeat leaves as many ways open. */
export const longestMatched = 250;

/** Why a pattern is not taken, and what to write instead; undefined: it is safe. */
export function objectionToPattern(pattern: string): PatternObjection | undefined {
  if (pattern.length > longestPattern)
    return { why: `is longer than ${longestPattern} characters`, instead: "Check less." };
  const scanner: Scanner = { pattern, at: 0, endless: pattern.startsWith("^") ? 0 : 1, ways: 1 };
  try {
    alternatives(scanner);
    if (scanner.at < pattern.length) throw new Refusal("has a ) without its (", "Write \\).");
    RegExp(pattern);
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message, instead: error.instead };
    return { why: "is not a regular expression", instead: "Try it in a tester of patterns." };
  }
  if (waysOf(scanner) <= mostWays) return undefined;
  return {
    why: "leaves so many ways open that a long text could take seconds",
    instead: "Begin it with ^, and use fewer *, + and ?.",
  };
}

export interface PatternObjection {
  /** Ends the sentence "The pattern …". */
  readonly why: string;
  readonly instead: string;
}

const longestPattern = 200;
/** Three endless repeats that share a text out among them: 250 · 250 · 250 / 6, some hundredths of a second. */
const mostWays = longestMatched ** 3 / 6;

interface Scanner {
  readonly pattern: string;
  at: number;
  /** Endless repeats; a pattern that may begin anywhere is one. */
  endless: number;
  /** Of everything else: options and alternatives. */
  ways: number;
}

class Refusal extends Error {
  readonly instead: string;
  constructor(why: string, instead: string) {
    super(why);
    this.instead = instead;
  }
}

/** k endless repeats share n letters out in n^k / k! ways. */
function waysOf({ endless, ways }: Scanner): number {
  let all = ways;
  for (let k = 1; k <= endless; k++) all *= longestMatched / k;
  return all;
}

function alternatives(scanner: Scanner): void {
  let branches = 1;
  for (sequence(scanner); scanner.pattern[scanner.at] === "|"; sequence(scanner)) {
    scanner.at++;
    branches++;
  }
  scanner.ways *= branches;
}

function sequence(scanner: Scanner): void {
  const { pattern } = scanner;
  while (scanner.at < pattern.length && !"|)".includes(pattern[scanner.at]!)) {
    const before = waysOf(scanner);
    atom(scanner);
    repeat(scanner, waysOf(scanner) > before);
  }
}

function atom(scanner: Scanner): void {
  const { pattern } = scanner;
  const rest = pattern.slice(scanner.at);
  if (rest.startsWith("(")) return group(scanner, rest);
  const simple =
    /^(?:\\[dwsDWSbtn]|\\[^\p{L}\p{N}]|\[(?:[^\]\\]|\\[dwsDWStn]|\\[^\p{L}\p{N}])*\]|[^\\[\](){}*+?])/u;
  const found = simple.exec(rest);
  if (found === null) throw unknownAtom(rest);
  scanner.at += found[0].length;
}

function group(scanner: Scanner, rest: string): void {
  if (/^\(\?[=!<]/.test(rest))
    throw new Refusal("looks ahead or behind", "Write what is to be there, in its order.");
  if (rest.startsWith("(?") && !rest.startsWith("(?:"))
    throw new Refusal("has a group of an unknown kind", "Write (?: … ).");
  scanner.at += rest.startsWith("(?:") ? 3 : 1;
  alternatives(scanner);
  if (scanner.pattern[scanner.at] !== ")") throw new Refusal("has a ( without its )", "Close it.");
  scanner.at++;
}

function repeat(scanner: Scanner, hasWays: boolean): void {
  const found = /^(?:[*+?]|\{(\d{1,4})(?:(,)(\d{0,4}))?\})\??/.exec(
    scanner.pattern.slice(scanner.at),
  );
  if (found === null) return;
  scanner.at += found[0].length;
  const [low, high] = bounds(found);
  if (hasWays && high > 1)
    throw new Refusal(
      "repeats a group that can itself go more than one way",
      "Write [ab] for (a|b), and repeat one thing only.",
    );
  if (high === Infinity || high - low >= longestMatched) scanner.endless++;
  else scanner.ways *= high - low + 1;
}

function bounds([written, from, comma, to]: RegExpExecArray): readonly [number, number] {
  if (written.startsWith("?")) return [0, 1];
  if (from === undefined) return [written.startsWith("+") ? 1 : 0, Infinity];
  if (comma === undefined) return [Number(from), Number(from)];
  return [Number(from), to === "" || to === undefined ? Infinity : Number(to)];
}

function unknownAtom(rest: string): Refusal {
  if (/^\\(?:[1-9]|k)/.test(rest))
    return new Refusal("refers back to what it has matched", "Write it out.");
  if (rest.startsWith("\\"))
    return new Refusal(
      `has the escape ${rest.slice(0, 2)}`,
      "Use \\d, \\w, \\s or the letter itself.",
    );
  return new Refusal(`has a ${rest[0]} that repeats or closes nothing`, `Write \\${rest[0]}.`);
}
