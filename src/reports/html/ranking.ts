/** A ranking as chart, table and sentences: importance and evidence stand in separate columns. */
import { html } from "hono/html";
import {
  ordinalRange,
  sentenceForRanked,
  sentenceForUnranked,
  type Ranked,
  type Ranking,
  type Unranked,
} from "#analysis";
import { charts } from "../../charts/index.ts";
import type { Context } from "./context.ts";
import { chartFigure } from "./figure.ts";
import { count, list, percent, pValue, withInterval, type Html } from "./format.ts";
import { table, type TableColumn } from "./table.ts";

export async function rankingSection(
  context: Context,
  ranking: Ranking | Unranked,
  id: string,
): Promise<Html> {
  const { name } = context;
  const heading = html`<h3 id="${id}">
    ${ranking.of === "experiences" ? "Experiences" : "Learning outcomes"} ranked
  </h3>`;
  if (!ranking.ok)
    return html`${heading}
      <p>
        ${sentenceForUnranked(ranking, context.names)} ${count(ranking.n)} people have all the
        answers a ranking needs.
      </p>`;
  const { outcome, of } = ranking;
  const chart = await chartFigure(charts.ranked.draw({ ...context, outcome, of }), `${id}-chart`);
  return html`${heading}
    <p>${basis(ranking, context)}</p>
    <div class="finding">
      <div>${chart}</div>
      <div>
        <ul>
          ${ranking.ranked.map((ranked) => html`<li>${sentenceForRanked(ranked, ranking, context.names)}</li>`)}
        </ul>
        ${tooClose(ranking)}
      </div>
    </div>
    ${table(`${of === "experiences" ? "Experiences" : "Learning outcomes"} ranked for ${name(outcome)}`, columnsFor(ranking, context), ranking.ranked)}
    <p class="limit">
      Importance has no direction and cannot be negative, so its interval never speaks for or
      against an association: that is what the evidence column is for. Ranks come as sets because
      neighbours often cannot be told apart.
    </p>`;
}

function basis(ranking: Ranking, { screening, name }: Context): string {
  const { n, effectiveN, covariatesRSquared, addedRSquared, computed, leftOut, of } = ranking;
  const { dataset, plan } = screening;
  const weighted =
    plan.weight === null
      ? ""
      : ` (effective number with weights: ${count(Math.round(effectiveN))})`;
  const constant =
    plan.covariates.length === 0
      ? "Nothing is held constant."
      : `What is held constant explains ${percent(covariatesRSquared)} of the variance.`;
  const orders =
    computed.how === "exact"
      ? ""
      : ` Importance is averaged over ${count(computed.orders)} sampled orders.`;
  const left =
    leftOut.length === 0 ? "" : ` Left out, because they do not vary: ${list(leftOut.map(name))}.`;
  return (
    `${count(n)} of ${count(dataset.people)} people have every answer that this ranking needs${weighted}. ` +
    `${constant} The ${of} together add ${percent(addedRSquared)}.${orders}${left}`
  );
}

function tooClose({ groups, ranked }: Ranking): Html {
  const labels = new Map(ranked.map(({ id, label }) => [id, label]));
  const several = groups.filter((group) => group.length > 1);
  if (several.length === 0) return html``;
  return html`<p>Cannot be told apart by these data:</p>
    <ul>
      ${several.map((group) => html`<li>${list(group.map((id) => labels.get(id) ?? id))}</li>`)}
    </ul>`;
}

function columnsFor({ of }: Ranking, { name }: Context): TableColumn<Ranked>[] {
  const parts: TableColumn<Ranked> = {
    head: "Shown by",
    kind: "words",
    cell: (ranked) =>
      list(
        ranked.parts.map(({ id, importance }) =>
          importance === null ? name(id) : `${name(id)} (${percent(importance)})`,
        ),
      ),
  };
  return [
    {
      head: "Rank",
      kind: "number",
      cell: ({ rankLow, rankHigh }) => ordinalRange(rankLow, rankHigh),
    },
    {
      head: of === "experiences" ? "Experience" : "Learning outcome",
      kind: "row heading",
      cell: ({ label }) => label,
    },
    ...(of === "learning outcomes" ? [parts] : []),
    { head: "Importance", kind: "number", cell: importance },
    { head: "Share", kind: "number", cell: ({ share }) => percent(share, 0) },
    {
      head: "Evidence: adjusted difference",
      kind: "number",
      cell: ({ evidence }) => difference(evidence),
    },
    { head: "p", kind: "number", cell: ({ evidence }) => pValue(evidence.p) },
    { head: "p (Holm)", kind: "number", cell: ({ evidence }) => pValue(evidence.pHolm) },
  ];
}

const difference = ({ difference }: Ranked["evidence"]): string =>
  difference === null ? "–" : withInterval(difference.value, difference.interval);

const importance = ({ importance, interval }: Ranked): string =>
  interval === null
    ? percent(importance)
    : `${percent(importance)} (${percent(interval.low)} to ${percent(interval.high)})`;
