/** What was asked, of which files: the plan in words, before any figure. */
import { html } from "hono/html";
import type { Plan } from "#analysis";
import { methodOf } from "#analysis";
import type { JoinReport } from "../../studies/study.ts";
import type { Context } from "./context.ts";
import { count, list, percent, type Html } from "./format.ts";
import { table } from "./table.ts";

export function question(context: Context): Html {
  const { screening, name } = context;
  const { plan, dataset, engine } = screening;
  const named = (ids: readonly string[]) => list(ids.map(name));
  const card: readonly (readonly [string, string])[] = [
    ["Outcomes", named(plan.outcomes)],
    ["Experiences", `${plan.predictors.length}: ${named(plan.predictors)}`],
    ["Learning outcomes", list(plan.learningOutcomes.map(({ label }) => label)) || "none named"],
    ["Held constant", named(plan.covariates) || "nothing: all figures are unadjusted"],
    ["Weight", weightOf(context)],
    ...(designed(plan).length === 0
      ? []
      : [["People were drawn by", named(designed(plan))] as const]),
    ...(plan.groups.length === 0
      ? []
      : [
          [
            "Groups compared",
            `${named(plan.groups)}; from ${count(plan.smallestGroup)} people on`,
          ] as const,
        ]),
    ...(plan.lessIsBetter.length === 0
      ? []
      : [["Less is better in", named(plan.lessIsBetter)] as const]),
    [
      "Too small to matter",
      `less than ${plan.meaningful} standard deviations of the outcome; 3 percentage points of a yes or no`,
    ],
    ["Coefficient", coefficient(plan)],
    ["Intervals and rank sets", `${percent(plan.confidence, 0)} confidence`],
    ["Fewest people for an estimate", count(plan.minimumPairs)],
    ["Bootstrap", bootstrap(plan)],
    ["Engine", engine],
  ];
  return html`<section aria-labelledby="question">
    <h2 id="question">The question</h2>
    <dl>
      ${card.map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${value}</dd>`,
      )}
      <dt>Data</dt>
      <dd>
        ${count(dataset.people)} people; SHA-256 of the analysed numbers
        <code>${dataset.sha256}</code>
      </dd>
      <dt>Plan</dt>
      <dd>frozen; SHA-256 of everything asked <code>${screening.planSha256}</code></dd>
    </dl>
  </section>`;
}

function weightOf({ screening: { plan }, name }: Context): string {
  const made = [
    ...(plan.weight === null ? [] : [name(plan.weight)]),
    ...(plan.responseClasses === null
      ? []
      : [`the chance of answering within ${name(plan.responseClasses)}`]),
    ...(plan.margins.length === 0
      ? []
      : [`raked to ${list(plan.margins.map(({ variable }) => name(variable)))}`]),
  ];
  return list(made) || "none: every answer counts once";
}

const designed = ({ design: { strata, clusters, population } }: Plan): string[] =>
  [strata, clusters, population].filter((id) => id !== null);

const coefficient = ({ method }: Plan): string =>
  method === "by level"
    ? "chosen for each pair by how the two are measured"
    : `${methodOf(method).label} for every pair`;

const bootstrap = ({ replicates, seed }: Plan): string =>
  replicates === 0
    ? "none: ranks have no sets"
    : `${count(replicates)} replicates, seed ${seed}: the same seed gives the same figures`;

export function joined({ assembly }: Context): Html {
  const { join, issues } = assembly;
  return html`<section aria-labelledby="joined">
    <h2 id="joined">What was joined</h2>
    <p>${together(join)}</p>
    ${table(
      "Files",
      [
        { head: "File", kind: "row heading", cell: (file) => file.name },
        { head: "Format", cell: (file) => file.format },
        { head: "Rows", kind: "number", cell: (file) => count(file.rows) },
        { head: "People", kind: "number", cell: (file) => count(file.people) },
        { head: "In no other file", kind: "number", cell: (file) => count(file.unmatched) },
      ],
      join.files,
    )}
    ${issues.length === 0 ? "" : notes(issues)}
  </section>`;
}

const together = ({ people, inAll, files }: JoinReport): string =>
  files.length === 1
    ? `One file with ${count(people)} people.`
    : `${count(people)} people are in at least one of ${files.length} files, and ${count(inAll)} ` +
      `(${percent(people === 0 ? 0 : inAll / people, 0)}) in all of them. Who is missing from a file has no ` +
      `values from it, and is left out of the pairs that need them.`;

/** Kinds and numbers only: the texts of issues may quote cells. */
function notes(issues: Context["assembly"]["issues"]): Html {
  const kinds = new Map<string, { file: string; column: string; code: string; times: number }>();
  for (const { file, column = "", code } of issues) {
    const key = JSON.stringify([file, column, code]);
    const kind = kinds.get(key) ?? { file, column, code, times: 0 };
    kinds.set(key, { ...kind, times: kind.times + 1 });
  }
  return html`<details>
    <summary>Notes made while reading (${count(issues.length)})</summary>
    ${table(
      "Notes by file and column",
      [
        { head: "File", kind: "row heading", cell: (kind) => kind.file },
        { head: "Column", cell: (kind) => kind.column },
        { head: "Note", cell: (kind) => kind.code.replaceAll("-", " ") },
        { head: "Times", kind: "number", cell: (kind) => count(kind.times) },
      ],
      [...kinds.values()],
    )}
  </details>`;
}
