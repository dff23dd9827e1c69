/** Pieces of work for a thread, each a function of what it is given alone. */
import { coverage, truthsOf, type CoverageTask } from "./coverage/cells.ts";
import { ranking, type RankingTask } from "./ranking/questions.ts";

export type Task =
  | { readonly kind: "truths"; readonly ids: readonly string[] }
  | { readonly kind: "coverage"; readonly input: CoverageTask }
  | { readonly kind: "ranking"; readonly input: RankingTask };

export interface Done {
  truths: ReturnType<typeof truthsOf>;
  coverage: ReturnType<typeof coverage>;
  ranking: ReturnType<typeof ranking>;
}

export function perform(task: Task): Done[Task["kind"]] {
  if (task.kind === "truths") return truthsOf((id) => task.ids.includes(id));
  return task.kind === "coverage" ? coverage(task.input) : ranking(task.input);
}
