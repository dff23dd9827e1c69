/** The studies there are; without one, the choice between the sample and own files. */
import type { FC } from "hono/jsx";
import { createStudy, listStudies, type StudyListed } from "../../db/studies.ts";
import { count } from "../../reports/html/format.ts";
import { readForm, type Fault } from "../forms/form.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { dayOf } from "../parts/day.ts";
import { ErrorSummary, TextField } from "../parts/field.tsx";
import { DataTable } from "../parts/table.tsx";
import { addressOfStudy } from "../studies/study.ts";
import type { Reading } from "../world.ts";

export const home: Page<"/"> = {
  path: "/",
  show: async (_visit, world) => view(world),

  /** A new study for own files. */
  async act({ request }, world) {
    const form = await readForm(request);
    const title = form.get("title")?.trim() ?? "";
    if (title === "" || title.length > longestTitle) return view(world, title);
    const id = await createStudy(world.db.write, { title });
    return seeOther(`${addressOfStudy(id)}/files`);
  },
};

const longestTitle = 200;

/** @param refused a title that cannot be used */
async function view({ db }: Pick<Reading, "db">, refused?: string): Promise<View> {
  const studies = await listStudies(db.read);
  const text =
    refused === ""
      ? "Give the study a name."
      : `The name may have ${longestTitle} characters; this one has ${refused?.length}.`;
  const faults: readonly Fault[] = refused === undefined ? [] : [{ field: "title", text }];
  return {
    title: studies.length === 0 ? "Welcome" : "Studies",
    status: refused === undefined ? 200 : 422,
    body: (
      <>
        {studies.length === 0 ? <Welcome /> : <StudyTable studies={studies} />}
        <ErrorSummary faults={faults} />
        <div class="columns">
          <OwnFiles title={refused} faults={faults} />
          <Sample />
        </div>
      </>
    ),
  };
}

const Welcome: FC = () => (
  <>
    <h1>Which student experiences go with good lives after graduation?</h1>
    <p class="lead">
      Throughline joins what students did and said at college with what they say as alumni, person
      by person, and ranks experiences and learning outcomes by what they add to explaining each
      outcome. Every rank says how sure it is.
    </p>
    <h2>Where to begin</h2>
  </>
);

const StudyTable: FC<{ readonly studies: readonly StudyListed[] }> = ({ studies }) => (
  <>
    <h1>Studies</h1>
    <DataTable
      caption="Your studies, newest first"
      rows={studies}
      columns={[
        {
          id: "title",
          head: "Study",
          names: true,
          cell: ({ id, title }) => <a href={addressOfStudy(id)}>{title}</a>,
        },
        { id: "kind", head: "Kind", cell: ({ sample }) => (sample ? "Sample" : "Own files") },
        { id: "files", head: "Files", figures: true, cell: ({ datasets }) => count(datasets) },
        { id: "since", head: "Begun", cell: ({ createdAt }) => dayOf(createdAt) },
      ]}
    />
    <h2>Begin another study</h2>
  </>
);

const OwnFiles: FC<{ readonly title: string | undefined; readonly faults: readonly Fault[] }> = ({
  title,
  faults,
}) => (
  <section class="choice">
    <h3>Use your own files</h3>
    <p>
      CSV files with one row per person, or one row per visit and event: an alumni survey, a student
      survey (NSSE exports are recognised), a log of the careers office. They stay on this machine.
    </p>
    <form method="post" action="/">
      <TextField
        name="title"
        label="Name of the study"
        hint="For example: Class of 2016, five years out"
        value={title}
        faults={faults}
      />
      <button type="submit">Continue to the files</button>
    </form>
  </section>
);

const Sample: FC = () => (
  <section class="choice">
    <h3>Look around in a sample campus</h3>
    <p>
      Six thousand made-up people: a student survey, an event log, and an alumni survey that is
      still open, with a plan and learning outcomes. Which experiences matter is planted, so you can
      see what the program finds. Under <a href="/surveys">Surveys</a> you can answer it, take the
      answers into the study again, and look what became of yours.
    </p>
    <form method="post" action="/sample">
      <button type="submit" class="second">
        Open the sample campus
      </button>
    </form>
  </section>
);
