/** Two ways to an instrument: a ready one, or a file. */
import type { FC } from "hono/jsx";
import { instruments } from "#surveys";
import { FileField, SelectField } from "../../parts/field.tsx";
import { shippedName, shippedTitle } from "../shipped.ts";

export const NewInstrument: FC = () => (
  <>
    <h2>New instrument</h2>
    <div class="columns">
      <section class="choice">
        <h3>Take a ready one</h3>
        <p>Written for this program, in English and Spanish, with codebook and scales.</p>
        <form method="post" action="/surveys/new">
          <SelectField
            name="shipped"
            label="Instrument"
            options={instruments.map((each) => ({
              value: each.id,
              label: `${shippedName(each)}: “${shippedTitle(each)}”`,
            }))}
          />
          <button type="submit">Make a draft of it</button>
        </form>
      </section>
      <section class="choice">
        <h3>Bring a file</h3>
        <p>
          A survey from Qualtrics (QSF), LimeSurvey (LSS) or SurveyJS (JSON). You see what becomes
          of each question before anything is kept.
        </p>
        <form method="post" action="/surveys/import" enctype="multipart/form-data">
          <FileField
            name="file"
            label="File of the survey"
            accept=".json,.qsf,.lss,.xml,application/json,text/xml"
          />
          <button type="submit" class="second">
            Read it and look
          </button>
        </form>
      </section>
    </div>
  </>
);
