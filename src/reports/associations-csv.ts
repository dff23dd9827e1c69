import type { Association, Estimate, Released, Screening } from "#analysis";
import type { Names } from "../charts/index.ts";
import { csvRow, type Cell } from "./csv.ts";

/** One row per pair and method, every figure at full precision. */
export function associationsCsv({ associations }: Released<Screening>, names: Names): string {
  const rows = associations.map((association) =>
    csvRow(columns.map(([, read]) => read(association, names))),
  );
  return csvRow(columns.map(([name]) => name)) + rows.join("");
}

const label = (names: Names, id: string): string => names.get(id)?.label ?? "";
const value = (estimate: Estimate | undefined): Cell => (estimate?.ok ? estimate.value : null);
const low = (estimate: Estimate | undefined): Cell =>
  estimate?.ok ? (estimate.interval?.low ?? null) : null;
const high = (estimate: Estimate | undefined): Cell =>
  estimate?.ok ? (estimate.interval?.high ?? null) : null;
const p = (estimate: Estimate | undefined): Cell => (estimate?.ok ? estimate.p : null);
const because = (estimate: Estimate | undefined): Cell =>
  estimate === undefined || estimate.ok ? null : estimate.because;

type Column = readonly [name: string, read: (association: Association, names: Names) => Cell];

/** Columns are only ever added at the end: people read this file by position. */
const columns: readonly Column[] = [
  ["predictor", (row) => row.predictor],
  ["predictor_label", (row, names) => label(names, row.predictor)],
  ["outcome", (row) => row.outcome],
  ["outcome_label", (row, names) => label(names, row.outcome)],
  ["method", (row) => row.method],
  ["estimate", (row) => value(row.raw)],
  ["ci_low", (row) => low(row.raw)],
  ["ci_high", (row) => high(row.raw)],
  ["p", (row) => p(row.raw)],
  ["p_holm", (row) => row.pHolm],
  ["q_bh", (row) => row.qBh],
  ["n", (row) => row.n],
  ["effective_n", (row) => row.effectiveN],
  ["adjusted_method", (row) => row.adjusted?.method ?? null],
  ["adjusted_estimate", (row) => value(row.adjusted?.estimate)],
  ["adjusted_ci_low", (row) => low(row.adjusted?.estimate)],
  ["adjusted_ci_high", (row) => high(row.adjusted?.estimate)],
  ["adjusted_p", (row) => p(row.adjusted?.estimate)],
  ["adjusted_p_holm", (row) => row.adjustedPHolm],
  ["adjusted_n", (row) => row.adjusted?.n ?? null],
  ["unadjusted_same_people", (row) => row.adjusted?.unadjusted ?? null],
  ["sign_flip", (row) => row.adjusted && row.cautions.includes("sign flips when adjusted")],
  ["shortfall", (row) => because(row.raw)],
  ["adjusted_shortfall", (row) => because(row.adjusted?.estimate)],
  ["rule", (row) => row.rule],
  ["cautions", (row) => row.cautions.join("; ")],
];
