/** The form of one variable: label, level, use, and a line for each kind of cell. */
import type { FC } from "hono/jsx";
import { missingReasons, type Level } from "#analysis";
import type { Variable } from "#surveys";
import type { Fault } from "../forms/form.ts";
import { answerLines, type AnswerLine } from "../forms/variable-form.ts";
import { SelectField, TextField } from "./field.tsx";
import { Scroll } from "./scroll.tsx";

interface VariableFormProps {
  readonly found: Variable;
  /** As it was sent, where it was refused. */
  readonly form: URLSearchParams | undefined;
  readonly faults: readonly Fault[];
  /** A person said something about it before. */
  readonly told: boolean;
}

export const VariableForm: FC<VariableFormProps> = ({ found, form, faults, told }) => (
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
);

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
      <table class="answers">
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
