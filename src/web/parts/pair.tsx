/** Who is in a pair, and what its two variables look like. */
import type { FC } from "hono/jsx";
import type { PairDescription, Released } from "#analysis";
import { count, figureOf, percent } from "../../reports/html/format.ts";
import type { Finding } from "../studies/finding.ts";
import { DataTable } from "./table.tsx";

type Description = Released<PairDescription>;
type Distribution = Description["predictor"];

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
