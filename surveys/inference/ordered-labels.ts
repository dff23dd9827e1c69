/** Labels that carry their order: known sets of answers, and labels with their number in front or behind. */
import type { Value } from "../codebook.ts";
import { cellsOf, type Profile } from "../profile.ts";
import { fold } from "../wording.ts";

export interface OrderedSet {
  /** From least to most; the alternatives of one step mean the same. */
  readonly steps: readonly (readonly string[])[];
  /** From a folded label to its step, 0 first. */
  readonly stepOf: ReadonlyMap<string, number>;
}

/** First and last label, to name a set in a sentence. */
export const spanOf = (set: OrderedSet): string => `${set.steps[0]![0]} … ${set.steps.at(-1)![0]}`;

/** The smallest known set that has every label, each step written in one way; undefined where none has. */
export function orderedSetOf(labels: readonly string[]): OrderedSet | undefined {
  const folded = new Set(labels.map(fold));
  if (folded.size < 2) return undefined;
  return bySize.find(({ stepOf }) => {
    const found = new Set<number | undefined>();
    for (const label of folded) found.add(stepOf.get(label));
    return found.size === folded.size && !found.has(undefined);
  });
}

/** Each cell with its place in the set, from 1. */
export const placesIn = (set: OrderedSet, cells: readonly string[]): Value[] =>
  inOrder(
    cells.map((cell) => ({
      cell,
      code: 1 + (set.stepOf.get(fold(cell)) ?? -1),
      label: cell.trim(),
    })),
  );

/**
 * "4 - Agree", "4. Agree", "Agree (4)", beside bare numbers ("2"), with the number as code. Undefined where a
 * cell is neither, or where one number has two labels.
 */
export function numberedLabels(profile: Profile): Value[] | undefined {
  if (profile.texts.size === 0) return undefined;
  const values = cellsOf(profile).map(numberedLabel);
  if (values.some((value) => value === undefined)) return undefined;
  const found = inOrder(values as Value[]);
  const labels = new Map<number, string>();
  for (const { code, label } of found) {
    if (fold(labels.get(code) ?? label) !== fold(label)) return undefined;
    labels.set(code, label);
  }
  return found;
}

function numberedLabel(cell: string): Value | undefined {
  if (/^-?\d{1,2}$/u.test(cell)) return { cell, code: Number(cell), label: cell };
  const front = /^\s*(-?\d{1,2})\s*[-–—.:=)]\s*([\p{L}(].*)$/u.exec(cell);
  if (front !== null) return { cell, code: Number(front[1]), label: front[2]!.trim() };
  const back = /^\s*([\p{L}].*?)\s*\((-?\d{1,2})\)\s*$/u.exec(cell);
  return back === null ? undefined : { cell, code: Number(back[2]), label: back[1]! };
}

const inOrder = (values: Value[]): Value[] => values.sort((a, b) => a.code - b.code);

function steps(...labels: readonly (string | readonly string[])[]): OrderedSet {
  const each = labels.map((label) => (typeof label === "string" ? [label] : label));
  const stepOf = new Map(each.flatMap((step, i) => step.map((label) => [fold(label), i] as const)));
  return { steps: each, stepOf };
}

const neither = [
  "Neither agree nor disagree",
  "Neither disagree nor agree",
  "Neutral",
  "Neither",
  "Undecided",
] as const;
const middling = [
  "Neither satisfied nor dissatisfied",
  "Neither dissatisfied nor satisfied",
  ...neither.slice(2),
] as const;
const mild = {
  no: ["Somewhat disagree", "Slightly disagree"],
  yes: ["Somewhat agree", "Slightly agree"],
} as const;

const known: readonly OrderedSet[] = [
  steps("Strongly disagree", "Disagree", "Agree", "Strongly agree"),
  steps("Strongly disagree", "Disagree", neither, "Agree", "Strongly agree"),
  steps("Strongly disagree", mild.no, mild.yes, "Strongly agree"),
  steps("Strongly disagree", mild.no, neither, mild.yes, "Strongly agree"),
  steps("Strongly disagree", "Disagree", mild.no, mild.yes, "Agree", "Strongly agree"),
  steps("Strongly disagree", "Disagree", mild.no, neither, mild.yes, "Agree", "Strongly agree"),
  steps("Never", "Sometimes", "Often", "Very often"),
  steps("Never", "Rarely", "Sometimes", "Often"),
  steps(
    ["Never", "Almost never"],
    ["Rarely", "Seldom"],
    "Sometimes",
    ["Often", "Usually"],
    ["Always", "Very often"],
  ),
  steps("Very little", "Some", "Quite a bit", "Very much"),
  steps(
    "Not at all",
    ["A little", "Slightly", "Very little"],
    ["Somewhat", "Moderately"],
    ["Quite a bit", "Very", "Very much"],
  ),
  steps(
    "Not at all",
    ["A little", "Slightly"],
    ["Somewhat", "Moderately"],
    ["Quite a bit", "Very", "Very much"],
    "Extremely",
  ),
  steps("Poor", "Fair", "Good", "Excellent"),
  steps("Poor", "Fair", "Good", "Very good", "Excellent"),
  steps("Very poor", "Poor", ["Fair", "Average", "Acceptable"], "Good", "Very good"),
  steps(
    "Very dissatisfied",
    ["Dissatisfied", "Somewhat dissatisfied"],
    ["Satisfied", "Somewhat satisfied"],
    "Very satisfied",
  ),
  steps(
    "Very dissatisfied",
    ["Dissatisfied", "Somewhat dissatisfied"],
    middling,
    ["Satisfied", "Somewhat satisfied"],
    "Very satisfied",
  ),
  steps(
    "Extremely dissatisfied",
    ["Dissatisfied", "Somewhat dissatisfied"],
    middling,
    ["Satisfied", "Somewhat satisfied"],
    "Extremely satisfied",
  ),
  steps("Definitely no", "Probably no", "Probably yes", "Definitely yes"),
  steps("Definitely not", "Probably not", "Might or might not", "Probably yes", "Definitely yes"),
  steps(
    "Very unlikely",
    ["Unlikely", "Somewhat unlikely"],
    [...neither.slice(2), "Neither likely nor unlikely"],
    ["Likely", "Somewhat likely"],
    "Very likely",
  ),
  steps(
    "Extremely unlikely",
    ["Unlikely", "Somewhat unlikely"],
    [...neither.slice(2), "Neither likely nor unlikely"],
    ["Likely", "Somewhat likely"],
    "Extremely likely",
  ),
  steps(
    ["Not important", "Not at all important"],
    ["Slightly important", "Somewhat important"],
    ["Moderately important", "Important"],
    "Very important",
  ),
  steps(
    "Not at all important",
    ["Slightly important", "Somewhat important"],
    ["Moderately important", "Important"],
    "Very important",
    "Extremely important",
  ),
  steps(["Not related", "Not at all related"], "Somewhat related", [
    "Closely related",
    "Very related",
    "Directly related",
  ]),
  steps(
    "Have not decided",
    ["Do not plan to do", "Do not plan to"],
    "Plan to do",
    "Done or in progress",
  ),
  steps("None", "Some", "Most", "All"),
  steps("Low", ["Medium", "Moderate"], "High"),
];

/** Smaller sets first; among equals the order above. */
const bySize = known.toSorted((a, b) => a.steps.length - b.steps.length);
