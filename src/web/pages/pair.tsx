/** One pair: who is in it, what both sides look like, and what is left when covariates are held constant. */
import type { FC } from "hono/jsx";
import { sentenceForAssociation, sentenceForUnranked, type Association } from "#analysis";
import type { DescribedPair } from "../../jobs/tasks/describe.ts";
import type { Drawn } from "../../jobs/tasks/draw.ts";
import type { Finding } from "../studies/finding.ts";
import type { Page, View } from "../page.ts";
import { ComparisonsOfItem } from "../parts/comparisons.tsx";
import { Figure } from "../parts/figure.tsx";
import { FindingTabs, findingAddress } from "../parts/finding-tabs.tsx";
import { Limits } from "../parts/limits.tsx";
import { Alarms, Coefficients, Companions } from "../parts/measures.tsx";
import { DistributionTable, GroupTable, LostTable } from "../parts/pair.tsx";
import { Standing } from "../parts/standing.tsx";
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
    const described = await pairOf(world, found, { finding, predictor, outcome });
    const rows = finding.screening.associations.filter(
      (row) => row.predictor === predictor && row.outcome === outcome,
    );
    const chart = await chartOf(world, found, described);
    return view(found, { finding, rows, described, chart });
  },
};

function chartOf(
  world: Reading,
  { screening }: OpenScreening,
  { description }: DescribedPair,
): Promise<Drawn | null> {
  const key = [description.predictor.id, description.outcome.id];
  const order = { chart: "pair", figures: { description }, id: "pair" } as const;
  return drawn(world, screening, { key, order });
}

interface Shown {
  readonly finding: Finding;
  readonly rows: readonly Association[];
  readonly described: DescribedPair;
  readonly chart: Drawn | null;
}

function view({ open, screening }: OpenScreening, shown: Shown): View {
  const { finding, rows, described, chart } = shown;
  const { description, details } = described;
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
        <Alarms details={details} />
        <Coefficients rows={rows} finding={finding} />
        <Companions details={details} />
        <InItsRanking finding={finding} predictor={predictor} outcome={outcome} />
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

interface InItsRankingProps {
  readonly finding: Finding;
  readonly predictor: string;
  readonly outcome: string;
}

/** Held against everything else that is ranked, and between groups of people. */
const InItsRanking: FC<InItsRankingProps> = ({ finding, predictor, outcome }) => {
  const ranking = finding.screening.rankings.find(
    (one) => one.outcome === outcome && one.of === "experiences",
  );
  if (ranking === undefined) return null;
  const ranked = ranking.ok ? ranking.ranked.find(({ id }) => id === predictor) : undefined;
  if (!ranking.ok || ranked === undefined)
    return (
      <>
        <h2>Among all experiences</h2>
        <p class="note">
          {ranking.ok
            ? "It is not in the ranking: hardly anybody differs in it among the people who have every answer."
            : sentenceForUnranked(ranking, finding.names)}
        </p>
      </>
    );
  const comparisons = ranking.comparisons.filter(({ item }) => item === predictor);
  return (
    <>
      <h2>Among all experiences</h2>
      <Standing ranked={ranked} ranking={ranking} finding={finding} />
      {comparisons.length > 0 && <h2>Between groups of people</h2>}
      <ComparisonsOfItem comparisons={comparisons} ranking={ranking} finding={finding} />
    </>
  );
};
