import { columnOf, type Column, type Released, type Screening } from "#analysis";
import { columnsOf } from "../studies/fingerprint.ts";
import type { Study } from "../studies/study.ts";
import { canonicalJson } from "../canonical-json.ts";

/** Everything that was asked and found, for programs: what the other files show is all in here. */
export function screeningJson({ assembly }: Study, released: Released<Screening>): string {
  const { engine, dataset, plan, planSha256, weighting, associations, rankings } = released;
  const variables = columnsOf(plan).map((id) => describe(columnOf(assembly.table, id)));
  return canonicalJson({
    format: "throughline-screening/1",
    engine,
    seed: plan.seed,
    dataset,
    join: assembly.join,
    plan,
    planSha256,
    variables,
    weighting,
    associations,
    rankings,
  });
}

/** The screening in a text that `screeningJson` wrote: its shape is not checked. */
export function screeningIn(text: string): Screening {
  const all = JSON.parse(text) as Screening;
  const { engine, dataset, plan, planSha256, weighting, associations, rankings } = all;
  return { engine, dataset, plan, planSha256, weighting, associations, rankings };
}

/** Names of categories are not here: a rare one can point at a person. They are in codebook.json. */
const describe = ({ id, label, level }: Column) => ({ id, label, level });
