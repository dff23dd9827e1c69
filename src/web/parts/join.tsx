/** What joined, and what did not. */
import type { FC } from "hono/jsx";
import { count, percent } from "../../reports/html/format.ts";
import type { JoinReport } from "../../studies/study.ts";
import { DataTable } from "./table.tsx";

export const JoinTable: FC<{ readonly join: JoinReport }> = ({
  join: { people, inAll, files },
}) => (
  <>
    <DataTable
      caption="What the files hold, person by person"
      rows={files}
      columns={[
        { id: "name", head: "File", names: true, cell: ({ name }) => name },
        { id: "format", head: "Read as", cell: ({ format }) => format },
        { id: "rows", head: "Rows", figures: true, cell: ({ rows }) => count(rows) },
        { id: "people", head: "People", figures: true, cell: (file) => count(file.people) },
        {
          id: "unmatched",
          head: "In no other file",
          figures: true,
          cell: ({ unmatched }) => (files.length < 2 ? "–" : count(unmatched)),
        },
      ]}
    />
    <p>
      {count(people)} people altogether
      {files.length > 1 && people > 0
        ? `; ${count(inAll)} of them (${percent(inAll / people, 0)}) are in every file.`
        : "."}
    </p>
  </>
);
