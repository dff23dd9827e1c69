/** All pairs of the plan at a glance. */
import type { Page } from "../page.ts";
import { allPairs, findingAddress, FindingTabs } from "../parts/finding-tabs.tsx";
import { Limits } from "../parts/limits.tsx";
import { Matrix, MatrixKey } from "../parts/matrix.tsx";
import { findingOf, openScreening } from "../studies/screening.ts";
import { addressOfScreening, placeIn } from "../studies/study.ts";

export const matrix: Page<"/studies/:study/screenings/:screening/matrix"> = {
  path: "/studies/:study/screenings/:screening/matrix",
  async show({ params }, world) {
    const { open, screening } = await openScreening(world, params);
    const finding = await findingOf(world, screening);
    const here = addressOfScreening(screening);
    return {
      title: "All pairs",
      place: placeIn(open, "findings", screening),
      body: (
        <>
          <FindingTabs finding={finding} here={here} current={allPairs} />
          <h1>All pairs at a glance</h1>
          <p>
            Coefficients of different kinds share no scale: a Kendall of 0.3 is not a Cramér of 0.3.
            Shade and mark therefore show direction and evidence, not size; to compare importance,
            read the rankings. Every figure opens its pair.
          </p>
          <Matrix
            finding={finding}
            outcomeAddress={(outcome) => findingAddress(here, outcome)}
            pairAddress={(predictor, outcome) =>
              `${here}/pair?${new URLSearchParams({ predictor, outcome }).toString()}`
            }
          />
          <MatrixKey />
          <Limits finding={finding} computed={screening.finishedAt} />
        </>
      ),
    };
  },
};
