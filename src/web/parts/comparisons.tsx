/** Whether associations differ between groups of people: participation, outcome and association apart. */
import type { FC } from "hono/jsx";
import {
  differenceFigure,
  groupName,
  pInWords,
  sentenceForComparison,
  sentenceForGroups,
  unitAfter,
  type GroupComparison,
  type GroupDifference,
  type Ranking,
} from "#analysis";
import { clearBelow } from "../../charts/evidence.ts";
import { count, figureOf, percent, pValue } from "../../reports/html/format.ts";
import type { Finding } from "../studies/finding.ts";
import { DataTable, type TableColumn } from "./table.tsx";

interface ComparisonsProps {
  readonly comparisons: readonly GroupComparison[];
  readonly ranking: Ranking;
  readonly finding: Finding;
}

/** Of one experience: in sentences, and with every figure. */
export const ComparisonsOfItem: FC<ComparisonsProps> = (props) =>
  props.comparisons.map((comparison) => (
    <>
      <p>{inWords(comparison, props)}</p>
      <ComparisonTable {...props} comparisons={[comparison]} />
    </>
  ));

/** Many groups of which nothing can be told need no sentence each: the table has them. */
function inWords(comparison: GroupComparison, { ranking, finding }: ComparisonsProps): string {
  const { group, groups, pHolm } = comparison;
  if (pHolm === null || pHolm < clearBelow || groups.length <= 3)
    return sentenceForComparison(comparison, ranking, finding.names);
  return `No difference between the ${groups.length} groups of “${finding.name(group)}” can be told (Holm p ${pInWords(pHolm)}).`;
}

/** Of a whole ranking: what can be told apart in sentences, all the rest in tables to open. */
export const Comparisons: FC<Omit<ComparisonsProps, "comparisons">> = ({ ranking, finding }) => {
  const groups = [...new Set(ranking.comparisons.map(({ group }) => group))];
  if (groups.length === 0) return null;
  const told = ranking.comparisons.filter(({ pHolm }) => pHolm !== null && pHolm < clearBelow);
  const { names, name } = finding;
  return (
    <>
      <h3>Between groups of people</h3>
      {told.length === 0 ? (
        <p>No association can be told to differ between the groups compared.</p>
      ) : (
        <ul>
          {told.map((comparison) => (
            <li>{sentenceForComparison(comparison, ranking, names)}</li>
          ))}
        </ul>
      )}
      {groups.map((group) => {
        const comparisons = ranking.comparisons.filter((one) => one.group === group);
        return (
          <details>
            <summary>By {name(group)}: who took part, how they fare, what goes with what</summary>
            <p>{sentenceForGroups(comparisons[0]!, ranking, names)}</p>
            <ComparisonTable comparisons={comparisons} ranking={ranking} finding={finding} />
          </details>
        );
      })}
      <p class="quiet">
        Participation, outcome and association are three questions, each with its own column. Groups
        of fewer than {count(finding.screening.plan.smallestGroup)} people are not compared, and
        nothing is ranked anew inside a group. p (Holm) is of the association being the same in all
        groups, corrected for all experiences and groups of the ranking.
      </p>
    </>
  );
};

interface Row extends GroupDifference {
  readonly comparison: GroupComparison;
}

const ComparisonTable: FC<ComparisonsProps> = ({ comparisons, ranking, finding }) => {
  const several = comparisons.length > 1;
  const by = finding.name(comparisons[0]!.group);
  return (
    <DataTable
      caption={
        several ? `Every experience by ${by}` : `${labelOf(comparisons[0]!, ranking)} by ${by}`
      }
      rows={comparisons.flatMap((comparison) =>
        comparison.groups.map((group): Row => ({ ...group, comparison })),
      )}
      columns={[...(several ? [item(ranking)] : []), ...columnsFor(ranking, { finding, several })]}
    />
  );
};

const labelOf = ({ item }: GroupComparison, { ranked }: Ranking): string =>
  ranked.find(({ id }) => id === item)?.label ?? item;

const item = (ranking: Ranking): TableColumn<Row> => ({
  id: "item",
  head: ranking.of === "experiences" ? "Experience" : "Learning outcome",
  names: true,
  cell: ({ comparison }) => labelOf(comparison, ranking),
});

function columnsFor(
  ranking: Ranking,
  { finding: { names, name }, several }: { readonly finding: Finding; readonly several: boolean },
): TableColumn<Row>[] {
  const unit = unitAfter(ranking, names).trim();
  const isShare = ranking.unit === "percentage points";
  return [
    {
      id: "group",
      head: "Group",
      names: !several,
      text: "whole",
      cell: (row) => groupName(row, row.comparison.group, names),
    },
    {
      id: "n",
      head: "People",
      figures: true,
      cell: ({ n }) => (n === null ? "too few" : count(n)),
    },
    {
      id: "reach",
      head: "Took part, or mean place",
      figures: true,
      cell: ({ reach }) => (reach === null ? "–" : percent(reach / 100, 0)),
    },
    {
      id: "outcome",
      head: `${isShare ? "Share" : "Mean"} of ${name(ranking.outcome)}`,
      figures: true,
      cell: ({ outcome }) =>
        outcome !== null && isShare ? percent(outcome / 100, 0) : figureOf(outcome),
    },
    {
      id: "difference",
      head: `Adjusted difference${unit === "" ? "" : `, ${unit}`} (interval)`,
      figures: true,
      cell: ({ difference }) => (difference === null ? "–" : differenceFigure(difference)),
    },
    {
      id: "p",
      head: "p (Holm), all groups",
      figures: true,
      cell: ({ comparison }) => pValue(comparison.pHolm),
    },
  ];
}
