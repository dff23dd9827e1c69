/** Whether the top of a ranking stays the top when the question is answered in other ways. */
import type { Check, Ranking } from "../ranking.ts";
import { figure } from "./figures.ts";
import { listed, quoted } from "./names.ts";

/** "The top three stay the same in 4 of 5 checks."; undefined where no check was asked for. */
export function sentenceForStressTest({
  stressTest: { top, checks },
}: Ranking): string | undefined {
  if (checks.length === 0) return undefined;
  const made = checks.filter((check) => check.ok);
  const subject = top === 1 ? "The first stays the first" : `The top ${numeral(top)} stay the same`;
  if (made.length === 0) return "None of the checks could be made.";
  const same = made.filter((check) => check.topUnchanged).length;
  const left = checks.length - made.length;
  const rest = left === 0 ? "" : ` ${left} more could not be made.`;
  const share = same === made.length && same > 1 ? `all ${same}` : `${same} of ${made.length}`;
  return `${subject} in ${share} ${made.length === 1 ? "check" : "checks"}.${rest}`;
}

/** What came of one check. */
export function checkInWords(check: Check, { ranked, stressTest: { top } }: Ranking): string {
  if (!check.ok) return `Could not be made: ${check.because}.`;
  const tried = check.of === null ? "" : `, without ${quoted(check.of)}`;
  const agreement = `agreement of the two orders (tau) ${figure(check.tau, null)}`;
  if (check.topUnchanged) return `Same top${tried}; ${agreement}.`;
  const labels = new Map(ranked.map(({ id, label }) => [id, quoted(label)]));
  const first = listed(check.order.slice(0, top).map((id) => labels.get(id) ?? quoted(id)));
  return `Other top${tried}: ${first}; ${agreement}.`;
}

const numeral = (top: number): string => ["", "one", "two", "three"][top] ?? String(top);
