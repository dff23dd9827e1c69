/** Refusals, and issues in files, so that a person knows what happened, where, and what to do. */
import type { FC } from "hono/jsx";
import type { Issue } from "../../intake/source.ts";
import type { Problem } from "../../problem.ts";
import { DataTable } from "./table.tsx";

interface ProblemBoxProps {
  readonly title: string;
  readonly detail: string;
  readonly next?: string | undefined;
  readonly issues?: readonly Issue[];
}

export const ProblemBox: FC<ProblemBoxProps> = ({ title, detail, next, issues = [] }) => (
  <div class="problem" role="alert">
    <h2>{title}</h2>
    <p>{detail}</p>
    {next !== undefined && <p>{next}</p>}
    {issues.length > 0 && <IssueTable issues={issues} />}
  </div>
);

/** Why something was not done; nothing where it was. */
export const Refusal: FC<{ readonly problem: Problem | undefined }> = ({ problem }) =>
  problem === undefined ? null : (
    <ProblemBox
      title={problem.title}
      detail={problem.message}
      next={problem.next}
      issues={problem.issues}
    />
  );

/** As many as a person will read; the count says how many there are. */
const mostShown = 200;

export const IssueTable: FC<{ readonly issues: readonly Issue[] }> = ({ issues }) => (
  <DataTable
    caption={
      issues.length > mostShown
        ? `The first ${mostShown} of ${issues.length.toLocaleString("en-US")} notes on the files`
        : "Notes on the files, by line and column"
    }
    rows={issues.slice(0, mostShown)}
    columns={[
      { id: "severity", head: "Kind", cell: ({ severity }) => severities[severity] },
      { id: "file", head: "File", cell: ({ file }) => file },
      { id: "line", head: "Line", figures: true, cell: ({ line }) => line ?? "–" },
      { id: "column", head: "Column", cell: ({ column }) => column ?? "–" },
      { id: "text", head: "What", cell: ({ text }) => text },
    ]}
  />
);

const severities: Readonly<Record<Issue["severity"], string>> = {
  error: "Error",
  warning: "Warning",
  note: "Note",
};
