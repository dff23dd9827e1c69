/** One variable: its level, label, answers and missing codes, to be put right. */
import type { Variable } from "#surveys";
import { saveCodebook } from "../../db/studies.ts";
import { Problem } from "../../problem.ts";
import { readForm, type Fault } from "../forms/form.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { ErrorSummary } from "../parts/field.tsx";
import { Refusal } from "../parts/problem.tsx";
import { VariableForm } from "../parts/variable-form.tsx";
import {
  addressOfStudy,
  assemblyOf,
  assemblyOfStudy,
  openStudy,
  placeIn,
  readingOptions,
  type OpenStudy,
} from "../studies/study.ts";
import type { Reading } from "../world.ts";
import { overrideFrom } from "../forms/variable-form.ts";

export const variable: Page<"/studies/:study/data/variable"> = {
  path: "/studies/:study/data/variable",
  async show({ params, query }, world) {
    const open = await openStudy(world, params.study);
    return view(open, await find(world, open, query.get("id")), {});
  },

  async act({ params, query, request }, world) {
    const open = await openStudy(world, params.study);
    const { study, confirmed } = open;
    const form = await readForm(request);
    const others = (study.codebook?.variables ?? []).filter(({ id }) => id !== query.get("id"));
    if (form.get("choice") === "forget") {
      const codebook = others.length === 0 ? null : { variables: others };
      await saveCodebook(world.db.write, study.id, codebook);
      return seeOther(`${addressOfStudy(study.id)}/data`);
    }
    const found = await find(world, open, query.get("id"));
    const { override, faults } = overrideFrom(form, found);
    if (faults.length > 0) return view(open, found, { form, faults });
    const codebook = { variables: [...others, override] };
    try {
      await assemblyOf(world, confirmed, { ...readingOptions(study), codebook });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return view(open, found, { form, problem });
    }
    await saveCodebook(world.db.write, study.id, codebook);
    return seeOther(`${addressOfStudy(study.id)}/data`);
  },
};

async function find(world: Reading, open: OpenStudy, id: string | null): Promise<Variable> {
  const { codebook } = await assemblyOfStudy(world, open);
  const found = codebook.variables.find((each) => each.id === id);
  if (found === undefined)
    throw new Problem("not-found", "The files have no such variable.", {
      next: "Choose one from the page of the data.",
    });
  return found;
}

interface Tried {
  readonly form?: URLSearchParams;
  readonly faults?: readonly Fault[];
  readonly problem?: Problem;
}

function view(open: OpenStudy, found: Variable, { form, faults = [], problem }: Tried): View {
  const back = `${addressOfStudy(open.study.id)}/data`;
  const told = open.study.codebook?.variables.some(({ id }) => id === found.id) ?? false;
  return {
    title: found.label,
    place: placeIn(open, "data"),
    status: problem?.status ?? (faults.length > 0 ? 422 : 200),
    body: (
      <>
        <p>
          <a href={back}>All variables</a>
        </p>
        <h1>{found.label}</h1>
        <ErrorSummary faults={faults} />
        <Refusal problem={problem} />
        <p>
          <code>{found.id}</code> from {found.source}. {found.decidedBy}
        </p>
        <VariableForm found={found} form={form} faults={faults} told={told} />
      </>
    ),
  };
}
