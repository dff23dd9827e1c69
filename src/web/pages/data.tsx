/** What was read: what joined, and every variable with its level, labels, missing codes and the rule that decided. */
import type { FC } from "hono/jsx";
import type { Value, Variable } from "#surveys";
import { list } from "../../reports/html/format.ts";
import { saveCodebook } from "../../db/studies.ts";
import { Problem } from "../../problem.ts";
import { readForm } from "../form.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { FileField } from "../parts/field.tsx";
import { JoinTable } from "../parts/join.tsx";
import { IssueTable, ProblemBox } from "../parts/problem.tsx";
import { DataTable } from "../parts/table.tsx";
import { addressOfStudy, assemblyOfStudy, openStudy, placeIn, type OpenStudy } from "../study.ts";
import type { Reading } from "../world.ts";

export const data: Page<"/studies/:study/data"> = {
  path: "/studies/:study/data",
  async show({ params, query }, world) {
    const open = await openStudy(world, params.study);
    if (open.confirmed.length === 0) return seeOther(`${addressOfStudy(open.study.id)}/files`);
    return dataView(world, open, { query });
  },

  /** Back to what was recognised. */
  async act({ params, request }, world) {
    const { study } = await openStudy(world, params.study);
    const form = await readForm(request);
    if (form.get("choice") === "forget") await saveCodebook(world.db.write, study.id, null);
    return seeOther(`${addressOfStudy(study.id)}/data`);
  },
};

interface Shown {
  readonly query: URLSearchParams;
  /** Why a codebook was not taken. */
  readonly refusal?: Problem;
}

export async function dataView(
  world: Reading,
  open: OpenStudy,
  { query, refusal }: Shown,
): Promise<View> {
  const { study } = open;
  const here = `${addressOfStudy(study.id)}/data`;
  const read = await assemblyOfStudy(world, open).catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });
  const problem = refusal ?? (read instanceof Problem ? read : undefined);
  return {
    title: "Data",
    place: placeIn(open, "data"),
    status: problem?.status ?? 200,
    body: (
      <>
        <h1>Data</h1>
        {problem !== undefined && (
          <ProblemBox
            title={problem.title}
            detail={problem.message}
            next={problem.next}
            issues={problem.issues}
          />
        )}
        {!(read instanceof Problem) && (
          <>
            <JoinTable join={read.join} />
            {read.issues.length > 0 && (
              <details>
                <summary>{read.issues.length} notes on the files</summary>
                <IssueTable issues={read.issues} />
              </details>
            )}
            <p>
              <a class="button" href={`${addressOfStudy(study.id)}/plan`}>
                Continue to the plan
              </a>
            </p>
            <Variables variables={read.codebook.variables} query={query} here={here} />
          </>
        )}
        <CodebookForms here={here} study={study.id} told={study.codebook !== null} />
      </>
    ),
  };
}

const Variables: FC<{
  readonly variables: readonly Variable[];
  readonly query: URLSearchParams;
  readonly here: string;
}> = ({ variables, query, here }) => {
  const offered = variables.filter(({ excluded }) => excluded === undefined);
  const aside = variables.filter(({ excluded }) => excluded !== undefined);
  return (
    <>
      <h2>Variables</h2>
      <p>
        The level decides which coefficient fits. Where the program read it wrongly, open the
        variable and say so.
      </p>
      <VariableTable
        caption="Offered for analysis"
        id="offered"
        rows={offered}
        query={query}
        here={here}
      />
      {aside.length > 0 && (
        <VariableTable caption="Set aside" id="aside" rows={aside} query={query} here={here} />
      )}
    </>
  );
};

interface VariableTableProps {
  readonly caption: string;
  readonly id: string;
  readonly rows: readonly Variable[];
  readonly query: URLSearchParams;
  readonly here: string;
}

const VariableTable: FC<VariableTableProps> = ({ caption, id, rows, query, here }) => (
  <DataTable
    id={id}
    caption={caption}
    rows={rows}
    query={query}
    columns={[
      {
        id: "label",
        head: "Variable",
        names: true,
        by: ({ label }) => label,
        cell: (variable) => (
          <>
            <a href={`${here}/variable?id=${encodeURIComponent(variable.id)}`}>{variable.label}</a>
            {variable.label !== variable.id && (
              <>
                {" "}
                <small>
                  <code>{variable.id}</code>
                </small>
              </>
            )}
          </>
        ),
      },
      { id: "level", head: "Level", cell: levelOf, by: levelOf },
      { id: "values", head: "Answers", cell: ({ values }) => answersOf(values) },
      { id: "missing", head: "No answer", cell: ({ missing }) => missingOf(missing) },
      { id: "source", head: "From", cell: ({ source }) => source, by: ({ source }) => source },
      { id: "decided", head: "Because", cell: ({ decidedBy }) => decidedBy },
    ]}
  />
);

const levelOf = ({ level, excluded, derived }: Variable): string =>
  excluded === undefined ? `${level}${derived === undefined ? "" : ` (${derived})`}` : excluded;

/** The first and last answers say enough; the page of the variable has them all. */
function answersOf(values: readonly Value[] | undefined): string {
  if (values === undefined || values.length === 0) return "numbers";
  const said = values.map(({ code, label }) =>
    String(code) === label ? label : `${code} ${label}`,
  );
  return said.length <= 4 ? said.join(", ") : `${said.slice(0, 2).join(", ")}, …, ${said.at(-1)}`;
}

function missingOf(missing: Variable["missing"]): string {
  const said = Object.entries(missing).map(([cell, reason]) => `${cell}: ${reason}`);
  return said.length === 0 ? "empty cells" : `empty cells; ${list(said)}`;
}

const CodebookForms: FC<{
  readonly here: string;
  readonly study: string;
  readonly told: boolean;
}> = ({ here, study, told }) => (
  <>
    <h2>Codebook as a file</h2>
    <p>
      The codebook holds everything above. Keep it with the study, edit it, or use it again for next
      year’s files: <a href={`${addressOfStudy(study)}/codebook.json`}>download codebook.json</a>.
    </p>
    <form method="post" action={`${here}/codebook`} enctype="multipart/form-data">
      <FileField name="codebook" label="Take a codebook" accept=".json,application/json" />
      <button type="submit" class="second">
        Use this codebook
      </button>
    </form>
    {told && (
      <form method="post" action={here}>
        <button type="submit" name="choice" value="forget" class="second">
          Forget all changes, back to what was recognised
        </button>
      </form>
    )}
  </>
);
