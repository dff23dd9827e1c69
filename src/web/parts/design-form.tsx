/** Strata, clusters, margins and groups: folded away until a study needs them. */
import type { FC } from "hono/jsx";
import type { Codebook, Variable } from "#surveys";
import {
  categoricalIn,
  designFields,
  hasDesign,
  type DesignField,
  type DesignFields,
} from "../forms/design-fields.ts";
import type { Fault } from "../forms/form.ts";
import { SelectField, SeveralField, TextField, type Option } from "./field.tsx";

interface DesignFormProps {
  readonly codebook: Codebook;
  readonly fields: DesignFields;
  readonly faults: readonly Fault[];
}

export const DesignForm: FC<DesignFormProps> = ({ codebook, fields, faults }) => (
  <details open={hasDesign(fields)}>
    <summary>How people were drawn, and between whom to compare (advanced)</summary>
    {designFields.map((field) => (
      <SelectField
        name={field}
        label={texts[field].label}
        hint={texts[field].hint}
        value={fields.named[field]}
        options={[
          { value: "", label: "–" },
          ...offered(field, codebook, fields.named[field]).map(named),
        ]}
      />
    ))}
    <TextField
      name="margins"
      label="What is known of the population, one variable a line, or the text of a margins.json"
      hint={
        <>
          For example: <code>gender: Woman = 5210, Man = 4100</code>. Weights are made so that each
          category counts as much as it has people.
        </>
      }
      value={fields.margins}
      faults={faults}
      lines={4}
    />
    <SeveralField
      name="lessIsBetter"
      label="Outcomes of which less is better"
      hint="Such as months until the first job. Choose several with Ctrl or Command."
      values={fields.lessIsBetter}
      options={orderedIn(codebook, fields.lessIsBetter).map(named)}
      size={4}
    />
    <SeveralField
      name="groups"
      label="Compare the associations between the groups of"
      hint="Does an experience go with more among some than among others? Choose several with Ctrl or Command."
      values={fields.groups}
      options={categoricalIn(codebook, fields.groups).map(named)}
      size={6}
    />
  </details>
);

/** Everything with an order, and what is chosen all the same. */
const orderedIn = ({ variables }: Codebook, chosen: readonly string[]): readonly Variable[] =>
  variables.filter(
    ({ id, level, excluded }) =>
      chosen.includes(id) || (excluded === undefined && level !== "nominal"),
  );

const named = ({ id, label }: Variable): Option => ({
  value: id,
  label: label === id ? id : `${label} (${id})`,
});

function offered(field: DesignField, codebook: Codebook, chosen: string): readonly Variable[] {
  if (field === "responseClasses") return categoricalIn(codebook, [chosen]);
  return codebook.variables.filter(
    ({ id, excluded, level }) =>
      id === chosen ||
      (excluded === undefined && (field !== "population" || level !== "nominal")) ||
      (field === "population" && excluded === "constant"),
  );
}

const texts: Readonly<Record<DesignField, { readonly label: string; readonly hint: string }>> = {
  strata: {
    label: "Strata",
    hint: "People were drawn separately in each of its categories.",
  },
  clusters: {
    label: "Clusters",
    hint: "People of one cluster came in together: campus, class, programme.",
  },
  population: {
    label: "Size of the population",
    hint: "How many units (people, or clusters) the whole population has in the person's stratum. Only where a good part of them was drawn.",
  },
  responseClasses: {
    label: "Response classes",
    hint: "Known of everybody who was asked: those who answered speak for their class.",
  },
};
