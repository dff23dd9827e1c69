/** What may be a name, and what may be a code. */
import { specialCodes, type Code } from "../answer.ts";
import { fold, quote } from "../wording.ts";

export interface Objection {
  readonly code: string;
  readonly text: string;
  readonly suggestion: string;
}

/** Names stand in addresses, fields of forms, conditions and columns of data sets. */
export function objectionToName(name: string): Objection | undefined {
  const found = nameRules.find(({ breaks }) => breaks(name));
  return found === undefined
    ? undefined
    : {
        code: found.code,
        text: `The name ${quote(name)} ${found.text}.`,
        suggestion: found.suggestion,
      };
}

/** Codes stand in answers and in cells of data sets. */
export function objectionToCode(code: Code): Objection | undefined {
  if (typeof code !== "string") return undefined;
  const found = codeRules.find(({ breaks }) => breaks(code));
  return found === undefined
    ? undefined
    : {
        code: found.code,
        text: `The code ${quote(code)} ${found.text}.`,
        suggestion: found.suggestion,
      };
}

/** Codes that conditions and files cannot tell apart are the same: "1" and 1, "yes" and "Yes". */
export const sameCode = (code: Code): string => fold(String(code));

interface Rule extends Objection {
  breaks(name: string): boolean;
}

const longestName = 64;
const longestCode = 100;

const nameRules: readonly Rule[] = [
  {
    breaks: (name) => name.trim() === "",
    code: "no-name",
    text: "is empty",
    suggestion: "Give it a short name, such as first_job.",
  },
  {
    breaks: (name) => name.length > longestName,
    code: "long-name",
    text: `is longer than ${longestName} characters`,
    suggestion: "Shorten it; the words belong into the title.",
  },
  {
    breaks: (name) => name.startsWith("~"),
    code: "reserved-name",
    text: "begins with ~, which the fields of the page itself do",
    suggestion: "Begin with a letter.",
  },
  {
    breaks: (name) => /-comment$/i.test(name),
    code: "reserved-name",
    text: 'ends in -Comment, where the words beside "other" are kept',
    suggestion: "Write _comment instead.",
  },
  {
    breaks: (name) => name.includes("."),
    code: "dot-in-name",
    text: "has a dot, which stands between a matrix and its row",
    suggestion: "Write _ instead.",
  },
  {
    breaks: (name) => /[{}[\]]/.test(name),
    code: "brace-in-name",
    text: "has braces or brackets, which conditions use around names",
    suggestion: "Write letters, digits and _ only.",
  },
  {
    breaks: (name) => name in Object.prototype,
    code: "reserved-name",
    text: "is a word that JavaScript keeps for itself",
    suggestion: "Choose another name.",
  },
  {
    breaks: (name) => !/^\p{L}[\p{L}\p{N}_-]*$/u.test(name),
    code: "unusable-name",
    text: "is not a letter followed by letters, digits, _ and -",
    suggestion: "Write letters, digits and _ only, a letter first.",
  },
];

const special: ReadonlyMap<string, string> = new Map([
  [specialCodes.other, "showOtherItem"],
  [specialCodes.none, "showNoneItem"],
  [specialCodes.refused, "showRefuseItem"],
  [specialCodes.unsure, "showDontKnowItem"],
]);

const codeRules: readonly Rule[] = [
  {
    breaks: (code) => code.trim() === "" || code.trim() !== code,
    code: "blank-code",
    text: "is empty or has blanks around it",
    suggestion: "Write a short code without blanks around it.",
  },
  {
    breaks: (code) => code.length > longestCode,
    code: "long-code",
    text: `is longer than ${longestCode} characters`,
    suggestion: "Write a short code as value and the words as text.",
  },
  {
    breaks: (code) => /[\n\t\r]/.test(code),
    code: "line-in-code",
    text: "has more than one line",
    suggestion: "Write a short code as value and the words as text.",
  },
  {
    breaks: (code) => special.has(fold(code)),
    code: "special-code",
    text: "stands for a special option",
    suggestion: `Set ${[...special].map(([code, property]) => `${property} for ${quote(code)}`).join(", ")}; or use another code.`,
  },
];
