/** Everything about one outcome: its rankings, what is left when covariates are held constant, each pair in words. */
import { html } from "hono/html";
import { sentenceForAssociation, type Association, type VariableId } from "#analysis";
import { charts } from "../../charts/index.ts";
import { clearBelow } from "../../charts/evidence.ts";
import type { Context } from "./context.ts";
import { chartFigure } from "./figure.ts";
import { count, estimate, figureOf, pValue, type Html } from "./format.ts";
import { rankingSection } from "./ranking.ts";
import { table } from "./table.ts";

export async function outcomeSection(
  context: Context,
  outcome: VariableId,
  id: string,
): Promise<Html> {
  const { screening, name } = context;
  const rankings = screening.rankings
    .filter((ranking) => ranking.outcome === outcome)
    .sort((a, b) => Number(b.of === "learning outcomes") - Number(a.of === "learning outcomes"));
  const sections: Html[] = [];
  for (const [i, ranking] of rankings.entries())
    sections.push(await rankingSection(context, ranking, `${id}-ranking-${i + 1}`));
  const pairs = screening.associations.filter((row) => row.outcome === outcome);
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">What goes with ${name(outcome)}</h2>
    ${sections.length > 0 ? sections : html`<p>${notRanked}</p>`}
    ${await adjustedPart(context, outcome, id)} ${inWords(pairs, context, id)}
  </section>`;
}

const notRanked =
  "Its categories have no order, so shares of its variance have no meaning and nothing is ranked for it.";

async function adjustedPart(context: Context, outcome: VariableId, id: string): Promise<Html> {
  const { screening, name } = context;
  const pairs = screening.associations.filter(
    (row) => row.outcome === outcome && row.adjusted !== null,
  );
  if (pairs.length === 0) return html``;
  const drawing = charts.rawAdjusted.draw({ ...context, outcome });
  const turned = pairs.filter((row) => row.cautions.includes("sign flips when adjusted"));
  return html`<h3 id="${id}-adjusted">Among people alike on what is held constant</h3>
    <p>
      Held constant: ${screening.plan.covariates.map(name).join(", ")}. The two coefficients of a
      line are of the same kind and of the same people, so they compare;
      ${turned.length === 0 ? "none turns round." : `${turned.length} of ${pairs.length} turn round.`}
    </p>
    <div class="finding">
      <div>${await chartFigure(drawing, `${id}-adjusted-chart`)}</div>
      <div>
        ${table<Association>(
          `Before and after: ${name(outcome)}`,
          [
            { head: "Experience", kind: "row heading", cell: ({ predictor }) => name(predictor) },
            {
              head: "Without",
              kind: "number",
              cell: ({ adjusted }) => figureOf(adjusted?.unadjusted ?? null),
            },
            {
              head: "With",
              kind: "number",
              cell: ({ adjusted }) => (adjusted ? estimate(adjusted.estimate) : "–"),
            },
            {
              head: "p (Holm)",
              kind: "number",
              cell: ({ adjustedPHolm }) => pValue(adjustedPHolm),
            },
            { head: "People", kind: "number", cell: ({ adjusted }) => count(adjusted?.n ?? null) },
            { head: "Direction", cell: (row) => (turned.includes(row) ? "turns round" : "stays") },
          ],
          pairs,
        )}
      </div>
    </div>`;
}

function inWords(pairs: readonly Association[], { name }: Context, id: string): Html {
  const clear = pairs.filter(({ pHolm }) => pHolm !== null && pHolm < clearBelow);
  const rest = pairs.filter((row) => !clear.includes(row));
  const sentences = (rows: readonly Association[]) =>
    html`<ul>
      ${rows.map((row) => html`<li>${sentenceForAssociation(row, name)}</li>`)}
    </ul>`;
  return html`<h3 id="${id}-words">Pair by pair</h3>
    ${clear.length === 0 ? html`<p>No pair can be told from chance.</p>` : sentences(clear)}
    ${
      rest.length === 0
        ? ""
        : html`<details>
            <summary>${rest.length} pairs without a clear association</summary>
            ${sentences(rest)}
          </details>`
    }`;
}
