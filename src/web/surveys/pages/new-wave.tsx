/** A wave begins: which version, from when to when, and whether answers carry a name. */
import { createWave } from "../../../db/waves.ts";
import { Problem } from "../../../problem.ts";
import { readForm, type Fault } from "../../forms/form.ts";
import { seeOther, type Page, type View } from "../../page.ts";
import { ErrorSummary } from "../../parts/field.tsx";
import type { Reading } from "../../world.ts";
import { addressOfInstrument, addressOfWave } from "../addresses.ts";
import { emptyWave, waveFieldsIn, waveFrom, type WaveFields } from "../forms/wave-form.ts";
import { openInstrument } from "../instrument.ts";
import { WaveForm } from "../parts/wave-form.tsx";

export const newWave: Page<"/waves/new"> = {
  path: "/waves/new",
  show: async ({ query }, world) =>
    view(await newest(world, query.get("instrument")), emptyWave(new Date()), []),

  async act({ request }, world) {
    const form = await readForm(request);
    const fields = waveFieldsIn(form);
    const found = await newest(world, form.get("instrument"));
    const read = waveFrom(fields);
    if (!read.ok) return view(found, fields, read.faults);
    const id = await createWave(world.db.write, { versionId: found.versionId, ...read.wanted });
    return seeOther(addressOfWave(id));
  },
};

interface Newest {
  readonly instrument: { readonly id: string; readonly title: string };
  readonly versionId: string;
  readonly number: number;
}

async function newest(world: Pick<Reading, "db">, id: string | null): Promise<Newest> {
  const { listed, versions } = await openInstrument(world, id ?? "");
  const [version] = versions;
  if (version?.number == null)
    throw new Problem("not-found", `“${listed.title}” has no published version.`, {
      next: "Publish its draft first, then begin a wave.",
    });
  return { instrument: listed, versionId: version.id, number: version.number };
}

function view({ instrument, number }: Newest, fields: WaveFields, faults: readonly Fault[]): View {
  return {
    title: "New wave",
    status: faults.length === 0 ? 200 : 422,
    body: (
      <>
        <p>
          <a href={addressOfInstrument(instrument.id)}>{instrument.title}</a>
        </p>
        <h1>New wave</h1>
        <p class="lead">
          Ask people with version {number} of “{instrument.title}”. Nobody is invited yet: you add a
          roster on the next page.
        </p>
        <ErrorSummary faults={faults} />
        <WaveForm fields={fields} faults={faults} instrument={instrument.id} />
      </>
    ),
  };
}
