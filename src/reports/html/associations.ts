/** All pairs: the matrix to look at, and the table with every figure. */
import { html } from "hono/html";
import { methodOf, type Association } from "#analysis";
import { charts } from "../../charts/index.ts";
import type { Context } from "./context.ts";
import { wideFigure } from "./figure.ts";
import { count, estimate, pValue, type Html } from "./format.ts";
import { table, type TableColumn } from "./table.ts";

export async function associations(context: Context): Promise<Html> {
  const { screening } = context;
  const figure = await wideFigure(charts.matrix.draw(context), "matrix");
  return html`<section aria-labelledby="associations">
    <h2 id="associations">All associations</h2>
    <p>
      Coefficients of different kinds share no scale: a Kendall of 0.3 is not a Cramér of 0.3. The
      picture therefore shows direction and evidence, not size; to compare importance, read the
      rankings.
    </p>
    ${figure} ${table("Every pair of the plan", columnsFor(context), screening.associations)}
  </section>`;
}

function columnsFor({ screening, name }: Context): TableColumn<Association>[] {
  const weighted = screening.weighting !== null;
  const adjusted = screening.plan.covariates.length > 0;
  return [
    { head: "Experience", kind: "row heading", cell: (row) => name(row.predictor) },
    { head: "Outcome", cell: (row) => name(row.outcome) },
    { head: "Coefficient", cell: (row) => methodOf(row.method).label },
    { head: "Estimate (interval)", kind: "number", cell: (row) => estimate(row.raw) },
    { head: "p", kind: "number", cell: (row) => pValue(row.raw.ok ? row.raw.p : null) },
    { head: "p (Holm)", kind: "number", cell: (row) => pValue(row.pHolm) },
    { head: "q (BH)", kind: "number", cell: (row) => pValue(row.qBh) },
    { head: "People", kind: "number", cell: (row) => count(row.n) },
    ...(weighted ? [effective] : []),
    ...(adjusted ? [held] : []),
    { head: "Rule", kind: "words", cell: (row) => row.rule },
    { head: "Read with care", kind: "words", cell: (row) => row.cautions.join("; ") || "–" },
  ];
}

const effective: TableColumn<Association> = {
  head: "Effective number",
  kind: "number",
  cell: ({ effectiveN }) => (effectiveN === null ? "–" : effectiveN.toFixed(1)),
};

const held: TableColumn<Association> = {
  head: "Adjusted (interval)",
  kind: "number",
  cell: ({ adjusted }) => (adjusted === null ? "–" : estimate(adjusted.estimate)),
};
