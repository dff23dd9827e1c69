import type { Released, Screening, VariableId } from "#analysis";
import type { Findings } from "../../charts/index.ts";
import type { Study } from "../../studies/study.ts";

/** What every part of the report is written from. */
export interface Context extends Findings {
  readonly assembly: Study["assembly"];
  readonly screening: Released<Screening>;
  name(id: VariableId): string;
}
