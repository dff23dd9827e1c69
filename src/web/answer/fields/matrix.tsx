import type { Code, Matrix, MatrixRow } from "#surveys";
import { faultText } from "../faults.ts";
import { ChoiceList, optionChoices, takenBack } from "./choices.tsx";
import { Group, type Field, type FieldProps } from "./field.tsx";
import { idOf } from "./ids.ts";

/** Row by row, each a question of its own: grids are read badly on phones and answered in straight lines. */
export const MatrixField: Field<Matrix> = (field) => {
  const ofAll = field.faults.filter(({ row }) => row === undefined);
  return (
    <Group {...field} faults={ofAll}>
      <span id={idOf(field.item.name)} tabindex={-1}></span>
      {field.item.rows.map((row) => (
        <Row field={field} item={field.item} row={row} />
      ))}
    </Group>
  );
};

interface RowProps {
  readonly field: FieldProps;
  readonly item: Matrix;
  readonly row: MatrixRow;
}

function Row({ field, item, row }: RowProps) {
  const { speech } = field;
  const suffix = `.${row.name}`;
  const fault = field.faults.find((each) => each.row === row.name);
  const answer = codeIn(field, row.name);
  const { answer: _, ...rest } = field.given;
  const given = answer === undefined ? rest : { ...rest, answer };
  const required = item.eachRowRequired;
  const back = takenBack({ ...field, given, shown: { ...field.shown, required } });
  return (
    <fieldset
      class={fault === undefined ? "row" : "row wrong"}
      aria-describedby={fault && idOf(item.name, `${suffix}..fault`)}
    >
      <legend>{speech.say(row.title)}</legend>
      {fault !== undefined && (
        <p class="fault" id={idOf(item.name, `${suffix}..fault`)}>
          {faultText(fault, speech)}
        </p>
      )}
      <ChoiceList
        type="radio"
        name={`${item.name}${suffix}`}
        id={(option) => idOf(item.name, suffix, option)}
        choices={[...optionChoices(item.options, speech), ...back]}
        chosen={new Set(answer === undefined ? [] : [String(answer)])}
        wrong={fault === undefined ? {} : { "aria-invalid": "true" }}
      />
    </fieldset>
  );
}

function codeIn({ given: { answer, typed } }: FieldProps, row: string): Code | undefined {
  const written = typed[`.${row}`];
  if (written !== undefined) return written;
  if (typeof answer !== "object" || Array.isArray(answer)) return undefined;
  const codes = answer as Readonly<Record<string, Code>>;
  return Object.hasOwn(codes, row) ? codes[row] : undefined;
}
