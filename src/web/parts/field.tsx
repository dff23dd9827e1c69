/** Form fields: a label, a hint, what is wrong with the value, and the value as it was given. */
import type { Child, FC, PropsWithChildren } from "hono/jsx";
import type { Fault } from "../forms/form.ts";

interface Labelled {
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly faults?: readonly Fault[];
}

/** Everything that was wrong, before the form, each line leading to its field. */
export const ErrorSummary: FC<{ readonly faults: readonly Fault[] }> = ({ faults }) =>
  faults.length === 0 ? null : (
    <div class="problem" role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">Please look at this again</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );

type TextProps = Labelled & {
  readonly value?: string | undefined;
  /** Lines of a larger field; absent: one. */
  readonly lines?: number;
  readonly short?: boolean;
  readonly type?: "text" | "datetime-local";
};

export const TextField: FC<TextProps> = ({ value = "", lines, short, type, ...field }) => (
  <Field {...field}>
    {lines === undefined ? (
      <input
        {...described(field)}
        type={type}
        value={value}
        class={short ? "short" : undefined}
        autocomplete="off"
      />
    ) : (
      <textarea {...described(field)} rows={lines} spellcheck={false}>
        {value}
      </textarea>
    )}
  </Field>
);

export interface Option {
  readonly value: string;
  readonly label: string;
}

type SelectProps = Labelled & {
  readonly value?: string | undefined;
  readonly options: readonly Option[];
};

export const SelectField: FC<SelectProps> = ({ value, options, ...field }) => (
  <Field {...field}>
    <select {...described(field)}>
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
);

type SeveralProps = Labelled & {
  readonly values: readonly string[];
  readonly options: readonly Option[];
  /** Options seen at once. */
  readonly size: number;
};

/** Any number of options, chosen with Ctrl or Command: the hint must say so. */
export const SeveralField: FC<SeveralProps> = ({ values, options, size, ...field }) => (
  <Field {...field}>
    <select {...described(field)} multiple size={size}>
      {options.map((option) => (
        <option value={option.value} selected={values.includes(option.value)}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
);

export const FileField: FC<Labelled & { readonly accept: string; readonly multiple?: boolean }> = ({
  accept,
  multiple,
  ...field
}) => (
  <Field {...field}>
    <input {...described(field)} type="file" accept={accept} multiple={multiple} required />
  </Field>
);

const Field: FC<PropsWithChildren<Labelled>> = ({ name, label, hint, faults = [], children }) => {
  const fault = faults.find(({ field }) => field === name);
  return (
    <div class={fault === undefined ? "field" : "field wrong"}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${name}-fault`}>
          {fault.text}
        </p>
      )}
      {children}
    </div>
  );
};

/** The name, and which texts a screen reader reads with the field. */
function described({ name, hint, faults = [] }: Labelled) {
  const wrong = faults.some(({ field }) => field === name);
  const texts = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(wrong ? [`${name}-fault`] : []),
  ];
  return {
    id: name,
    name,
    "aria-describedby": texts.length === 0 ? undefined : texts.join(" "),
    "aria-invalid": wrong ? "true" : undefined,
  } as const;
}
