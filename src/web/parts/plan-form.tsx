/** The form of a plan: one role for each variable, learning outcomes, and how to compute. */
import type { FC } from "hono/jsx";
import { fewestReplicates, methods, type EvidencedOutcome } from "#analysis";
import type { Codebook } from "#surveys";
import { list } from "../../reports/html/format.ts";
import { namesIn } from "../../studies/names.ts";
import { scoringRules } from "../../studies/study.ts";
import type { Fault } from "../forms/form.ts";
import { numberLabels, offeredIn, type PlanFields } from "../forms/plan-form.ts";
import { DesignForm } from "./design-form.tsx";
import { SelectField, TextField } from "./field.tsx";
import { Roles } from "./roles.tsx";
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
    <DesignForm codebook={codebook} fields={fields.design} faults={faults} />
    <details open={faults.some(({ field }) => field !== "roles" && field !== "margins")}>
      <summary>How to compute: method, confidence, replicates, seed</summary>
      <Computing fields={fields} faults={faults} />
    </details>
    <button type="submit">Save the plan</button>
  </form>
);

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
  {
    name: "replicates",
    hint: `0 leaves the rank sets out; 1,000 is usual, ${fewestReplicates(0.95)} the fewest for sets at 95 %.`,
  },
  { name: "seed", hint: "The same seed gives the same figures, to the last digit." },
  { name: "trimAt", hint: "Larger ones are cut back and raked again; 5 is usual." },
  { name: "smallestGroup", hint: "50 is usual; never below ten." },
  { name: "meaningful", hint: "Smaller differences are called little; 0.1 is usual." },
] as const;
