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
import { InShort } from "../parts/in-short.tsx";
import { Limits } from "../parts/limits.tsx";
import type { RankingCharts } from "../parts/ranking-about.ts";
import { RankingSection } from "../parts/ranking.tsx";
import { Weighting } from "../parts/weighting.tsx";
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
  readonly charts: RankingCharts;
}

/** Learning outcomes first: they are what can be acted upon. */
function rankingsOf(world: Reading, found: OpenScreening, asked: Asked): Promise<DrawnRanking[]> {
  const rankings = asked.finding.screening.rankings
    .filter((ranking) => ranking.outcome === asked.outcome)
    .toSorted(
      (a, b) => Number(b.of === "learning outcomes") - Number(a.of === "learning outcomes"),
    );
  return Promise.all(
    rankings.map(async (ranking) => ({
      ranking,
      charts: ranking.ok ? await chartsOf(world, found, { ...asked, of: ranking.of }) : noCharts,
    })),
  );
}

async function chartsOf(
  world: Reading,
  { screening }: OpenScreening,
  { finding, outcome, of }: Asked & Pick<Ranking, "of">,
): Promise<RankingCharts> {
  const figures = { screening: finding.screening, names: finding.names, outcome, of };
  const one = (chart: keyof RankingCharts): Promise<Drawn | null> => {
    const order = { chart, figures, id: `${chart}-${of.replace(" ", "-")}` };
    return drawn(world, screening, { key: [outcome, of], order });
  };
  return {
    ranked: await one("ranked"),
    reach: await one("reach"),
    differences: await one("differences"),
  };
}

const noCharts: RankingCharts = { ranked: null, reach: null, differences: null };

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
        <InShort
          ranking={(rankings.find(({ ranking }) => ranking.ok) ?? rankings[0])?.ranking}
          finding={finding}
          pairAddress={pairAddress}
        />
        {rankings.map(({ ranking, charts }) => (
          <RankingSection
            ranking={ranking}
            charts={charts}
            finding={finding}
            query={query}
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
        <Weighting finding={finding} />
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
