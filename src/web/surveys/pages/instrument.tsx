/** An instrument: its draft, to be edited; its versions, which stay as they are. */
import {
  beginDraft,
  dropDraft,
  removeInstrument as remove,
  saveDraft,
  saveInstrumentTitle,
} from "../../../db/instruments.ts";
import { waveProgress } from "../../../db/wave-figures.ts";
import { readForm, type Fault } from "../../forms/form.ts";
import { seeOther, type Page, type View } from "../../page.ts";
import { ErrorSummary } from "../../parts/field.tsx";
import type { Reading } from "../../world.ts";
import { addressOfInstrument } from "../addresses.ts";
import { draftFieldsIn, faultsOfDraft } from "../forms/draft-form.ts";
import { openInstrument, readTyped, type OpenInstrument } from "../instrument.ts";
import { Draft, NoDraft, Remove, Waves, type Refused } from "../parts/instrument-parts.tsx";
import { InstrumentTabs } from "../parts/instrument-tabs.tsx";
import { VersionTable } from "../parts/version-table.tsx";

export const instrument: Page<"/surveys/:instrument"> = {
  path: "/surveys/:instrument",
  show: async ({ params }, world) =>
    instrumentView(world, await openInstrument(world, params.instrument)),

  /** Saves the draft, begins one, drops it. What cannot be read stays on the page and is not stored. */
  async act({ params, request }, world) {
    const open = await openInstrument(world, params.instrument);
    const { id } = open.listed;
    const form = await readForm(request);
    const choice = form.get("choice");
    if (choice === "begin") await beginDraft(world.db.write, id);
    else if (choice === "drop") {
      // The only version of an instrument is not dropped: nothing would be left of it.
      if (open.versions.length > 0) await dropDraft(world.db.write, id);
    } else {
      const typed = draftFieldsIn(form);
      const read = readTyped(typed);
      const faults = [...faultsOfDraft(typed, read), ...changedMeanwhile(form, open)];
      if (!read.ok || faults.length > 0)
        return instrumentView(world, open, { typed, read, faults });
      await world.db.write.transaction().execute(async (within) => {
        await saveDraft(within, id, typed);
        await saveInstrumentTitle(within, id, typed.title);
      });
    }
    return seeOther(addressOfInstrument(id));
  },
};

/** Two people with one draft: who saves second is told, and sees what would be overwritten. */
const changedMeanwhile = (form: URLSearchParams, { draft }: OpenInstrument): Fault[] =>
  (form.get("draft") ?? "") === (draft?.sha256 ?? "")
    ? []
    : [
        {
          field: "definition",
          text: "The draft has been saved or published since you opened this page. What you sent stands here. To look at the other, open the page again in another window; to put yours in its place, save once more.",
        },
      ];

export const removeInstrument: Page<"/surveys/:instrument/remove"> = {
  path: "/surveys/:instrument/remove",
  async act({ params, request }, world) {
    const { listed } = await openInstrument(world, params.instrument);
    const form = await readForm(request);
    if (form.get("sure") !== "yes") return seeOther(addressOfInstrument(listed.id));
    await remove(world.db.write, listed.id);
    return seeOther("/surveys");
  },
};

export async function instrumentView(
  world: Reading,
  open: OpenInstrument,
  refused?: Refused,
): Promise<View> {
  const { listed, draft, versions } = open;
  const waves = await waveProgress(world.db.read, listed.id);
  const faults = refused?.faults ?? [];
  return {
    title: listed.title,
    status: refused === undefined ? 200 : 422,
    body: (
      <>
        <p>
          <a href="/surveys">All surveys</a>
        </p>
        <h1>{listed.title}</h1>
        <InstrumentTabs id={listed.id} title={listed.title} current="draft" />
        <ErrorSummary faults={faults} />
        <p class="lead">{standing(open)}</p>
        {draft === undefined && refused === undefined ? (
          <NoDraft id={listed.id} />
        ) : (
          <Draft open={open} refused={refused} />
        )}
        <h2>Versions</h2>
        {versions.length === 0 ? (
          <p>None yet. Publishing makes the draft version 1; nobody can change it afterwards.</p>
        ) : (
          <VersionTable id={listed.id} versions={versions} />
        )}
        <h2>Waves</h2>
        <Waves id={listed.id} waves={waves} published={versions.length > 0} />
        <Remove open={open} />
      </>
    ),
  };
}

function standing({ draft, versions, listed }: OpenInstrument): string {
  const latest =
    listed.latest === null
      ? "No version is published yet"
      : `Version ${listed.latest} is the newest`;
  if (draft === undefined) return `${latest}. There is no draft.`;
  if (draft.sha256 === versions[0]?.sha256 || versions.length === 0) return `${latest}.`;
  return `${latest}. The draft differs from it.`;
}
