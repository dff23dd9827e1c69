/** Scores that came with a file against the same scores computed from its items, by every missing rule. */
import { asNumbers, type Column } from "#analysis";
import { counted, list, quote, scoreScale, type Scale } from "#surveys";
import { scoringRules } from "../../studies/study.ts";
import { neededItems } from "./scoring.ts";

interface Items {
  readonly items: readonly Column[];
  /** Items of later editions; empty where the file lacks them. */
  readonly added: readonly Column[];
}

interface Attempt {
  /** In words: the rule, and whether later items were counted. */
  readonly how: string;
  /** People with equal scores in both. */
  readonly equal: number;
  readonly unequal: number;
  readonly onlyComputed: number;
  readonly onlyInFile: number;
  readonly largest: number;
}

/** Which readings give the scores of the file to 1e-6, the same people left out. */
export function compareScores(
  scale: Scale,
  scores: Column,
  { items, added }: Items,
): { reproduced: boolean; text: string } {
  const given = asNumbers(scores);
  const readings = [
    { columns: items, suffix: "" },
    ...(added.length > 0
      ? [{ columns: [...items, ...added], suffix: `, with ${list(scale.added)}` }]
      : []),
  ];
  const attempts = readings.flatMap(({ columns, suffix }) =>
    scoringRules.map((rule) =>
      attempt(
        `${quote(rule)}${suffix}`,
        given,
        scoreScale(scale, columns, neededItems[rule](columns.length)).values,
      ),
    ),
  );
  const exact = attempts.filter(({ equal, ...faults }) => equal > 0 && misses(faults) === 0);
  const kept = "The scores of the file are used as they are.";
  if (exact.length === 0) {
    const best = attempts.reduce((a, b) => (misses(b) < misses(a) ? b : a));
    return {
      reproduced: false,
      text:
        `No missing rule gives the scores of the file from its items. Nearest is ${best.how}: ${counted(best.equal, "score is", "scores are")} equal, ` +
        `${best.unequal} differ (by up to ${Number(best.largest.toPrecision(3))}), ${best.onlyComputed} would be added and ${best.onlyInFile} dropped. ${kept}`,
    };
  }
  const people = counted(exact[0]!.equal, "person", "people");
  const rules =
    exact.length === attempts.length
      ? "Every missing rule gives"
      : `The missing ${exact.length === 1 ? "rule" : "rules"} ${list(
          exact.map(({ how }) => how),
          9,
        )} ${exact.length === 1 ? "gives" : "give"}`;
  return {
    reproduced: true,
    text: `${rules} the scores of the file from its items for all ${people} with a score, to 0.000001. ${kept}`,
  };
}

function attempt(how: string, given: Float64Array, computed: Float64Array): Attempt {
  const found = { equal: 0, unequal: 0, onlyComputed: 0, onlyInFile: 0, largest: 0 };
  for (let person = 0; person < given.length; person++) {
    const difference = Math.abs(given[person]! - computed[person]!);
    if (difference <= 1e-6) found.equal++;
    else if (Number.isNaN(given[person]!))
      found.onlyComputed += Number.isNaN(computed[person]!) ? 0 : 1;
    else if (Number.isNaN(difference)) found.onlyInFile++;
    else found.unequal++;
    if (difference > found.largest) found.largest = difference;
  }
  return { how, ...found };
}

const misses = ({ unequal, onlyComputed, onlyInFile }: Omit<Attempt, "equal">): number =>
  unequal + onlyComputed + onlyInFile;
