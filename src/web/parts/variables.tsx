/** Every variable with its level, labels, missing codes and the rule that decided. */
import type { FC } from "hono/jsx";
import type { Value, Variable } from "#surveys";
import { list } from "../../reports/html/format.ts";
import { DataTable } from "./table.tsx";

export const Variables: FC<{
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
