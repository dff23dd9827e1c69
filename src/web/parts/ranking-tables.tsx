/** Every figure of a ranking: what is important beside how many had it, and the evidence beside the differences. */
import type { Child, FC } from "hono/jsx";
import type { Ranked, Ranking } from "#analysis";
import { headOf } from "../../charts/ranked.ts";
import { percent } from "../../reports/html/format.ts";
import { evidenceColumns, importanceColumns } from "../../reports/html/ranking-columns.ts";
import type { Finding } from "../studies/finding.ts";
import { Figure } from "./figure.tsx";
import type { About } from "./ranking-about.ts";
import { DataTable } from "./table.tsx";
import { sortable } from "./text-columns.ts";

export const Tables: FC<About<Ranking>> = ({ ranking, charts, finding, query, pairAddress }) => {
  const { name, names } = finding;
  const what = headOf(ranking.of);
  const id = ranking.of.replace(" ", "-");
  const linked = linksIn(ranking, finding, pairAddress);
  return (
    <>
      <DataTable
        id={`importance-of-${id}`}
        caption={`${what}: importance for ${name(ranking.outcome)}`}
        columns={sortable(importanceColumns(ranking, names), linked)}
        rows={ranking.ranked}
        query={query}
      />
      <div class="columns beside">
        <Figure drawn={charts.reach} caption={reachCaption} />
        <Figure drawn={charts.differences} caption={differencesCaption} />
      </div>
      <DataTable
        id={`evidence-of-${id}`}
        caption={`${what}: the difference in ${name(ranking.outcome)}`}
        columns={sortable(evidenceColumns(ranking, names), linked)}
        rows={ranking.ranked}
        query={query}
      />
      <p class="quiet">
        p (Holm) is of no difference, corrected for everything ranked here. Robustness: the share of
        what is left of both sides that something unmeasured would have to explain to leave nothing
        of the difference; in brackets, to bring its interval to nothing. Inflation: how many times
        less is known of it because it goes with the others.
      </p>
    </>
  );
};

const reachCaption = (
  <p>
    Derived, not stated, importance: to the right what many had, to the top what adds most. What is
    important and rare could be widened; whether that would bring the same is not known from this.
  </p>
);

const differencesCaption = (
  <p>
    How much higher the outcome is along one step of each, with its interval; the cross is the same
    with nothing held constant.
  </p>
);

/** An experience opens its pair, and so does each part of a learning outcome. */
const linksIn = (
  { of }: Ranking,
  { name }: Finding,
  pairAddress: (predictor: string) => string,
): Readonly<Record<string, (ranked: Ranked) => Child>> =>
  of === "experiences"
    ? { Experience: ({ members, label }) => <a href={pairAddress(members[0]!)}>{label}</a> }
    : {
        "Shown by": ({ parts }) => (
          <ul>
            {parts.map(({ id, importance }) => (
              <li>
                <a href={pairAddress(id)}>{name(id)}</a>
                <small> {percent(importance)}</small>
              </li>
            ))}
          </ul>
        ),
      };
