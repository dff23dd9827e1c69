/** A ranking as charts, sentences and tables. Importance and evidence stand in separate tables. */
import type { FC } from "hono/jsx";
import { sentenceForUnranked, type Ranking, type Unranked } from "#analysis";
import { headOf } from "../../charts/ranked.ts";
import { count, percent } from "../../reports/html/format.ts";
import { basisOf } from "../../reports/html/ranking-basis.ts";
import type { Finding } from "../studies/finding.ts";
import { Comparisons } from "./comparisons.tsx";
import { Facts } from "./facts.tsx";
import { Figure } from "./figure.tsx";
import { Preparation } from "./preparation.tsx";
import type { About } from "./ranking-about.ts";
import { Tables } from "./ranking-tables.tsx";
import { InWords, TooClose } from "./ranking-words.tsx";
import { StressTest } from "./stress-test.tsx";

export const RankingSection: FC<About<Ranking | Unranked>> = ({ ranking, ...about }) => (
  <section>
    <h2>{headOf(ranking.of)}, ranked</h2>
    {ranking.ok ? (
      <Shown ranking={ranking} {...about} />
    ) : (
      <p class="note">
        {sentenceForUnranked(ranking, about.finding.names)} {count(ranking.n)} people have all the
        answers a ranking needs.
      </p>
    )}
  </section>
);

const Shown: FC<About<Ranking>> = (about) => {
  const { ranking, charts, finding } = about;
  const { screening, names } = finding;
  return (
    <>
      <div class="columns beside">
        <div>
          <Figure drawn={charts.ranked} caption={<Caption finding={finding} />} />
          <Facts lines={basisOf(ranking, screening, names)} />
        </div>
        <div>
          <InWords ranking={ranking} finding={finding} />
          <TooClose ranking={ranking} />
        </div>
      </div>
      <Tables {...about} />
      <StressTest ranking={ranking} />
      <Comparisons ranking={ranking} finding={finding} />
      <Preparation ranking={ranking} finding={finding} />
    </>
  );
};

const Caption: FC<{ readonly finding: Finding }> = ({ finding: { screening } }) => {
  const { confidence, replicates } = screening.plan;
  return (
    <p>
      Importance is the share of the outcome’s variance that each adds, averaged over all orders of
      entering (LMG){replicates > 0 && `, with ${percent(confidence, 0)} bootstrap intervals`}. It
      has no direction and cannot be negative, so its interval is no test: shape and colour are the
      tier, which rests on the differences. The grey mark is what chance alone would reach one time
      in twenty.
      {replicates > 0 &&
        ` The places (“1st–3rd”) are sets that hold all true ranks at once with ${percent(confidence, 0)} confidence.`}
    </p>
  );
};
