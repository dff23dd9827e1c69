import type { Issue } from "../intake/source.ts";
import type { Problem } from "../problem.ts";

/** A problem as lines for a terminal: what, where, what next. */
export function refusal(problem: Problem): string {
  const next = problem.next === undefined ? [] : [problem.next];
  return [`${problem.title}. ${problem.message}`, ...problem.issues.map(issueLine), ...next].join(
    "\n",
  );
}

/** "nsse.csv, line 17, column HOapply: …" */
export function issueLine({ file, line, column, text }: Issue): string {
  const place = [file, line && `line ${line}`, column && `column ${column}`]
    .filter(Boolean)
    .join(", ");
  return `  ${place}: ${text}`;
}
