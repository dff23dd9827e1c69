/** What conditions may know: answers by the names that conditions use. */
import { isRecord, type Answers } from "../answer.ts";
import type { Known, Operand } from "../expression/expression.ts";

export const knownFrom = (answers: Answers, today: string): Known => ({
  today,
  answer: (name) => answers.get(name) ?? rowOf(name, answers),
});

/** "skills.writing": the row "writing" of the matrix "skills". Names hold no point of their own. */
function rowOf(name: string, answers: Answers): Operand {
  const point = name.indexOf(".");
  if (point === -1) return undefined;
  const rows = answers.get(name.slice(0, point));
  const row = name.slice(point + 1);
  return isRecord(rows) && Object.hasOwn(rows, row) ? rows[row] : undefined;
}
