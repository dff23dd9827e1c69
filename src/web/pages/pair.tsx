/** One pair: who is in it, what both sides look like, and what is left when covariates are held constant. */
import {
  sentenceForAssociation,
  type Association,
  type PairDescription,
  type Released,
} from "#analysis";
import type { Drawn } from "../../jobs/tasks/draw.ts";
import type { Finding } from "../studies/finding.ts";
import type { Page, View } from "../page.ts";
import { Figure } from "../parts/figure.tsx";
import { FindingTabs, findingAddress } from "../parts/finding-tabs.tsx";
import { Limits } from "../parts/limits.tsx";
import { Coefficients, DistributionTable, GroupTable, LostTable } from "../parts/pair.tsx";
import { pairOf } from "../studies/pair.ts";
import { drawn, findingOf, openScreening, type OpenScreening } from "../studies/screening.ts";
import { addressOfScreening, placeIn } from "../studies/study.ts";
import type { Reading } from "../world.ts";

export const pair: Page<"/studies/:study/screenings/:screening/pair"> = {
  path: "/studies/:study/screenings/:screening/pair",
  async show({ params, query }, world) {
    const found = await openScreening(world, params);
    const finding = await findingOf(world, found.screening);
    const predictor = query.get("predictor") ?? "";
    const outcome = query.get("outcome") ?? "";
    const description = await pairOf(world, found, { finding, predictor, outcome });
    const rows = finding.screening.associations.filter(
      (row) => row.predictor === predictor && row.outcome === outcome,
    );
    const chart = await chartOf(world, found, description);
    return view(found, { finding, rows, description, chart });
  },
};

function chartOf(
  world: Reading,
  { screening }: OpenScreening,
  description: Released<PairDescription>,
): Promise<Drawn | null> {
  const key = [description.predictor.id, description.outcome.id];
  const order = { chart: "pair", figures: { description }, id: "pair" } as const;
  return drawn(world, screening, { key, order });
}

interface Shown {
  readonly finding: Finding;
  readonly rows: readonly Association[];
  readonly description: Released<PairDescription>;
  readonly chart: Drawn | null;
}

function view(
  { open, screening }: OpenScreening,
  { finding, rows, description, chart }: Shown,
): View {
  const { predictor, outcome } = rows[0]!;
  const { name } = finding;
  const here = addressOfScreening(screening);
  return {
    title: `${name(predictor)} and ${name(outcome)}`,
    place: placeIn(open, "findings", screening),
    body: (
      <>
        <FindingTabs finding={finding} here={here} />
        <h1>
          {name(predictor)} and {name(outcome)}
        </h1>
        {rows.map((row) => (
          <p class="lead">{sentenceForAssociation(row, name)}</p>
        ))}
        <Coefficients rows={rows} finding={finding} />
        {description.groups.length > 0 && (
          <>
            <h2>Group by group</h2>
            <div class="columns beside">
              <Figure
                drawn={chart}
                caption={
                  <p>
                    Mean and 95 % interval in each group, covariates not held constant. Groups of
                    fewer than ten people are not shown.
                  </p>
                }
              />
              <div>
                <GroupTable description={description} title={chart?.title ?? "Group by group"} />
              </div>
            </div>
          </>
        )}
        <h2>Who is in this pair</h2>
        <LostTable description={description} finding={finding} />
        <h2>The two variables</h2>
        <div class="columns">
          <div>
            <DistributionTable of={description.predictor} />
          </div>
          <div>
            <DistributionTable of={description.outcome} />
          </div>
        </div>
        <Limits finding={finding} computed={screening.finishedAt} />
        <p>
          <a href={findingAddress(here, outcome)}>Everything that goes with {name(outcome)}</a>
        </p>
      </>
    ),
  };
}
