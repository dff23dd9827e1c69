/** Do associations differ between groups of people? Participation, outcome and association stand apart. */
import { html } from "hono/html";
import {
  differenceFigure,
  groupName,
  sentenceForComparison,
  sentenceForGroups,
  unitAfter,
  type GroupComparison,
  type Ranking,
} from "#analysis";
import { clearBelow } from "../../charts/evidence.ts";
import { headOf } from "../../charts/ranked.ts";
import type { Context } from "./context.ts";
import { count, percent, pValue, type Html } from "./format.ts";
import { table, type TableColumn } from "./table.ts";

export function groupComparisons(ranking: Ranking, context: Context, id: string): Html {
  const { comparisons } = ranking;
  const variables = [...new Set(comparisons.map(({ group }) => group))];
  if (variables.length === 0) return html``;
  return html`<h4 id="${id}-groups">Groups compared</h4>
    <p>
      Three things that are easily mixed up: who took part, how a group fares, and whether the
      association differs. Only the last is tested here, with one correction (Holm) over all
      ${count(comparisons.filter(({ p }) => p !== null).length)} comparisons.
    </p>
    ${variables.map((variable) =>
      oneVariable(
        comparisons.filter(({ group }) => group === variable),
        { ranking, context },
      ),
    )}`;
}

interface About {
  readonly ranking: Ranking;
  readonly context: Context;
}

function oneVariable(own: readonly GroupComparison[], { ranking, context }: About): Html {
  const { names, name } = context;
  const variable = name(own[0]!.group);
  const fares = sentenceForGroups(own[0]!, ranking, names);
  const differing = own.filter(({ pHolm }) => pHolm !== null && pHolm < clearBelow);
  return html`<p class="tier"><strong>${variable}</strong> ${fares ?? ""}</p>
    ${
      differing.length === 0
        ? html`<p>No difference between groups can be told in any of the associations.</p>`
        : html`<ul>
            ${differing.map((one) => html`<li>${sentenceForComparison(one, ranking, names)}</li>`)}
          </ul>`
    }
    <details>
      <summary>${variable}: every comparison</summary>
      ${table(
        `${headOf(ranking.of)} by ${variable}: reach and the difference in ${name(ranking.outcome)}`,
        columnsFor({ ranking, context }),
        own.flatMap(rowsOf),
      )}
    </details>`;
}

interface Row {
  readonly comparison: GroupComparison;
  readonly group: GroupComparison["groups"][number];
  /** The first of its comparison. */
  readonly first: boolean;
}

const rowsOf = (comparison: GroupComparison): Row[] =>
  comparison.groups.map((group, i) => ({ comparison, group, first: i === 0 }));

function columnsFor({ ranking, context: { names } }: About): TableColumn<Row>[] {
  const labels = new Map(ranking.ranked.map(({ id, label }) => [id, label]));
  const unit = unitAfter(ranking, names).trim();
  return [
    {
      head: ranking.of === "experiences" ? "Experience" : "Learning outcome",
      kind: "row heading",
      cell: ({ comparison: { item } }) => labels.get(item) ?? item,
    },
    { head: "Group", cell: ({ comparison, group }) => groupName(group, comparison.group, names) },
    {
      head: "People",
      kind: "number",
      cell: ({ group }) => (group.n === null ? "too few to show" : count(group.n)),
    },
    {
      head: "Reach",
      kind: "number",
      cell: ({ group }) => (group.reach === null ? "–" : percent(group.reach / 100, 0)),
    },
    {
      head: `Difference${unit === "" ? "" : `, ${unit}`}`,
      kind: "number",
      cell: ({ group }) => (group.difference === null ? "–" : differenceFigure(group.difference)),
    },
    {
      head: "p (Holm) of no difference between groups",
      kind: "number",
      cell: ({ comparison, first }) => (first ? pValue(comparison.pHolm) : ""),
    },
  ];
}
