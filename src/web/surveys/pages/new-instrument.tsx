/** A new instrument: a ready one, or what was read from a file and looked at. */
import { createInstrument } from "../../../db/instruments.ts";
import { Problem } from "../../../problem.ts";
import { readForm } from "../../forms/form.ts";
import { seeOther, type Page, type View } from "../../page.ts";
import { ErrorSummary, TextField } from "../../parts/field.tsx";
import { readUploadedText } from "../../uploads/receive-text.ts";
import { addressOfInstrument } from "../addresses.ts";
import { draftFieldsIn, faultsOfDraft, type DraftFields } from "../forms/draft-form.ts";
import { readFile, type FileRead } from "../forms/instrument-file.ts";
import { readTyped } from "../instrument.ts";
import { ImportReport, InstrumentIssues } from "../parts/instrument-issues.tsx";
import { documentsOf, shippedInstrument, shippedName } from "../shipped.ts";
import { surveysView } from "./surveys.tsx";

export const newInstrument: Page<"/surveys/new"> = {
  path: "/surveys/new",
  async act({ request }, world) {
    const form = await readForm(request);
    const shipped = shippedInstrument(form.get("shipped"));
    const fields: DraftFields =
      shipped === undefined
        ? draftFieldsIn(form)
        : { title: shippedName(shipped), ...documentsOf(shipped) };
    const read = readTyped(fields);
    const faults = faultsOfDraft(fields, read);
    if (!read.ok || faults.length > 0)
      return lookView({ ...fields, ok: read.ok, questions: [], issues: read.issues }, faults);
    return seeOther(addressOfInstrument(await createInstrument(world.db.write, fields)));
  },
};

/** Bytes: surveys of other programs bring their pictures and scripts along. */
const largestSurvey = 8_000_000;

/** Reads a file and shows what became of it. Nothing is stored before a yes. */
export const importInstrument: Page<"/surveys/import"> = {
  path: "/surveys/import",
  async act({ request }, world) {
    try {
      const { text, name } = await readUploadedText(request, largestSurvey);
      const found = readFile(text, name);
      return lookView(found, []);
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal;
      return surveysView(world, refusal);
    }
  },
};

function lookView(found: FileRead, faults: Parameters<typeof ErrorSummary>[0]["faults"]): View {
  const { ok, title, definition, codebook, questions, issues } = found;
  return {
    title: "Look before you say yes",
    status: ok && faults.length === 0 ? 200 : 422,
    body: (
      <>
        <p>
          <a href="/surveys">All surveys</a>
        </p>
        <h1>Look before you say yes</h1>
        <ErrorSummary faults={faults} />
        <p class="lead">
          {ok
            ? "Nothing of this is kept until you make an instrument of it."
            : "Nothing was kept: the file holds what cannot be asked here. Correct it and send it again."}
        </p>
        {issues.length > 0 && <InstrumentIssues caption="Worth knowing" issues={issues} />}
        {questions.length > 0 && <ImportReport questions={questions} />}
        {ok && (
          <form method="post" action="/surveys/new">
            <TextField
              name="title"
              label="Name of the instrument"
              hint="For you. Respondents read the title in the definition."
              value={title}
              faults={faults}
            />
            <input type="hidden" name="definition" value={definition} />
            <input type="hidden" name="codebook" value={codebook} />
            <button type="submit">Make the instrument</button>
          </form>
        )}
      </>
    ),
  };
}
