/** What was read: what joined, and every variable with its level, labels, missing codes and the rule that decided. */
import type { FC } from "hono/jsx";
import { saveCodebook } from "../../db/studies.ts";
import { Problem } from "../../problem.ts";
import { readForm } from "../forms/form.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { FileField } from "../parts/field.tsx";
import { JoinTable } from "../parts/join.tsx";
import { IssueTable, Refusal } from "../parts/problem.tsx";
import { Variables } from "../parts/variables.tsx";
import {
  addressOfStudy,
  assemblyOfStudy,
  openStudy,
  placeIn,
  type OpenStudy,
} from "../studies/study.ts";
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
        <Refusal problem={problem} />
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
