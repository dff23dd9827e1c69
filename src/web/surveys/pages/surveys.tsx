/** What is asked (instruments) and when, of whom (waves); without any, how to begin. */
import type { FC } from "hono/jsx";
import type { Problem } from "../../../problem.ts";
import { listInstruments, type InstrumentListed } from "../../../db/instruments.ts";
import { waveProgress, type WaveProgress } from "../../../db/wave-figures.ts";
import { count } from "../../../reports/html/format.ts";
import type { Page, View } from "../../page.ts";
import { momentOf } from "../../parts/day.ts";
import { Refusal } from "../../parts/problem.tsx";
import { DataTable } from "../../parts/table.tsx";
import type { Reading } from "../../world.ts";
import { addressOfInstrument, addressOfWave } from "../addresses.ts";
import { NewInstrument } from "../parts/new-instrument.tsx";

export const surveys: Page<"/surveys"> = {
  path: "/surveys",
  show: async (_visit, world) => surveysView(world),
};

/** @param refusal why a file was not read */
export async function surveysView({ db }: Pick<Reading, "db">, refusal?: Problem): Promise<View> {
  const instruments = await listInstruments(db.read);
  const waves = await waveProgress(db.read);
  return {
    title: "Surveys",
    status: refusal?.status ?? 200,
    body: (
      <>
        <h1>Surveys</h1>
        <Refusal problem={refusal} />
        {instruments.length === 0 ? <Teach /> : <Instruments instruments={instruments} />}
        {waves.length > 0 && <Waves waves={waves} />}
        {instruments.length > 0 && waves.length === 0 && (
          <p class="note">
            No wave yet. Publish an instrument, then begin a wave on its page: that is when people
            can answer.
          </p>
        )}
        <NewInstrument />
      </>
    ),
  };
}

const Teach: FC = () => (
  <>
    <p class="lead">Ask alumni and students here, and join what they say with what you know.</p>
    <ul>
      <li>
        <b>An instrument</b> says what is asked. Take a ready one and change it, or bring your own
        file. When you publish it, it gets a version number and stays as it is.
      </li>
      <li>
        <b>A wave</b> asks people: one version, from one day to another, by links of their own or by
        one open link.
      </li>
      <li>
        <b>A study</b> takes the answers of a wave in, beside your other files, and ranks what goes
        with good lives.
      </li>
    </ul>
  </>
);

const Instruments: FC<{ readonly instruments: readonly InstrumentListed[] }> = ({
  instruments,
}) => (
  <DataTable
    caption="Instruments, newest first"
    rows={instruments}
    columns={[
      {
        id: "title",
        head: "Instrument",
        names: true,
        cell: ({ id, title }) => <a href={addressOfInstrument(id)}>{title}</a>,
      },
      {
        id: "version",
        head: "Newest version",
        figures: true,
        cell: ({ latest }) => latest ?? "none yet",
      },
      { id: "draft", head: "Draft", cell: ({ hasDraft }) => (hasDraft ? "Yes" : "No") },
      { id: "waves", head: "Waves", figures: true, cell: ({ waves }) => count(waves) },
    ]}
  />
);

const Waves: FC<{ readonly waves: readonly WaveProgress[] }> = ({ waves }) => (
  <>
    <h2>Waves</h2>
    <DataTable
      caption="Waves, newest first"
      rows={waves}
      columns={[
        {
          id: "title",
          head: "Wave",
          names: true,
          cell: ({ id, title }) => <a href={addressOfWave(id)}>{title}</a>,
        },
        {
          id: "instrument",
          head: "Instrument",
          cell: ({ instrumentTitle, version }) => `${instrumentTitle}, version ${version}`,
        },
        {
          id: "closes",
          head: "Open until",
          cell: ({ closesAt }) => (closesAt === null ? "you close it" : momentOf(closesAt)),
        },
        { id: "started", head: "Started", figures: true, cell: ({ started }) => count(started) },
        {
          id: "complete",
          head: "Complete",
          figures: true,
          cell: ({ complete }) => count(complete),
        },
      ]}
    />
  </>
);
