/** The files of a study: which there are, and adding more. */
import type { FC } from "hono/jsx";
import { removeDataset, type Dataset } from "../../db/datasets.ts";
import { count, list } from "../../reports/html/format.ts";
import { readForm } from "../forms/form.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { FileField } from "../parts/field.tsx";
import { ProblemBox } from "../parts/problem.tsx";
import { DataTable } from "../parts/table.tsx";
import { addressOfStudy, openStudy, placeIn, type OpenStudy } from "../studies/study.ts";
import { uploadForm, type Refused, type Uploaded } from "../uploads/upload.ts";

export const files: Page<"/studies/:study/files"> = {
  path: "/studies/:study/files",
  show: async ({ params }, world) => view(await openStudy(world, params.study)),

  /** Takes files in. What can be read waits for a yes on the next page. */
  async act({ params, request }, world) {
    const { study } = await openStudy(world, params.study);
    const { stored, refused } = await uploadForm(world, study.id, request);
    const open = await openStudy(world, study.id);
    const nothing = stored.length === 0 && refused.length === 0;
    const again = stored.filter((file) => file.alreadyThere);
    if (nothing || refused.length > 0 || again.length > 0)
      return view(open, { refused, again, nothing });
    return seeOther(`${addressOfStudy(study.id)}/files/preview`);
  },
};

export const removeFile: Page<"/studies/:study/files/remove"> = {
  path: "/studies/:study/files/remove",
  async act({ params, request }, world) {
    const { study, confirmed } = await openStudy(world, params.study);
    const form = await readForm(request);
    const dataset = confirmed.find(({ id }) => id === form.get("file"));
    if (dataset !== undefined) await removeDataset(world.db.write, dataset.id);
    return seeOther(`${addressOfStudy(study.id)}/files`);
  },
};

interface Outcome {
  readonly refused: readonly Refused[];
  readonly again: readonly Uploaded[];
  readonly nothing: boolean;
}

function view(open: OpenStudy, outcome?: Outcome): View {
  const { study, confirmed, unconfirmed } = open;
  const here = `${addressOfStudy(study.id)}/files`;
  const failed = outcome !== undefined && (outcome.nothing || outcome.refused.length > 0);
  return {
    title: "Files",
    place: placeIn(open, "files"),
    status: failed ? 422 : 200,
    body: (
      <>
        <h1>Files</h1>
        {outcome !== undefined && <OutcomeNotes {...outcome} />}
        {unconfirmed.length > 0 && (
          <p class="note">
            {list(unconfirmed.map(({ name }) => name))}{" "}
            {unconfirmed.length === 1 ? "waits" : "wait"} for you to look:{" "}
            <a href={`${here}/preview`}>look and confirm</a>.
          </p>
        )}
        {confirmed.length === 0 ? <Empty /> : <FileTable files={confirmed} here={here} />}
        <h2>{confirmed.length === 0 ? "Add files" : "Add more files"}</h2>
        <form method="post" action={here} enctype="multipart/form-data">
          <FileField
            name="files"
            label="CSV files"
            hint="Several at once if you like. Encoding and separator are recognised; nothing is used before you have looked at it."
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            multiple
          />
          <button type="submit" class={confirmed.length === 0 ? undefined : "second"}>
            Upload and look
          </button>
        </form>
        {confirmed.length > 0 && (
          <p>
            <a class="button" href={`${addressOfStudy(study.id)}/data`}>
              Continue to the data
            </a>
          </p>
        )}
      </>
    ),
  };
}

const OutcomeNotes: FC<Outcome> = ({ refused, again, nothing }) => (
  <>
    {nothing && (
      <ProblemBox
        title="No file was chosen"
        detail="The form came without a file."
        next="Choose one or more files and upload again."
      />
    )}
    {refused.map(({ name, problem }) => (
      <ProblemBox
        title={`${name}: ${problem.title.toLowerCase()}`}
        detail={problem.message}
        next={problem.next}
        issues={problem.issues}
      />
    ))}
    {again.map(({ name }) => (
      <p class="note">
        <output>{name} is in this study already, to the letter. Nothing was changed.</output>
      </p>
    ))}
  </>
);

const Empty: FC = () => (
  <>
    <p class="lead">A study begins with files that name the same people.</p>
    <ul>
      <li>
        <b>What came after</b>: an alumni survey, one row per person: salary, satisfaction, purpose.
      </li>
      <li>
        <b>What was before</b>: a student survey, one row per person. NSSE files are recognised by
        the names of their columns, and their scales are scored.
      </li>
      <li>
        <b>What was done</b>: a log of visits and events, one row per occasion. Counts and first
        years are made from it.
      </li>
    </ul>
    <p>
      Each file needs a column that names the person, such as <code>student_id</code>. One file is
      enough when it holds both sides.
    </p>
  </>
);

const FileTable: FC<{ readonly files: readonly Dataset[]; readonly here: string }> = ({
  files,
  here,
}) => (
  <DataTable
    caption="Files of this study"
    rows={files}
    columns={[
      { id: "name", head: "File", names: true, cell: ({ name }) => name },
      { id: "rows", head: "Rows", figures: true, cell: ({ rows }) => count(rows) },
      { id: "columns", head: "Columns", figures: true, cell: ({ columns }) => count(columns) },
      { id: "encoding", head: "Encoding", cell: ({ encoding }) => encoding },
      { id: "issues", head: "Notes", figures: true, cell: ({ issues }) => count(issues.length) },
      {
        id: "remove",
        head: "Remove",
        cell: ({ id, name }) => (
          <form method="post" action={`${here}/remove`}>
            <input type="hidden" name="file" value={id} />
            <button type="submit" class="second" aria-label={`Remove ${name}`}>
              Remove
            </button>
          </form>
        ),
      },
    ]}
  />
);
