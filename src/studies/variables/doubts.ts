/** From doubts about a column to places in its file. */
import { counted, type Doubt } from "#surveys";
import { cellAt, type Issue, type Source, type SourceColumn } from "../../intake/source.ts";

/** A doubt about a cell becomes an issue for each of the first rows that hold it, and one for the rest. */
export function issuesFrom(
  doubts: readonly Doubt[],
  source: Source,
  column: SourceColumn,
): Issue[] {
  const whole = doubts.filter(({ cell }) => cell === undefined);
  const cells = new Map(
    doubts.flatMap((doubt) => (doubt.cell === undefined ? [] : [[doubt.cell, doubt]])),
  );
  const place = { file: source.name, column: column.name };
  return [
    ...(cells.size === 0 ? [] : located(cells, source, column)),
    ...whole.map(({ severity, code, text }) => ({ severity, ...place, code, text })),
  ];
}

function located(
  doubts: ReadonlyMap<string, Doubt>,
  source: Source,
  column: SourceColumn,
): Issue[] {
  const place = { file: source.name, column: column.name };
  const issues: Issue[] = [];
  let rest = 0;
  let last: Doubt | undefined;
  for (let row = 0; row < source.rows; row++) {
    const doubt = doubts.get(cellAt(column, row));
    if (doubt === undefined) continue;
    last = doubt;
    const { severity, code, text } = doubt;
    if (issues.length < shown)
      issues.push({ severity, ...place, line: source.lines[row]!, code, text });
    else rest++;
  }
  if (rest > 0) {
    const { severity, code } = last!;
    issues.push({
      severity,
      ...place,
      code,
      text: `The same holds for ${counted(rest, "more cell")} of this column.`,
    });
  }
  return issues;
}

/** As many places as a person reads. */
const shown = 5;
