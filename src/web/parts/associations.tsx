/** Every pair of one outcome, with every figure; sortable. */
import type { Child } from "hono/jsx";
import { methodOf, type Association, type Estimate } from "#analysis";
import { count, estimate, figureOf, pValue } from "../../reports/html/format.ts";
import type { Finding } from "../studies/finding.ts";
import { DataTable, type TableColumn } from "./table.tsx";

interface AssociationsProps {
  readonly rows: readonly Association[];
  readonly finding: Finding;
  readonly query: URLSearchParams;
  pairAddress(predictor: string): string;
}

export const AssociationTable = ({ rows, finding, query, pairAddress }: AssociationsProps) => (
  <DataTable
    id="associations"
    caption="Each experience and this outcome, before and after holding the covariates constant"
    rows={rows}
    query={query}
    columns={columnsFor(finding, pairAddress)}
  />
);

function columnsFor(
  { screening: { plan, weighting }, name }: Finding,
  pairAddress: AssociationsProps["pairAddress"],
): TableColumn<Association>[] {
  const link = ({ predictor }: Association): Child => (
    <a href={pairAddress(predictor)}>{name(predictor)}</a>
  );
  return [
    {
      id: "predictor",
      head: "Experience",
      names: true,
      cell: link,
      by: (row) => name(row.predictor),
    },
    { id: "method", head: "Coefficient", cell: (row) => methodOf(row.method).label },
    {
      id: "raw",
      head: "Estimate (interval)",
      figures: true,
      cell: (row) => estimate(row.raw),
      by: (row) => valueOf(row.raw),
    },
    {
      id: "holm",
      head: "p (Holm)",
      figures: true,
      cell: (row) => pValue(row.pHolm),
      by: (row) => row.pHolm,
    },
    {
      id: "bh",
      head: "q (BH)",
      figures: true,
      cell: (row) => pValue(row.qBh),
      by: (row) => row.qBh,
    },
    ...(plan.covariates.length > 0 ? adjusted : []),
    { id: "n", head: "People", figures: true, cell: ({ n }) => count(n), by: ({ n }) => n },
    ...(weighting === null ? [] : [effective]),
    {
      id: "cautions",
      text: "words",
      head: "Read with care",
      cell: ({ cautions }) => cautions.join("; ") || "–",
    },
  ];
}

const valueOf = (estimate: Estimate | undefined): number | null =>
  estimate?.ok ? estimate.value : null;

const adjusted: readonly TableColumn<Association>[] = [
  {
    id: "adjusted",
    head: "Without → with covariates (interval)",
    figures: true,
    cell: ({ adjusted }) =>
      adjusted === null ? "–" : `${figureOf(adjusted.unadjusted)} → ${estimate(adjusted.estimate)}`,
    by: ({ adjusted }) => valueOf(adjusted?.estimate),
  },
  {
    id: "adjusted-holm",
    head: "p (Holm), with covariates",
    figures: true,
    cell: (row) => pValue(row.adjustedPHolm),
    by: (row) => row.adjustedPHolm,
  },
];

const effective: TableColumn<Association> = {
  id: "effective",
  head: "Effective n",
  figures: true,
  cell: ({ effectiveN }) => (effectiveN === null ? "–" : count(Math.round(effectiveN))),
  by: ({ effectiveN }) => effectiveN,
};
