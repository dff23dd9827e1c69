/** The draft as two documents to edit, with what was refused below each. */
import type { FC } from "hono/jsx";
import type { InstrumentIssue } from "#surveys";
import type { Fault } from "../../forms/form.ts";
import { FileField, TextField } from "../../parts/field.tsx";
import { addressOfInstrument } from "../addresses.ts";
import { issuesOf, type DocumentField, type DraftFields } from "../forms/draft-form.ts";
import { InstrumentIssues } from "./instrument-issues.tsx";

interface DraftFormProps {
  readonly id: string;
  readonly fields: DraftFields;
  /** Fingerprint of the draft that is stored now. */
  readonly draft: string;
  readonly faults: readonly Fault[];
  /** Refused; none where the draft can be read. */
  readonly issues: readonly InstrumentIssue[];
}

export const DraftForm: FC<DraftFormProps> = ({ id, fields, draft, faults, issues }) => {
  const here = addressOfInstrument(id);
  return (
    <>
      <form method="post" action={here}>
        <input type="hidden" name="draft" value={draft} />
        <TextField
          name="title"
          label="Name of the instrument"
          hint="For you. Respondents read the title in the definition."
          value={fields.title}
          faults={faults}
        />
        <TextField
          name="definition"
          label="Definition (SurveyJS JSON)"
          hint="What is asked: pages, questions, conditions. Codes that were used once keep their meaning."
          value={fields.definition}
          lines={20}
          faults={faults}
        />
        <Refused field="definition" issues={issues} />
        <TextField
          name="codebook"
          label="Codebook (JSON)"
          hint="What the analysis needs to know: consent, labels, scales, what counts as missing. By the names of questions."
          value={fields.codebook}
          lines={14}
          faults={faults}
        />
        <Refused field="codebook" issues={issues} />
        <button type="submit" name="choice" value="save">
          Save the draft
        </button>
      </form>
      <h3>Or take a file</h3>
      <form method="post" action={`${here}/file`} enctype="multipart/form-data">
        <FileField
          name="file"
          label="Definition, codebook, or both in one file"
          hint="A definition has pages, a codebook has items. Both in one: an object with definition and codebook. It takes the place of what is in the draft."
          accept=".json,application/json"
        />
        <button type="submit" class="second">
          Use this file
        </button>
      </form>
    </>
  );
};

const Refused: FC<{
  readonly field: DocumentField;
  readonly issues: readonly InstrumentIssue[];
}> = ({ field, issues }) => {
  const found = issuesOf(field, issues);
  return found.length === 0 ? null : (
    <InstrumentIssues caption={`What was refused in the ${field}`} issues={found} />
  );
};
