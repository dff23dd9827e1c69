/** Who is compared with whom: the two ends of a step, in the words of the codebook. */
import type { Ranked, Ranking } from "../ranking.ts";
import { plain } from "./figures.ts";
import { isYes, listed, nameIn, quoted, type Names } from "./names.ts";

export interface Sides {
  readonly upper: string;
  readonly lower: string;
  /** What the two ends are, where the words do not say it: a sentence, or none. */
  readonly aside: string[];
}

type Step = Ranked["steps"][number];

export function sidesOf({ steps, label }: Ranked, ranking: Ranking, names: Names): Sides {
  const ends = steps.map((step) => ({ ...endsOf(step, ranking, names), variable: step.variable }));
  const name = nameIn(names);
  if (ends.length === 1) {
    const [{ variable, kind, from, to }] = ends;
    const aside = name(variable) === label ? [] : [`It is shown by ${quoted(name(variable))}.`];
    return { upper: who[kind](to), lower: who[kind](from), aside };
  }
  const parts = ends.map(({ variable, kind, from, to }) => {
    const end = kind === "done" ? to : `${to} rather than ${from}`;
    return `${quoted(name(variable))} ${end}`;
  });
  return {
    upper: "those with more of all that shows it",
    lower: "those with less",
    aside: parts.length === 0 ? [] : [`More of it is ${listed(parts)}.`],
  };
}

/** Of each member with a direction "none → 2", "not done → done", "“Never” → “Often”": for a table. */
export function stepsInWords({ steps }: Ranked, ranking: Ranking, names: Names): string {
  const each = steps.map((step) => {
    const { from, to } = endsOf(step, ranking, names);
    return `${from} → ${to}`;
  });
  return listed(each);
}

type Kind = "done" | "answer" | "count" | "place";

const who: Record<Kind, (end: string) => string> = {
  done: (end) => (end === done.to ? "those who did" : "those who did not"),
  answer: (end) => `those who answered ${end}`,
  count: (end) => `those with ${end}`,
  place: (end) => `those at ${end}`,
};

interface Ends {
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
}

function endsOf({ variable, from, to }: Step, { preparations }: Ranking, names: Names): Ends {
  const scale = preparations.find((one) => one.variable === variable)?.scale;
  const labels = names.get(variable)?.labels;
  const [low, high] = [labels?.get(from), labels?.get(to)];
  const worded = low !== undefined && high !== undefined;
  if (scale === "0 and 1" && (!worded || isYes(high))) return { kind: "done", ...done };
  if (worded) return { kind: "answer", from: quoted(low), to: quoted(high) };
  if (scale === "log(1 + count)")
    return { kind: "count", from: from === 0 ? "none" : plain(from), to: plain(to) };
  return { kind: "place", from: plain(from), to: plain(to) };
}

const done = { from: "not done", to: "done" } as const;
