/** What a plan asks to be ranked. */
import type { Plan } from "../plan.ts";
import type { Ranking } from "../ranking.ts";
import { type Table, type VariableId, columnOf } from "../table.ts";

/** What competes in one ranking: an experience, or a learning outcome with its evidence. */
export interface Item {
  readonly id: string;
  readonly label: string;
  readonly members: readonly VariableId[];
}

export interface Question {
  readonly outcome: VariableId;
  /** Number of the outcome in the plan: the address of its random numbers. */
  readonly address: number;
  readonly of: Ranking["of"];
  readonly items: readonly Item[];
}

/**
 * What is asked about one outcome of the plan, by its number: experiences each on their own, then learning
 * outcomes each with all their evidence. A nominal outcome has no order to explain: nothing is asked.
 */
export function questionsOf(table: Table, plan: Plan, address: number): Question[] {
  const outcome = plan.outcomes[address];
  if (outcome === undefined)
    throw new RangeError(
      `ranking requires an outcome from 0 to ${plan.outcomes.length - 1}, got ${address}`,
    );
  return columnOf(table, outcome).level === "nominal"
    ? []
    : about({ outcome, address }, table, plan);
}

/** What is the outcome itself, or held constant, is not ranked. */
function about(
  subject: Pick<Question, "outcome" | "address">,
  table: Table,
  { predictors, covariates, learningOutcomes }: Plan,
): Question[] {
  const taken = new Set([subject.outcome, ...covariates]);
  const free = (ids: readonly VariableId[]): VariableId[] =>
    [...new Set(ids)].filter((id) => !taken.has(id));
  const experiences: Question = {
    ...subject,
    of: "experiences",
    items: free(predictors).map((id) => ({ id, label: columnOf(table, id).label, members: [id] })),
  };
  const outcomes: Question = {
    ...subject,
    of: "learning outcomes",
    items: learningOutcomes.map(({ id, label, evidence }) => ({
      id,
      label,
      members: free(evidence),
    })),
  };
  return learningOutcomes.length === 0 ? [experiences] : [experiences, outcomes];
}
