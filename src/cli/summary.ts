/** What a terminal shows of the files of a study: what joined, and how it was read. */
import type { Plan } from "#analysis";
import { grouped, type Codebook } from "#surveys";
import type { JoinReport } from "../studies/study.ts";
import { columnsOf } from "../studies/fingerprint.ts";
import { columns } from "./columns.ts";

export function joinLines({ files, people, inAll }: JoinReport): string[] {
  const rows = files.map(({ name, format, rows, people: persons, unmatched }) => [
    name,
    format,
    `${grouped(rows)} rows`,
    `${grouped(persons)} people`,
    files.length > 1 ? `${grouped(unmatched)} in no other file` : "",
  ]);
  const all =
    files.length > 1
      ? [`${grouped(people)} people altogether, ${grouped(inAll)} in every file.`]
      : [];
  return [...columns(rows), ...all];
}

/** Said where nobody chose what is held constant. */
export const heldLines = ({ covariates }: Plan): string[] => [
  "",
  covariates.length === 0
    ? "Nothing is held constant: no variable was recognised as who the students were (--covariates names them)."
    : `Held constant, recognised by name: ${covariates.join(", ")} (--covariates names others; "covariates": [] in plan.json none).`,
];

/** How every variable of the plan was read, and by which rule. */
export function codebookLines(plan: Plan, codebook: Codebook): string[] {
  const asked = new Set(columnsOf(plan));
  const rows = codebook.variables
    .filter(({ id }) => asked.has(id))
    .map(({ id, decidedBy }) => [id, decidedBy]);
  const others = codebook.variables.length - rows.length;
  return [
    "",
    "How the variables of the plan were read:",
    ...columns(rows),
    `  ${grouped(others)} other variables: see codebook.json in the report.`,
  ];
}
