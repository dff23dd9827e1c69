/** What can be done with an instrument: edit its draft, begin a wave, remove it. */
import type { FC } from "hono/jsx";
import { lintInstrument, type InstrumentIssue } from "#surveys";
import type { WaveProgress } from "../../../db/wave-figures.ts";
import { count } from "../../../reports/html/format.ts";
import type { Fault } from "../../forms/form.ts";
import { dayOf } from "../../parts/day.ts";
import { DataTable } from "../../parts/table.tsx";
import { addressOfInstrument, addressOfWave } from "../addresses.ts";
import type { DraftFields } from "../forms/draft-form.ts";
import { readTyped, type OpenInstrument, type Typed } from "../instrument.ts";
import { DraftForm } from "./draft-form.tsx";
import { InstrumentIssues } from "./instrument-issues.tsx";
import { FileLinks } from "./version-table.tsx";

/** A draft as it was sent, and what was said about it. */
export interface Refused {
  readonly typed: DraftFields;
  readonly read: Typed;
  readonly faults: readonly Fault[];
}

export const NoDraft: FC<{ readonly id: string }> = ({ id }) => (
  <>
    <h2>Draft</h2>
    <p>
      What is published stays as it is. To change something, begin a draft: a copy of the newest
      version.
    </p>
    <form method="post" action={addressOfInstrument(id)}>
      <button type="submit" name="choice" value="begin">
        Begin a draft
      </button>
    </form>
  </>
);

export const Draft: FC<{
  readonly open: OpenInstrument;
  readonly refused: Refused | undefined;
}> = ({ open: { listed, draft, versions }, refused }) => {
  const here = addressOfInstrument(listed.id);
  const fields = refused?.typed ?? { title: listed.title, ...draft! };
  const found = refused === undefined ? findingsOf(fields) : [];
  return (
    <>
      <h2>Draft</h2>
      {refused === undefined ? (
        <>
          <Findings findings={found} />
          <div class="actions">
            <a class="button" href={`${here}/publish`}>
              See what publishing changes
            </a>
            <a class="button second" href={`${here}/preview?version=draft`}>
              Preview the draft
            </a>
          </div>
        </>
      ) : (
        <p class="note">
          Nothing was stored: the draft is still as it was saved last. What you sent stands below.
        </p>
      )}
      <h3>Edit the draft</h3>
      <DraftForm
        id={listed.id}
        fields={fields}
        draft={draft?.sha256 ?? ""}
        faults={refused?.faults ?? []}
        issues={refused?.read.issues.filter(({ severity }) => severity === "refused") ?? []}
      />
      {draft !== undefined && (
        <>
          <h3>Files of the draft</h3>
          <FileLinks id={listed.id} version="draft" />
          {versions.length > 0 && (
            <form method="post" action={here}>
              <button type="submit" name="choice" value="drop" class="second">
                Drop the draft
              </button>
            </form>
          )}
        </>
      )}
    </>
  );
};

/** What reading and checking a stored draft says; it can be read, or it would not be stored. */
function findingsOf(documents: DraftFields): readonly InstrumentIssue[] {
  const read = readTyped(documents);
  return read.ok ? [...read.issues, ...lintInstrument(read.instrument)] : read.issues;
}

const Findings: FC<{ readonly findings: readonly InstrumentIssue[] }> = ({ findings }) =>
  findings.length === 0 ? (
    <p>The check found nothing: every question can be reached, every text is translated.</p>
  ) : (
    <InstrumentIssues caption="What the check found in the draft" issues={findings} />
  );

export const Waves: FC<{
  readonly id: string;
  readonly waves: readonly WaveProgress[];
  readonly published: boolean;
}> = ({ id, waves, published }) => (
  <>
    {waves.length === 0 ? (
      <p>
        A wave asks people: one published version, from one day to another.{" "}
        {published ? "None has begun." : "Publish a version first."}
      </p>
    ) : (
      <DataTable
        caption="Waves of this instrument, newest first"
        rows={waves}
        columns={[
          {
            id: "title",
            head: "Wave",
            names: true,
            cell: (wave) => <a href={addressOfWave(wave.id)}>{wave.title}</a>,
          },
          { id: "version", head: "Version", figures: true, cell: ({ version }) => version },
          { id: "opens", head: "Opens", text: "whole", cell: ({ opensAt }) => dayOf(opensAt) },
          { id: "complete", head: "Complete", figures: true, cell: (wave) => count(wave.complete) },
        ]}
      />
    )}
    {published && (
      <p>
        <a class="button second" href={`/waves/new?instrument=${encodeURIComponent(id)}`}>
          Begin a wave
        </a>
      </p>
    )}
  </>
);

export const Remove: FC<{ readonly open: OpenInstrument }> = ({ open: { listed } }) => (
  <>
    <h2>Remove the instrument</h2>
    {listed.waves > 0 ? (
      <p>
        It has {listed.waves === 1 ? "a wave" : `${count(listed.waves)} waves`}, so it stays:
        answers cannot be read without it. Remove its waves first.
      </p>
    ) : (
      <form method="post" action={`${addressOfInstrument(listed.id)}/remove`}>
        <p>Its draft and its versions go with it. There is no way back.</p>
        <label class="line">
          <input type="checkbox" name="sure" value="yes" required /> Remove “{listed.title}” and
          everything in it
        </label>
        <button type="submit" class="second">
          Remove the instrument
        </button>
      </form>
    )}
  </>
);
