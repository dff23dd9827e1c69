/** What a ranking says, in words. */
import type { FC } from "hono/jsx";
import { amongWhom, claimFor, tierMeanings, tiers, type Ranked, type Ranking } from "#analysis";
import { list } from "../../reports/html/format.ts";
import { letterOf, tiesOf } from "../../reports/html/ranking-columns.ts";
import type { About } from "./ranking-about.ts";
import { TierMark } from "./tier.tsx";

/** By tier, strongest first; what cannot be told or is little is folded away. */
export const InWords: FC<Pick<About<Ranking>, "ranking" | "finding">> = ({
  ranking,
  finding: { names },
}) => {
  const lead = amongWhom(ranking, names);
  return (
    <>
      <p>{lead.charAt(0).toUpperCase() + lead.slice(1)}:</p>
      {tiers.map((tier) => {
        const own = ranking.ranked.filter((one) => one.tier === tier);
        if (own.length === 0) return null;
        const claims = (
          <ul>
            {own.map((one) => (
              <li>{claimFor(one, ranking, names)}</li>
            ))}
          </ul>
        );
        return (
          <>
            <h3>
              <TierMark tier={tier} /> {capital(tier)}
            </h3>
            <p class="quiet">{tierMeanings[tier]}</p>
            {folded.has(tier) ? (
              <details>
                <summary>{own.map(({ label }) => label).join(" · ")}</summary>
                {claims}
              </details>
            ) : (
              claims
            )}
          </>
        );
      })}
    </>
  );
};

const folded: ReadonlySet<Ranked["tier"]> = new Set(["cannot tell", "little association"] as const);

export const TooClose: FC<{ readonly ranking: Ranking }> = ({ ranking }) => {
  const several = tiesOf(ranking);
  if (several.length === 0) return null;
  const labels = new Map(ranking.ranked.map(({ id, label }) => [id, label]));
  return (
    <>
      <h3>Too close to call</h3>
      <p class="quiet">These data cannot tell apart:</p>
      <ul>
        {several.map((group, i) => (
          <li>
            <b>{letterOf(i)}</b>: {list(group.map((id) => labels.get(id) ?? id))}
          </li>
        ))}
      </ul>
    </>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
