/** What was answered: as files, and what the scales came to when the wave was last taken into a study. */
import type { FC } from "hono/jsx";
import type { Comparison } from "../../../fielding/comparison.ts";
import type { DescribedScale } from "../../../jobs/tasks/collect.ts";
import { count } from "../../../reports/html/format.ts";
import { responseFiles } from "../../../reports/responses/response-files.ts";
import { momentOf } from "../../parts/day.ts";
import { DataTable } from "../../parts/table.tsx";

export const AnswerFiles: FC<{ readonly here: string }> = ({ here }) => (
  <>
    <h2>Answers as files</h2>
    <p>One line per person: keep these files as you keep the answers themselves.</p>
    <DataTable
      caption="Files of the answers"
      rows={responseFiles}
      columns={[
        {
          id: "file",
          head: "File",
          names: true,
          cell: ({ name }) => <a href={`${here}/answers/${name}`}>{name}</a>,
        },
        { id: "about", head: "What it is", text: "sentences", cell: ({ about }) => about },
      ]}
    />
  </>
);

export const Scales: FC<{ readonly comparison: Comparison }> = ({
  comparison: { takenAt, responses, scales },
}) => (
  <>
    <h2>Scales</h2>
    <p>
      Of {count(responses)} responses, as they were taken into a study on {momentOf(takenAt)}. This
      is also what people who answered are compared with. Figures that rest on fewer than ten people
      are not shown, quartiles on fewer than forty, reliability on fewer than thirty.
    </p>
    <DataTable
      caption="Scores, and how far the items of a scale agree"
      rows={scales}
      columns={[
        {
          id: "scale",
          head: "Scale",
          names: true,
          cell: ({ label, formula }) => (
            <details>
              <summary>{label}</summary>
              <p>{formula}</p>
            </details>
          ),
        },
        { id: "n", head: "People", figures: true, cell: people },
        { id: "mean", head: "Mean", figures: true, cell: mean },
        { id: "half", head: "Middle half", figures: true, cell: middleHalf },
        { id: "alpha", head: "Alpha, 95 % interval", figures: true, cell: alpha },
        { id: "omega", head: "Omega", figures: true, cell: omega },
      ]}
    />
    <p class="hint">
      Alpha (Cronbach, with the interval of Feldt) and omega (McDonald) say what share of the
      variance of a score its items have in common, over people who answered all of them. They do
      not say that the items measure one thing.
    </p>
  </>
);

const nothing = "–";
const people = ({ description: { n } }: DescribedScale): string =>
  n === 0 ? "fewer than 10" : count(n);
const mean = ({ description }: DescribedScale): string => description.mean?.toFixed(1) ?? nothing;
const middleHalf = ({ description: { middleHalf: half } }: DescribedScale): string =>
  half === null ? nothing : `${half.low.toFixed(0)} to ${half.high.toFixed(0)}`;
const omega = ({ description: { reliability } }: DescribedScale): string =>
  reliability?.omega?.toFixed(2) ?? nothing;

function alpha({ description: { reliability } }: DescribedScale): string {
  if (reliability === null) return nothing;
  const { low, high } = reliability.interval;
  return `${reliability.alpha.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
