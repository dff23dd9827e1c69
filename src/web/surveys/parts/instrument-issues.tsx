/** What reading and checking an instrument has to say: where, what, and what to write instead. */
import type { FC } from "hono/jsx";
import type { ImportedQuestion, InstrumentIssue, VersionDifference } from "#surveys";
import { DataTable } from "../../parts/table.tsx";

/** As many as a person will read. */
const mostShown = 200;

export const InstrumentIssues: FC<{
  readonly caption: string;
  readonly issues: readonly InstrumentIssue[];
}> = ({ caption, issues }) => (
  <DataTable
    caption={
      issues.length > mostShown ? `${caption}: the first ${mostShown} of ${issues.length}` : caption
    }
    rows={issues.slice(0, mostShown)}
    columns={[
      { id: "severity", head: "Kind", cell: ({ severity }) => severities[severity] },
      {
        id: "path",
        head: "Where",
        cell: ({ path, name }) => (path === "" ? (name ?? "–") : <code>{path}</code>),
      },
      { id: "text", head: "What", text: "sentences", cell: ({ text }) => text },
      {
        id: "suggestion",
        head: "What to do",
        text: "words",
        cell: ({ suggestion }) => suggestion ?? "–",
      },
    ]}
  />
);

const severities: Readonly<Record<InstrumentIssue["severity"], string>> = {
  refused: "Refused",
  warning: "Look at it",
};

/** Line by line what another version changes, and whether it keeps older answers usable. */
export const Differences: FC<{
  readonly caption: string;
  readonly differences: readonly VersionDifference[];
}> = ({ caption, differences }) => (
  <DataTable
    caption={caption}
    rows={differences}
    columns={[
      { id: "name", head: "Where", names: true, cell: placeOf },
      { id: "text", head: "What changes", text: "sentences", cell: ({ text }) => text },
      { id: "safe", head: "For answers", cell: ({ safe }) => (safe ? "Safe" : <b>Breaking</b>) },
    ]}
  />
);

const placeOf = ({ name }: VersionDifference) => (name === "" ? "The whole" : <code>{name}</code>);

/** What became of each question of a file that was taken in. */
export const ImportReport: FC<{ readonly questions: readonly ImportedQuestion[] }> = ({
  questions,
}) => (
  <DataTable
    caption={`What became of each question: ${tallyOf(questions)}`}
    rows={questions.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))}
    columns={[
      { id: "name", head: "Question", names: true, cell: ({ name }) => <code>{name}</code> },
      { id: "outcome", head: "Became", cell: ({ outcome }) => outcomes[outcome] },
      {
        id: "notes",
        head: "Why",
        text: "sentences",
        cell: ({ notes }) => (notes.length === 0 ? "–" : notes.join(" ")),
      },
    ]}
  />
);

/** "1 refused, 3 changed, 12 taken" */
const tallyOf = (questions: readonly ImportedQuestion[]): string =>
  order
    .map((each) => `${questions.filter(({ outcome }) => outcome === each).length} ${each}`)
    .join(", ");

/** What needs a look comes first. */
const order: readonly ImportedQuestion["outcome"][] = ["refused", "changed", "taken"];

const outcomes: Readonly<Record<ImportedQuestion["outcome"], string>> = {
  taken: "Taken",
  changed: "Changed",
  refused: "Refused",
};
