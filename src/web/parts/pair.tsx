/** The parts of a pair page: who is in it, what both variables look like, and the coefficients. */
import type { FC } from "hono/jsx";
import { methodOf, type Association, type PairDescription, type Released } from "#analysis";
import { count, estimate, figureOf, percent, pValue } from "../../reports/html/format.ts";
import type { Finding } from "../studies/finding.ts";
import { DataTable } from "./table.tsx";

type Description = Released<PairDescription>;
type Distribution = Description["predictor"];

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
    value: estimate(raw),
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

export const LostTable: FC<{ readonly description: Description; readonly finding: Finding }> = ({
  description,
  finding: { name, screening },
}) => (
  <>
    <p>
      {count(description.n)} of {count(screening.dataset.people)} people have both values.
    </p>
    {description.lost.length > 0 && (
      <DataTable
        caption="Who is not in this pair, and why"
        rows={description.lost}
        columns={[
          {
            id: "variable",
            head: "Without a value for",
            names: true,
            cell: (row) => name(row.variable),
          },
          { id: "reason", head: "Because", cell: (row) => row.reason },
          {
            id: "people",
            head: "People",
            figures: true,
            cell: ({ people }) => (people === null ? "fewer than ten" : count(people)),
          },
        ]}
      />
    )}
  </>
);

export const DistributionTable: FC<{ readonly of: Distribution }> = ({ of }) => (
  <>
    <h3>{of.label}</h3>
    <p>
      {of.level === "nominal" ? "Categories without an order" : levelWords[of.level]}; {count(of.n)}{" "}
      people
      {of.mean !== null && `; mean ${figureOf(of.mean)}`}
      {of.sd !== null && `, standard deviation ${figureOf(of.sd)}`}.
    </p>
    {of.categories.length > 0 && (
      <DataTable
        caption={`Answers: ${of.label}`}
        rows={of.categories}
        columns={[
          { id: "label", head: "Answer", names: true, cell: ({ label }) => label },
          {
            id: "n",
            head: "People",
            figures: true,
            cell: ({ n }) => (n === null ? "too few" : count(n)),
          },
          {
            id: "share",
            head: "Share",
            figures: true,
            cell: ({ n }) => (n === null ? "–" : percent(n / of.n, 0)),
          },
        ]}
      />
    )}
  </>
);

const levelWords: Readonly<Record<Exclude<Distribution["level"], "nominal">, string>> = {
  binary: "Two answers",
  ordinal: "Ordered answers",
  count: "A count",
  interval: "A measurement",
};

export const GroupTable: FC<{ readonly description: Description; readonly title: string }> = ({
  description,
  title,
}) => (
  <DataTable
    caption={title}
    rows={description.groups}
    columns={[
      { id: "label", head: "Group", names: true, cell: ({ label }) => label },
      {
        id: "n",
        head: "People",
        figures: true,
        cell: ({ n }) => (n === null ? "too few" : count(n)),
      },
      { id: "mean", head: "Mean", figures: true, cell: ({ mean }) => figureOf(mean) },
      {
        id: "interval",
        head: "95 % interval",
        figures: true,
        cell: ({ low, high }) =>
          low === null || high === null ? "–" : `${figureOf(low)} to ${figureOf(high)}`,
      },
    ]}
  />
);
