/** A ranking as charts, sentences and tables: importance and evidence stand in separate columns. */
import { html } from "hono/html";
import {
  amongWhom,
  claimFor,
  sentencesForPreparation,
  sentenceForUnranked,
  tierMeanings,
  tiers,
  warningsFor,
  type Ranking,
  type Unranked,
} from "#analysis";
import { charts } from "../../charts/index.ts";
import { headOf } from "../../charts/ranked.ts";
import type { Context } from "./context.ts";
import { chartFigure } from "./figure.ts";
import { count, list, type Html } from "./format.ts";
import { groupComparisons } from "./group-comparisons.ts";
import { basisOf } from "./ranking-basis.ts";
import { evidenceColumns, importanceColumns, letterOf, tiesOf } from "./ranking-columns.ts";
import { stressTest } from "./stress-test.ts";
import { table } from "./table.ts";

export async function rankingSection(
  context: Context,
  ranking: Ranking | Unranked,
  id: string,
): Promise<Html> {
  const { names, name } = context;
  const { outcome, of } = ranking;
  const heading = html`<h3 id="${id}">${headOf(of)} ranked</h3>`;
  if (!ranking.ok)
    return html`${heading}
      <p>
        ${sentenceForUnranked(ranking, names)} ${count(ranking.n)} people have all the answers a
        ranking needs.
      </p>`;
  const figures = { ...context, outcome, of };
  return html`${heading}
    <div class="finding">
      <div>
        ${await chartFigure(charts.ranked.draw(figures), `${id}-chart`)} ${basis(ranking, context)}
      </div>
      <div>${inWords(ranking, context)} ${tooClose(ranking)}</div>
    </div>
    ${table(`${headOf(of)} ranked for ${name(outcome)}`, importanceColumns(ranking, names), ranking.ranked)}
    <p class="limit">
      Importance has no direction and cannot be negative, so its interval never speaks for or
      against an association: that is what the differences are for. Ranks come as sets, as
      neighbours often cannot be told apart.
    </p>
    <div class="pair">
      ${await chartFigure(charts.reach.draw(figures), `${id}-reach`)}
      ${await chartFigure(charts.differences.draw(figures), `${id}-differences`)}
    </div>
    ${table(`${headOf(of)}: the difference in ${name(outcome)}`, evidenceColumns(ranking, names), ranking.ranked)}
    ${stressTest(ranking, context)} ${groupComparisons(ranking, context, id)}
    ${preparation(ranking, context)}`;
}

const basis = (ranking: Ranking, { screening, names }: Context): Html =>
  html`<dl class="basis">
    ${basisOf(ranking, screening, names).map(
      ([term, value]) =>
        html`<dt>${term}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;

/** By tier, strongest first; what is little or unclear is folded away. */
function inWords(ranking: Ranking, { names }: Context): Html {
  const lead = amongWhom(ranking, names);
  return html`<p>${lead.charAt(0).toUpperCase() + lead.slice(1)}:</p>
    ${tiers.map((tier) => {
      const own = ranking.ranked.filter((one) => one.tier === tier);
      if (own.length === 0) return "";
      return html`<p class="tier"><strong>${tier}</strong> ${tierMeanings[tier]}</p>
        <ul>
          ${own.map((one) => html`<li>${claimFor(one, ranking, names)}</li>`)}
        </ul>`;
    })}`;
}

function tooClose(ranking: Ranking): Html {
  const labels = new Map(ranking.ranked.map(({ id, label }) => [id, label]));
  const several = tiesOf(ranking);
  if (several.length === 0) return html``;
  return html`<p class="tier"><strong>Too close to call</strong> These data cannot tell apart:</p>
    <ul>
      ${several.map(
        (group, i) =>
          html`<li>${letterOf(i)}: ${list(group.map((id) => labels.get(id) ?? id))}</li>`,
      )}
    </ul>`;
}

function preparation(ranking: Ranking, { screening, names }: Context): Html {
  const { plan, weighting } = screening;
  const units = plan.design.clusters === null ? null : (weighting?.units ?? null);
  const warnings = warningsFor(ranking, units);
  const sentences = sentencesForPreparation(ranking, names);
  const items = (texts: readonly string[]): Html =>
    html`<ul>
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>`;
  return html`${
    warnings.length === 0
      ? ""
      : html`<h4>Read with care</h4>
          ${items(warnings)}`
  }
  ${
    sentences.length === 0
      ? ""
      : html`<details>
          <summary>How the variables were made ready</summary>
          ${items(sentences)}
        </details>`
  }`;
}
