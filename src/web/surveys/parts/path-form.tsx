/** The answers that decide what is asked, as fields. */
import type { FC } from "hono/jsx";
import { asOptions, optionsOf, textIn, type Instrument, type Item, type Option } from "#surveys";
import { SelectField, SeveralField, TextField } from "../../parts/field.tsx";
import type { AskedField } from "../paths.ts";

interface PathFormProps {
  readonly instrument: Instrument;
  readonly version: string;
  readonly fields: readonly AskedField[];
  readonly query: URLSearchParams;
}

export const PathForm: FC<PathFormProps> = ({ instrument, version, fields, query }) => (
  <form method="get">
    <input type="hidden" name="version" value={version} />
    {(instrument.codebook.modules?.of ?? []).length > 0 && (
      <SeveralField
        name="~modules"
        label="Modules this person is given"
        hint="Hold Ctrl or Command to choose several. None chosen: all."
        size={Math.min(6, instrument.codebook.modules!.of.length)}
        values={query.getAll("~modules")}
        options={instrument.codebook.modules!.of.map(({ id }) => ({ value: id, label: id }))}
      />
    )}
    {fields.map((field) => (
      <PathField field={field} instrument={instrument} query={query} />
    ))}
    <button type="submit">Show the path</button>
  </form>
);

const PathField: FC<{
  readonly field: AskedField;
  readonly instrument: Instrument;
  readonly query: URLSearchParams;
}> = ({ field: { name, item }, instrument, query }) => {
  const say = (text: Option["label"]) =>
    textIn(text, instrument.locales[0] ?? "en", instrument.locales);
  const row = item.kind === "matrix" && item.rows.find((each) => name.endsWith(`.${each.name}`));
  const label = `${say(item.title)}${row ? `: ${say(row.title)}` : ""}`;
  const options = name.endsWith("-Comment") ? undefined : optionsIn(item);
  if (options === undefined)
    return (
      <TextField name={name} label={label} hint={hints[item.kind]} value={query.get(name) ?? ""} />
    );
  const choices = options.map((option) => ({
    value: String(option.code),
    label: say(option.label),
  }));
  return item.kind === "multiple choice" ? (
    <SeveralField
      name={name}
      label={label}
      hint="Hold Ctrl or Command to choose several."
      size={Math.min(6, choices.length)}
      values={query.getAll(name)}
      options={choices}
    />
  ) : (
    <SelectField
      name={name}
      label={label}
      value={query.get(name) ?? ""}
      options={[{ value: "", label: "Not answered" }, ...choices]}
    />
  );
};

function optionsIn(item: Item): readonly Option[] | undefined {
  if (item.kind === "yes/no") return asOptions(item).options;
  return "options" in item ? optionsOf(item) : undefined;
}

const hints: Readonly<Partial<Record<Item["kind"], string>>> = {
  date: "As 2019-06 or 2019-06-30.",
  number: "A number.",
};
