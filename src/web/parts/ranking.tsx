/** A ranking as chart, table and sentences. Importance and evidence stand in separate columns. */
import type { Child, FC } from "hono/jsx";
import {
  ordinalRange,
  sentenceForRanked,
  sentenceForUnranked,
  type Ranked,
  type Ranking,
  type Unranked,
} from "#analysis";
import type { Drawn } from "../../jobs/tasks/draw.ts";
import { count, list, percent, pValue, withInterval } from "../../reports/html/format.ts";
import type { Finding } from "../studies/finding.ts";
import { Figure } from "./figure.tsx";
import { DataTable, type TableColumn } from "./table.tsx";

interface RankingProps {
  readonly ranking: Ranking | Unranked;
  readonly finding: Finding;
  readonly drawn: Drawn | null;
  /** The page of a ranked experience. */
  pairAddress(predictor: string): string;
}

export const RankingSection: FC<RankingProps> = ({ ranking, finding, drawn, pairAddress }) => (
  <section>
    <h2>{headings[ranking.of]}</h2>
    {ranking.ok ? (
      <>
        <p>{basisOf(ranking, finding)}</p>
        <div class="columns beside">
          <Figure drawn={drawn} caption={<Caption finding={finding} />} />
          <div>
            <ul>
              {ranking.ranked.map((ranked) => (
                <li>{sentenceForRanked(ranked, ranking, finding.names)}</li>
              ))}
            </ul>
          </div>
        </div>
        <DataTable
          caption={`${headings[ranking.of]}: importance and evidence`}
          columns={columnsFor(ranking, finding, pairAddress)}
          rows={ranking.ranked}
        />
        <TooClose ranking={ranking} />
      </>
    ) : (
      <p class="note">
        {sentenceForUnranked(ranking, finding.names)} {count(ranking.n)} people have all the answers
        a ranking needs.
      </p>
    )}
  </section>
);

const headings: Readonly<Record<Ranking["of"], string>> = {
  experiences: "Experiences, ranked",
  "learning outcomes": "Learning outcomes, ranked",
};

function basisOf(ranking: Ranking, { screening, name }: Finding): string {
  const { n, effectiveN, covariatesRSquared, addedRSquared, computed, leftOut, of } = ranking;
  const { dataset, plan } = screening;
  const parts: readonly (string | false)[] = [
    `${count(n)} of ${count(dataset.people)} people have every answer that this ranking needs` +
      (plan.weight === null
        ? "."
        : `; with weights they count as ${count(Math.round(effectiveN))}.`),
    plan.covariates.length > 0 &&
      `What is held constant (${list(plan.covariates.map(name))}) explains ${percent(covariatesRSquared)} of the differences.`,
    `The ${of} together add ${percent(addedRSquared)}.`,
    computed.how === "sampled orders" &&
      `Importance is averaged over ${count(computed.orders)} sampled orders.`,
    leftOut.length > 0 && `Left out, because they do not vary: ${list(leftOut.map(name))}.`,
  ];
  return parts.filter((part) => part !== false).join(" ");
}

const Caption: FC<{ readonly finding: Finding }> = ({ finding: { screening } }) => {
  const { confidence, replicates } = screening.plan;
  return (
    <p>
      Importance is the share of the outcome’s variance that each adds, averaged over all orders of
      entering (LMG){replicates > 0 && `, with ${percent(confidence, 0)} bootstrap intervals`}. It
      has no direction and cannot be negative, so its interval is no test: shape and colour show the
      evidence, an adjusted difference tested with Holm’s correction.
      {replicates > 0 &&
        ` The places (“1st–3rd”) are sets that hold all true ranks at once with ${percent(confidence, 0)} confidence.`}
    </p>
  );
};

const TooClose: FC<{ readonly ranking: Ranking }> = ({ ranking }) => {
  const several = ranking.groups.filter((group) => group.length > 1);
  if (several.length === 0) return null;
  const labels = new Map(ranking.ranked.map(({ id, label }) => [id, label]));
  return (
    <>
      <h3>Too close to call</h3>
      <ul>
        {several.map((group, i) => (
          <li>
            <b>{letter(i)}</b>: {list(group.map((id) => labels.get(id) ?? id))}
          </li>
        ))}
      </ul>
    </>
  );
};

function columnsFor(
  { of, groups }: Ranking,
  { name }: Finding,
  pairAddress: RankingProps["pairAddress"],
): TableColumn<Ranked>[] {
  const several = groups.filter((group) => group.length > 1);
  const label = ({ members, label }: Ranked): Child =>
    of === "experiences" ? <a href={pairAddress(members[0]!)}>{label}</a> : label;
  const parts: TableColumn<Ranked> = {
    id: "parts",
    head: "Shown by, most important first",
    cell: (ranked) => (
      <ul>
        {ranked.parts.map(({ id, importance }) => (
          <li>
            <a href={pairAddress(id)}>{name(id)}</a>
            {importance !== null && <small> {percent(importance)}</small>}
          </li>
        ))}
      </ul>
    ),
  };
  return [
    {
      id: "rank",
      head: "Rank",
      text: "whole",
      cell: ({ rankLow, rankHigh }) => ordinalRange(rankLow, rankHigh),
    },
    {
      id: "label",
      head: of === "experiences" ? "Experience" : "Learning outcome",
      names: true,
      cell: label,
    },
    ...(several.length > 0 ? [tied(several)] : []),
    ...(of === "learning outcomes" ? [parts] : []),
    { id: "importance", head: "Importance (interval)", figures: true, cell: importance },
    { id: "share", head: "Share", figures: true, cell: ({ share }) => percent(share, 0) },
    {
      id: "evidence",
      head: "Evidence: adjusted difference (interval)",
      figures: true,
      cell: ({ evidence }) => difference(evidence),
    },
    { id: "p", head: "p", figures: true, cell: ({ evidence }) => pValue(evidence.p) },
    { id: "holm", head: "p (Holm)", figures: true, cell: ({ evidence }) => pValue(evidence.pHolm) },
  ];
}

/** Those who share a letter cannot be told apart. */
const tied = (groups: Ranking["groups"]): TableColumn<Ranked> => ({
  id: "tied",
  head: "Too close to call",
  cell: ({ id }) =>
    groups.flatMap((group, i) => (group.includes(id) ? [letter(i)] : [])).join(" ") || "–",
});

const letter = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : `${letter(Math.floor(i / 26) - 1)}${letter(i % 26)}`;

const difference = ({ difference }: Ranked["evidence"]): string =>
  difference === null ? "–" : withInterval(difference.value, difference.interval);

const importance = ({ importance, interval }: Ranked): string =>
  interval === null
    ? percent(importance)
    : `${percent(importance)} (${percent(interval.low)} to ${percent(interval.high)})`;
