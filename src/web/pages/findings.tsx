/** What goes with one outcome: the rankings, then every pair. */
import type { FC } from "hono/jsx";
import type { Ranking, Unranked } from "#analysis";
import type { Drawn } from "../../jobs/tasks/draw.ts";
import { list } from "../../reports/html/format.ts";
import type { Finding } from "../studies/finding.ts";
import type { Page, View } from "../page.ts";
import { AssociationTable } from "../parts/associations.tsx";
import { Figure } from "../parts/figure.tsx";
import { FindingTabs } from "../parts/finding-tabs.tsx";
import { Limits } from "../parts/limits.tsx";
import { RankingSection } from "../parts/ranking.tsx";
import { drawn, findingOf, openScreening, type OpenScreening } from "../studies/screening.ts";
import { addressOfScreening, placeIn } from "../studies/study.ts";
import type { Reading } from "../world.ts";

export const findings: Page<"/studies/:study/screenings/:screening/findings"> = {
  path: "/studies/:study/screenings/:screening/findings",
  async show({ params, query }, world) {
    const found = await openScreening(world, params);
    const finding = await findingOf(world, found.screening);
    const { outcomes } = finding.screening.plan;
    const outcome = outcomes.find((id) => id === query.get("outcome")) ?? outcomes[0]!;
    const rankings = await rankingsOf(world, found, { finding, outcome });
    const adjusted = await adjustedChart(world, found, { finding, outcome });
    return view(found, { finding, outcome, rankings, adjusted, query });
  },
};

interface Asked {
  readonly finding: Finding;
  readonly outcome: string;
}

interface DrawnRanking {
  readonly ranking: Ranking | Unranked;
  readonly drawn: Drawn | null;
}

/** Learning outcomes first: they are what can be acted upon. */
async function rankingsOf(
  world: Reading,
  { screening }: OpenScreening,
  { finding, outcome }: Asked,
): Promise<DrawnRanking[]> {
  const rankings = finding.screening.rankings
    .filter((ranking) => ranking.outcome === outcome)
    .toSorted(
      (a, b) => Number(b.of === "learning outcomes") - Number(a.of === "learning outcomes"),
    );
  return Promise.all(
    rankings.map(async (ranking) => {
      const { of } = ranking;
      const figures = { screening: finding.screening, names: finding.names, outcome, of };
      const id = of === "experiences" ? "ranked-experiences" : "ranked-learning-outcomes";
      const order = { chart: "ranked", figures, id } as const;
      const svg = ranking.ok ? await drawn(world, screening, { key: [outcome, of], order }) : null;
      return { ranking, drawn: svg };
    }),
  );
}

function adjustedChart(
  world: Reading,
  { screening }: OpenScreening,
  { finding, outcome }: Asked,
): Promise<Drawn | null> {
  const figures = { screening: finding.screening, names: finding.names, outcome };
  const order = { chart: "rawAdjusted", figures, id: "raw-adjusted" } as const;
  return drawn(world, screening, { key: [outcome], order });
}

interface Shown extends Asked {
  readonly rankings: readonly DrawnRanking[];
  readonly adjusted: Drawn | null;
  readonly query: URLSearchParams;
}

function view({ open, screening }: OpenScreening, shown: Shown): View {
  const { finding, outcome, rankings, adjusted, query } = shown;
  const here = addressOfScreening(screening);
  const pairAddress = (predictor: string): string =>
    `${here}/pair?${new URLSearchParams({ predictor, outcome }).toString()}`;
  const rows = finding.screening.associations.filter((row) => row.outcome === outcome);
  return {
    title: `What goes with ${finding.name(outcome)}`,
    place: placeIn(open, "findings", screening),
    body: (
      <>
        <FindingTabs finding={finding} here={here} current={outcome} />
        <h1>What goes with {finding.name(outcome)}</h1>
        {rankings.map(({ ranking, drawn }) => (
          <RankingSection
            ranking={ranking}
            finding={finding}
            drawn={drawn}
            pairAddress={pairAddress}
          />
        ))}
        <section>
          <h2>Pair by pair</h2>
          <Adjusted finding={finding} adjusted={adjusted} />
          <AssociationTable rows={rows} finding={finding} query={query} pairAddress={pairAddress} />
          <p class="quiet">
            Coefficients of different kinds share no scale, so this table is no ranking. p (Holm)
            keeps the chance of one false claim among all experiences of this outcome below its
            value; q (BH) keeps the share of false claims among all pairs of the plan.
          </p>
        </section>
        <Limits finding={finding} computed={screening.finishedAt} />
      </>
    ),
  };
}

const Adjusted: FC<{ readonly finding: Finding; readonly adjusted: Drawn | null }> = ({
  finding: { screening, name },
  adjusted,
}) =>
  screening.plan.covariates.length === 0 ? (
    <p>Nothing is held constant in this plan.</p>
  ) : (
    <>
      <p>
        Held constant: {list(screening.plan.covariates.map(name))}. The two coefficients of an arrow
        are of one kind and of the same people, so they compare.
      </p>
      <Figure
        drawn={adjusted}
        caption={
          <p>
            From the coefficient without covariates to the one with them, for each experience.
            Dashed: the direction turns round. People alike on the covariates need not be alike on
            everything.
          </p>
        }
      />
    </>
  );
