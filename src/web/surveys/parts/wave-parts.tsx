/** What can be done with a wave. */
import type { FC } from "hono/jsx";
import type { StudyListed } from "../../../db/studies.ts";
import type { Wave } from "../../../db/waves.ts";
import { count } from "../../../reports/html/format.ts";
import type { Fault } from "../../forms/form.ts";
import { FileField, SelectField, TextField } from "../../parts/field.tsx";
import { addressOfWave } from "../addresses.ts";
import type { WaveFields } from "../forms/wave-form.ts";
import type { OpenWave } from "../wave.ts";
import { Times } from "./wave-form.tsx";

export const People: FC<{ readonly wave: Wave; readonly invited: number }> = ({
  wave: { id, anonymous },
  invited,
}) => (
  <>
    <h2>Who is invited</h2>
    {invited === 0 && (
      <p>
        A roster is a CSV file with one row for each person: an id such as <code>student_id</code>,
        and whatever else is known of them. Each gets a link of their own.
      </p>
    )}
    {anonymous ? (
      <p class="note">
        This wave is anonymous. The links come once, as a file, when you send the roster: keep that
        file until the mail is out. They are not stored, so nobody can make them again.
      </p>
    ) : (
      invited > 0 && (
        <form method="post" action={`${addressOfWave(id)}/links`}>
          <p>{count(invited)} people have a link. Whoever has a link can answer with it.</p>
          <button type="submit">Download the links (CSV)</button>
        </form>
      )
    )}
    <form method="post" action={`${addressOfWave(id)}/roster`} enctype="multipart/form-data">
      <TextField
        name="idColumn"
        label="Column that names the person"
        hint="As in the file. Left empty, it is recognised."
        value=""
        short
      />
      <FileField
        name="roster"
        label={invited === 0 ? "Roster (CSV)" : "Roster with more people (CSV)"}
        hint="Who is invited already stays as they are. Where one row cannot be used, nobody is added."
        accept=".csv,.tsv,.txt,text/csv,text/plain"
      />
      <button type="submit" class={invited === 0 ? undefined : "second"}>
        {anonymous ? "Invite them and download the links" : "Invite them"}
      </button>
    </form>
  </>
);

export const OpenLink: FC<{ readonly wave: Wave; readonly address: string | null }> = ({
  wave: { id },
  address,
}) => (
  <>
    <h2>Open link</h2>
    {address === null ? (
      <p>Off: only people with a link of their own can answer.</p>
    ) : (
      <p>
        Anybody can answer at <code>{address}</code>. Answers through it name nobody.
      </p>
    )}
    <form method="post" action={addressOfWave(id)}>
      <button
        type="submit"
        name="choice"
        value={address === null ? "open link on" : "open link off"}
        class="second"
      >
        Switch the open link {address === null ? "on" : "off"}
      </button>
    </form>
  </>
);

export const TakeIntoStudy: FC<{
  readonly wave: Wave;
  readonly studies: readonly StudyListed[];
}> = ({ wave: { id }, studies }) => (
  <>
    <h2>Take into a study</h2>
    <p>
      The answers as they are now become a file of the study, with scales scored and a reason for
      every gap. Later answers are not in it until you take them again.
    </p>
    {studies.length === 0 ? (
      <p>
        There is no study yet. <a href="/">Begin one</a>, then come back.
      </p>
    ) : (
      <form method="post" action={`${addressOfWave(id)}/snapshots`}>
        <SelectField
          name="study"
          label="Study"
          options={studies.map((study) => ({ value: study.id, label: study.title }))}
        />
        <button type="submit">Take the answers into it</button>
      </form>
    )}
  </>
);

export const ChangeWave: FC<{
  readonly open: OpenWave;
  readonly fields: WaveFields;
  readonly faults: readonly Fault[];
}> = ({ open: { wave, state }, fields, faults }) => {
  const here = addressOfWave(wave.id);
  return (
    <>
      <h2>Name and times</h2>
      <form method="post" action={here}>
        <TextField name="title" label="Name of the wave" value={fields.title} faults={faults} />
        <Times fields={fields} faults={faults} />
        <button type="submit" class="second">
          Save name and times
        </button>
      </form>
      {state !== "not yet open" && (
        <form method="post" action={here}>
          {state === "open" ? (
            <button type="submit" name="choice" value="close" class="second">
              Close it now
            </button>
          ) : (
            <button type="submit" name="choice" value="reopen" class="second">
              Open it again, until you close it
            </button>
          )}
        </form>
      )}
      <h2>{wave.anonymous ? "This wave is anonymous" : "This wave is named"}</h2>
      <p>
        {wave.anonymous
          ? "Nothing stored joins an answer with a person, and times are whole days. That was decided when the wave began and cannot be changed."
          : "Answers by personal links carry the id of the roster, so they can be joined with records. That was decided when the wave began and cannot be changed."}
      </p>
    </>
  );
};

export const RemoveWave: FC<{ readonly wave: Wave; readonly started: number }> = ({
  wave: { id, title },
  started,
}) => (
  <>
    <h2>Remove the wave</h2>
    <form method="post" action={`${addressOfWave(id)}/remove`}>
      <p>
        {started === 0
          ? "Its links stop working."
          : `All answers go with it: ${count(started)} ${started === 1 ? "person" : "people"} began. Links stop working.`}{" "}
        There is no way back. What was taken into a study stays there.
      </p>
      <label class="line">
        <input type="checkbox" name="sure" value="yes" required /> Remove “{title}” and everything
        in it
      </label>
      <button type="submit" class="second">
        Remove the wave
      </button>
    </form>
  </>
);
