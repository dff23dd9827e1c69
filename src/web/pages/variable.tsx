/** One variable: its level, label, answers and missing codes, to be put right. */
import type { FC } from "hono/jsx";
import { missingReasons, type Level } from "#analysis";
import type { Variable } from "#surveys";
import { saveCodebook } from "../../db/studies.ts";
import { Problem } from "../../problem.ts";
import { readForm, type Fault } from "../form.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { ErrorSummary, SelectField, TextField } from "../parts/field.tsx";
import { ProblemBox } from "../parts/problem.tsx";
import { Scroll } from "../parts/scroll.tsx";
import {
  addressOfStudy,
  assemblyOf,
  assemblyOfStudy,
  openStudy,
  placeIn,
  readingOptions,
  type OpenStudy,
} from "../study.ts";
import type { Reading } from "../world.ts";
import { answerLines, overrideFrom, type AnswerLine } from "../variable-form.ts";

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
        {problem !== undefined && (
          <ProblemBox
            title={problem.title}
            detail={problem.message}
            next={problem.next}
            issues={problem.issues}
          />
        )}
        <p>
          <code>{found.id}</code> from {found.source}. {found.decidedBy}
        </p>
        <form method="post">
          <TextField
            name="label"
            label="Label"
            value={form?.get("label") ?? found.label}
            faults={faults}
          />
          <SelectField
            name="level"
            label="Level of measurement"
            value={form?.get("level") ?? found.level}
            options={levels}
            faults={faults}
          />
          <SelectField
            name="use"
            label="Use"
            value={form?.get("use") ?? (found.excluded === undefined ? "offered" : "aside")}
            options={[
              { value: "offered", label: "Offer it for analysis" },
              {
                value: "aside",
                label: `Set it aside${found.excluded === undefined ? "" : `: ${found.excluded}`}`,
              },
            ]}
          />
          {found.derived === undefined && (
            <Answers lines={answerLines(found, form)} faults={faults} found={found} />
          )}
          <div class="actions">
            <button type="submit" name="choice" value="save">
              Save
            </button>
            {told && (
              <button type="submit" name="choice" value="forget" class="second">
                Back to what was recognised
              </button>
            )}
          </div>
        </form>
      </>
    ),
  };
}

const Answers: FC<{
  readonly lines: readonly AnswerLine[];
  readonly faults: readonly Fault[];
  readonly found: Variable;
}> = ({ lines, faults, found }) => (
  <fieldset>
    <legend>What the cells mean</legend>
    <p class="hint">
      {found.values === undefined
        ? "Cells are read as numbers. Name cells that mean “no answer”, such as 99."
        : "Each answer has a code, which the analysis uses, and a label. Cells that mean “no answer” say why."}{" "}
      Empty cells are always “skipped”. Lines without a cell are left out.
    </p>
    <Scroll>
      <table>
        <caption class="unseen">Cells, what they mean, code and label</caption>
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">Means</th>
            {found.values !== undefined && <th scope="col">Code</th>}
            {found.values !== undefined && <th scope="col">Label</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <Line line={line} at={i} faults={faults} coded={found.values !== undefined} />
          ))}
        </tbody>
      </table>
    </Scroll>
  </fieldset>
);

const Line: FC<{
  readonly line: AnswerLine;
  readonly at: number;
  readonly faults: readonly Fault[];
  readonly coded: boolean;
}> = ({ line, at, faults, coded }) => {
  const fault = faults.find(({ field }) => field === `code-${at}`);
  const named = line.cell === "" ? `new line ${at + 1}` : line.cell;
  return (
    <tr>
      <th scope="row">
        {line.fixed ? (
          <>
            <code>{line.cell}</code>
            <input type="hidden" name="cell" value={line.cell} />
          </>
        ) : (
          <input name="cell" value={line.cell} aria-label={`Cell, ${named}`} autocomplete="off" />
        )}
      </th>
      <td>
        <select name="means" aria-label={`What ${named} means`}>
          {(coded ? ["answer", ...missingReasons] : missingReasons).map((meaning) => (
            <option value={meaning} selected={meaning === line.means}>
              {meaning === "answer" ? "an answer" : `no answer: ${meaning}`}
            </option>
          ))}
        </select>
      </td>
      {coded && (
        <td>
          <input
            id={`code-${at}`}
            name="code"
            value={line.code}
            class="short"
            inputmode="numeric"
            aria-label={`Code of ${named}`}
            aria-invalid={fault === undefined ? undefined : "true"}
            aria-describedby={fault === undefined ? undefined : `code-${at}-fault`}
            autocomplete="off"
          />
          {fault !== undefined && (
            <p class="fault" id={`code-${at}-fault`}>
              {fault.text}
            </p>
          )}
        </td>
      )}
      {coded && (
        <td>
          <input
            name="text"
            value={line.label}
            class="wide"
            aria-label={`Label of ${named}`}
            autocomplete="off"
          />
        </td>
      )}
    </tr>
  );
};

const levels: readonly { readonly value: Level; readonly label: string }[] = [
  { value: "nominal", label: "Nominal: categories without an order" },
  { value: "binary", label: "Binary: two answers" },
  { value: "ordinal", label: "Ordinal: answers in an order" },
  { value: "count", label: "Count: how often" },
  { value: "interval", label: "Interval: a measurement" },
];
