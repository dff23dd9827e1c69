/** One pair of a screening beside its coefficient. */
import type { DescribedPair } from "../../jobs/tasks/describe.ts";
import { Problem } from "../../problem.ts";
import type { Finding } from "./finding.ts";
import { sameData } from "./same-data.ts";
import type { OpenScreening } from "./screening.ts";
import type { Reading } from "../world.ts";

interface Asked {
  readonly finding: Finding;
  readonly predictor: string;
  readonly outcome: string;
}

/** @throws Problem where the plan has no such pair, or the files are no longer those of the screening */
export async function pairOf(
  world: Reading,
  found: OpenScreening,
  { finding, predictor, outcome }: Asked,
): Promise<DescribedPair> {
  const { plan, associations } = finding.screening;
  if (!associations.some((row) => row.predictor === predictor && row.outcome === outcome))
    throw new Problem("not-found", "The plan of this screening has no such pair.", {
      next: "Choose one from the table of associations.",
    });
  const { table } = await sameData(world, found, finding);
  return world.jobs.run("describe", { table, plan, predictor, outcome });
}
