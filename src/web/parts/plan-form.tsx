/** The form of a plan: one role for each variable, learning outcomes, and how to compute. */
import type { FC } from "hono/jsx";
import { methods, type EvidencedOutcome } from "#analysis";
import type { Codebook, Variable } from "#surveys";
import { list } from "../../reports/html/format.ts";
import { namesIn } from "../../studies/names.ts";
import { scoringRules } from "../../studies/study.ts";
import type { Fault } from "../form.ts";
import { numberLabels, offeredIn, roles, type PlanFields, type Role } from "../plan-form.ts";
import { SelectField, TextField } from "./field.tsx";
import { DataTable } from "./table.tsx";

interface PlanFormProps {
  readonly codebook: Codebook;
  readonly fields: PlanFields;
  readonly learningOutcomes: readonly EvidencedOutcome[];
  readonly faults: readonly Fault[];
}

export const PlanForm: FC<PlanFormProps> = ({ codebook, fields, learningOutcomes, faults }) => (
  <form method="post">
    <Roles variables={offeredIn(codebook, fields)} fields={fields} faults={faults} />
    <LearningOutcomes codebook={codebook} fields={fields} learningOutcomes={learningOutcomes} />
    <details open={faults.some(({ field }) => field !== "roles")}>
      <summary>How to compute: method, confidence, replicates, seed</summary>
      <Computing fields={fields} faults={faults} />
    </details>
    <button type="submit">Save the plan</button>
  </form>
);

interface RolesProps {
  readonly variables: readonly Variable[];
  readonly fields: PlanFields;
}

/** What is in the plan stands first, in the order of the plan; the rest file by file, folded away. */
const Roles: FC<RolesProps & { readonly faults: readonly Fault[] }> = ({
  variables,
  fields,
  faults,
}) => {
  const wrong = faults.filter(({ field }) => field === "roles");
  const known = new Map(variables.map((variable) => [variable.id, variable]));
  const given = [...fields.roles].flatMap(([id, role]) => (role === "none" ? [] : [known.get(id)]));
  const chosen = given.filter((variable) => variable !== undefined);
  // Whoever has not chosen an outcome yet must see what there is to choose from.
  const unasked = ![...fields.roles.values()].includes("outcome") || wrong.length > 0;
  const rest = variables.filter((variable) => !chosen.includes(variable));
  return (
    <fieldset id="roles" tabindex={-1} class={wrong.length > 0 ? "wrong" : undefined}>
      <legend>What each variable is here for</legend>
      {wrong.map(({ text }) => (
        <p class="fault">{text}</p>
      ))}
      {chosen.length > 0 && (
        <RoleTable caption="In the plan" variables={inOrder(chosen, fields)} fields={fields} />
      )}
      {[...Map.groupBy(rest, ({ source }) => source)].map(([source, group]) => (
        <details open={unasked}>
          <summary>
            {group.length} other {group.length === 1 ? "variable" : "variables"} of {source}
          </summary>
          <RoleTable caption={`Not in the plan, of ${source}`} variables={group} fields={fields} />
        </details>
      ))}
    </fieldset>
  );
};

const inOrder = (chosen: readonly Variable[], { roles: given }: PlanFields): Variable[] => {
  const place = ({ id }: Variable): number => order.indexOf(given.get(id) ?? "none");
  return chosen.toSorted((a, b) => place(a) - place(b));
};

const order: readonly Role[] = ["outcome", "predictor", "covariate", "weight", "none"];

const RoleTable: FC<RolesProps & { readonly caption: string }> = ({
  caption,
  variables,
  fields,
}) => (
  <DataTable
    caption={caption}
    rows={variables}
    columns={[
      { id: "label", head: "Variable", names: true, cell: ({ label }) => label },
      {
        id: "role",
        head: "Role",
        cell: ({ id, label, level }) => (
          <>
            <input type="hidden" name="variable" value={id} />
            <select name="role" aria-label={`Role of ${label}`}>
              {rolesFor(level).map((role) => (
                <option value={role} selected={(fields.roles.get(id) ?? "none") === role}>
                  {roleWords[role]}
                </option>
              ))}
            </select>
          </>
        ),
      },
      { id: "level", head: "Level", cell: ({ level }) => level },
      { id: "id", head: "Name in the files", cell: ({ id, source }) => `${id}, ${source}` },
    ]}
  />
);

const rolesFor = (level: Variable["level"]): readonly Role[] =>
  roles.filter((role) => role !== "weight" || level !== "nominal");

const roleWords: Readonly<Record<Role, string>> = {
  none: "–",
  outcome: "Outcome",
  predictor: "Experience, ranked",
  covariate: "Covariate, held constant",
  weight: "Survey weight",
};

const LearningOutcomes: FC<Omit<PlanFormProps, "faults">> = ({
  codebook,
  fields,
  learningOutcomes,
}) => {
  const name = namesIn(codebook);
  return (
    <fieldset>
      <legend>Learning outcomes</legend>
      <p class="hint">
        A learning outcome is ranked by everything that evidences it, taken together.
      </p>
      {learningOutcomes.length > 0 && (
        <DataTable
          caption="Learning outcomes of this plan"
          rows={learningOutcomes}
          columns={[
            { id: "label", head: "Learning outcome", names: true, cell: ({ label }) => label },
            { id: "evidence", head: "Shown by", cell: ({ evidence }) => list(evidence.map(name)) },
          ]}
        />
      )}
      <details open={fields.learningOutcomes !== "" || learningOutcomes.length === 0}>
        <summary>
          {learningOutcomes.length === 0 ? "Add learning outcomes" : "Replace them"}
        </summary>
        <TextField
          name="learningOutcomes"
          label="One line each, or the text of a clos.json"
          hint={
            <>
              For example: <code>Apply learning at work: intern_done, employer_visit</code>
            </>
          }
          value={fields.learningOutcomes}
          lines={6}
        />
      </details>
      {learningOutcomes.length > 0 && (
        <label class="line">
          <input type="checkbox" name="withoutLearningOutcomes" value="yes" /> Go on without
          learning outcomes
        </label>
      )}
    </fieldset>
  );
};

const Computing: FC<Pick<PlanFormProps, "fields" | "faults">> = ({ fields, faults }) => (
  <>
    <SelectField
      name="method"
      label="Coefficient"
      hint="By level: the one that fits how the two variables of a pair are measured."
      value={fields.method}
      options={[
        { value: "by level", label: "By level (recommended)" },
        ...methods.map(({ id, label }) => ({ value: id, label })),
      ]}
    />
    <SelectField
      name="scoring"
      label="A scale is scored when there are answers to"
      value={fields.scoring}
      options={scoringRules.map((rule) => ({ value: rule, label: rule }))}
    />
    {numberFields.map(({ name, hint }) => (
      <TextField
        name={name}
        label={numberLabels[name]}
        hint={hint}
        value={fields.numbers[name]}
        faults={faults}
        short
      />
    ))}
  </>
);

const numberFields = [
  { name: "confidence", hint: "Between 0.5 and 1; 0.95 is usual." },
  { name: "minimumPairs", hint: "Pairs with fewer people get no estimate." },
  { name: "replicates", hint: "0 leaves the rank sets out; 1,000 is usual." },
  { name: "seed", hint: "The same seed gives the same figures, to the last digit." },
] as const;
