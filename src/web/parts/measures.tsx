/** The coefficients of a pair: the one of the plan, those beside it, and what none of them shows. */
import type { FC } from "hono/jsx";
import {
  methodOf,
  roundedTo,
  sizeOf,
  type Association,
  type Estimate,
  type MethodId,
  type PairDetails,
  type Released,
} from "#analysis";
import { count, estimate, figureOf, percent, pValue } from "../../reports/html/format.ts";
import type { Finding } from "../studies/finding.ts";
import { DataTable } from "./table.tsx";

export const Coefficients: FC<{
  readonly rows: readonly Association[];
  readonly finding: Finding;
}> = ({ rows, finding }) => (
  <>
    <DataTable
      caption="The association, before and after holding the covariates constant"
      rows={rows.flatMap(linesOf)}
      columns={[
        { id: "what", head: "Coefficient", names: true, cell: ({ what }) => what },
        { id: "value", head: "Estimate (interval)", figures: true, cell: ({ value }) => value },
        { id: "p", head: "p", figures: true, cell: ({ p }) => pValue(p) },
        { id: "holm", head: "p (Holm)", figures: true, cell: ({ holm }) => pValue(holm) },
        { id: "bh", head: "q (BH)", figures: true, cell: ({ bh }) => pValue(bh) },
        { id: "n", head: "People", figures: true, cell: ({ n }) => count(n) },
      ]}
    />
    {rows.map((row) => (
      <p>
        <b>{methodOf(row.method).label}.</b> {methodOf(row.method).meaning} {row.rule}{" "}
        <span class="quiet">{methodOf(row.method).reference}.</span>
      </p>
    ))}
    <p class="quiet">
      Intervals at {percent(finding.screening.plan.confidence, 0)}. p (Holm) keeps the chance of one
      false claim among all experiences of this outcome; q (BH) the share of false claims among all
      pairs of the plan.
    </p>
  </>
);

interface Line {
  readonly what: string;
  readonly value: string;
  readonly p: number | null;
  readonly holm: number | null;
  readonly bh: number | null;
  readonly n: number | null;
}

function linesOf({ method, raw, n, pHolm, qBh, adjusted, adjustedPHolm }: Association): Line[] {
  const p = raw.ok ? raw.p : null;
  const first = {
    what: `${methodOf(method).label}, as it is`,
    value: figureBy(method, raw),
    p,
    holm: pHolm,
    bh: qBh,
    n,
  };
  if (adjusted === null) return [first];
  const none = { p: null, holm: null, bh: null };
  const kind = partials[adjusted.method];
  const held = adjusted.estimate;
  return [
    first,
    {
      ...none,
      what: `${kind}, covariates left out`,
      value: figureOf(adjusted.unadjusted),
      n: adjusted.n,
    },
    {
      what: `${kind}, covariates held constant`,
      value: estimate(held),
      p: held.ok ? held.p : null,
      holm: adjustedPHolm,
      bh: null,
      n: adjusted.n,
    },
  ];
}

const partials = {
  "partial-pearson": "Partial correlation",
  "partial-spearman": "Partial rank correlation",
  "partial-eta": "Multiple partial correlation",
} as const satisfies Record<NonNullable<Association["adjusted"]>["method"], string>;

/** A difference or a ratio has no bounds, and its unit decides how many digits are worth reading. */
function figureBy(method: MethodId, given: Estimate): string {
  if (!given.ok || methodOf(method).range.every(Number.isFinite)) return estimate(given);
  const { value, interval } = given;
  const written = roundedTo(interval === null ? Math.abs(value) : sizeOf(value, interval));
  if (interval === null) return written(value);
  return `${written(value)} (${written(interval.low)} to ${written(interval.high)})`;
}

type Details = Released<PairDetails>;

/** What else measures the pair: each on a scale of its own, so none is better for being larger. */
export const Companions: FC<{ readonly details: Details }> = ({ details: { companions } }) =>
  companions.length === 0 ? null : (
    <>
      <h2>Other measures of the same pair</h2>
      <DataTable
        caption="Measures that fit how the two are measured, covariates not held constant"
        rows={companions}
        columns={[
          {
            id: "measure",
            head: "Measure",
            names: true,
            cell: ({ method }) => methodOf(method).label,
          },
          {
            id: "value",
            head: "Estimate (interval)",
            figures: true,
            cell: ({ method, estimate }) => figureBy(method, estimate),
          },
          {
            id: "p",
            head: "p",
            figures: true,
            cell: ({ estimate }) => pValue(estimate.ok ? estimate.p : null),
          },
          {
            id: "meaning",
            head: "What it says",
            text: "sentences",
            cell: ({ method }) => methodOf(method).meaning,
          },
        ]}
      />
      <p class="quiet">
        They answer the same question in other words and on other scales; their p values are not
        corrected for being several.
      </p>
    </>
  );

/** Where an ordinary reading of the coefficient would go wrong. */
export const Alarms: FC<{ readonly details: Details }> = ({ details: { alarms } }) =>
  alarms.map(({ text }) => <p class="note">{text}</p>);
