/** Files on their way in: how they read, what was recognised, what joins. Yes or no. */
import type { FC } from "hono/jsx";
import { confirmDataset, removeDataset, type Dataset } from "../../db/datasets.ts";
import { saveIdColumn } from "../../db/studies.ts";
import type { ColumnPreview, FilePreview, Preview } from "../../jobs/tasks/preview.ts";
import { count } from "../../reports/html/format.ts";
import { readForm } from "../forms/form.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { SelectField } from "../parts/field.tsx";
import { JoinTable } from "../parts/join.tsx";
import { IssueTable, ProblemBox } from "../parts/problem.tsx";
import { DataTable } from "../parts/table.tsx";
import { loadSources } from "../studies/sources.ts";
import {
  addressOfStudy,
  openStudy,
  placeIn,
  readingOptions,
  type OpenStudy,
} from "../studies/study.ts";
import type { Reading } from "../world.ts";

export const preview: Page<"/studies/:study/files/preview"> = {
  path: "/studies/:study/files/preview",
  async show({ params }, world) {
    const open = await openStudy(world, params.study);
    if (open.unconfirmed.length === 0) return seeOther(`${addressOfStudy(open.study.id)}/files`);
    return view(open, await previewOf(world, open));
  },

  /** Yes, no, or the column that names the person. */
  async act({ params, request }, world) {
    const open = await openStudy(world, params.study);
    const { study, unconfirmed } = open;
    const form = await readForm(request);
    const here = addressOfStudy(study.id);
    const choice = form.get("choice");
    if (choice === "discard") {
      for (const { id } of unconfirmed) await removeDataset(world.db.write, id);
      return seeOther(`${here}/files`);
    }
    if (choice === "id") {
      await saveIdColumn(world.db.write, study.id, form.get("id") || null);
      return seeOther(`${here}/files/preview`);
    }
    const seen = await previewOf(world, open);
    if (seen.refusal !== null) return view(open, seen);
    for (const { id } of unconfirmed) await confirmDataset(world.db.write, id);
    return seeOther(`${here}/data`);
  },
};

async function previewOf(
  world: Reading,
  { study, confirmed, unconfirmed }: OpenStudy,
): Promise<Preview> {
  const sources = await loadSources(world.db, [...confirmed, ...unconfirmed]);
  return world.jobs.run("preview", { sources, ...readingOptions(study) });
}

function view(open: OpenStudy, { files, join, issues, refusal }: Preview): View {
  const { study, unconfirmed, confirmed } = open;
  const incoming = files.slice(confirmed.length);
  const found = [...unconfirmed.flatMap((each) => each.issues), ...issues];
  return {
    title: "Look before you say yes",
    place: placeIn(open, "files"),
    status: refusal === null ? 200 : 422,
    body: (
      <>
        <h1>Look before you say yes</h1>
        <p class="lead">Nothing of this is used until you confirm it.</p>
        {refusal !== null && <ProblemBox {...refusal} />}
        {join !== null && <JoinTable join={join} />}
        <Person files={files} chosen={study.idColumn} />
        {found.length > 0 && (
          <>
            <h2>Worth knowing</h2>
            <IssueTable issues={found} />
          </>
        )}
        {incoming.map((file, i) => (
          <FileSection file={file} dataset={unconfirmed[i]!} />
        ))}
        <form method="post" class="actions">
          {refusal === null && (
            <button type="submit" name="choice" value="confirm">
              Use {unconfirmed.length === 1 ? "this file" : "these files"}
            </button>
          )}
          <button type="submit" name="choice" value="discard" class="second">
            Discard {unconfirmed.length === 1 ? "it" : "them"}
          </button>
        </form>
      </>
    ),
  };
}

const Person: FC<{ readonly files: readonly FilePreview[]; readonly chosen: string | null }> = ({
  files,
  chosen,
}) => {
  const shared = (files[0]?.columns ?? [])
    .map(({ name }) => name)
    .filter((name) => files.every(({ columns }) => columns.some((column) => column.name === name)));
  const names = chosen === null || shared.includes(chosen) ? shared : [chosen, ...shared];
  return (
    <form method="post">
      <SelectField
        name="id"
        label="Column that names the person"
        hint="The same in every file. Recognised, unless you choose."
        value={chosen ?? ""}
        options={[
          { value: "", label: "Recognise it" },
          ...names.map((name) => ({ value: name, label: name })),
        ]}
      />
      <button type="submit" name="choice" value="id" class="second">
        Join by this column
      </button>
    </form>
  );
};

const FileSection: FC<{ readonly file: FilePreview; readonly dataset: Dataset }> = ({
  file,
  dataset,
}) => (
  <section>
    <h2>{file.name}</h2>
    <p>
      {count(dataset.rows)} rows, {count(dataset.columns)} columns; {dataset.encoding}, separated by{" "}
      {separators[dataset.delimiter] ?? `“${dataset.delimiter}”`}.
    </p>
    <DataTable
      caption={`First rows of ${file.name}, as written`}
      rows={file.head}
      columns={file.columns.map(({ name }, place) => ({
        id: String(place),
        head: name,
        cell: (row: readonly string[]) => row[place]! || <span class="quiet">empty</span>,
      }))}
    />
    <DataTable
      caption={`What was recognised in ${file.name}`}
      rows={file.columns}
      columns={[
        { id: "name", head: "Column", names: true, cell: ({ name }) => name },
        { id: "level", head: "Read as", cell: levelOf },
        { id: "rule", head: "Because", cell: ({ recognised }) => recognised?.decidedBy ?? "–" },
      ]}
    />
  </section>
);

function levelOf({ recognised }: ColumnPreview): string {
  if (recognised === null) return "not a variable of its own";
  return recognised.excluded === null ? recognised.level : `set aside: ${recognised.excluded}`;
}

const separators: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};
