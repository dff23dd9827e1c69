/** A wave moves to another version: what changes for those who answer is shown first. */
import { compareVersions, type VersionDifference } from "#surveys";
import { versionsOf, type Version } from "../../../db/instruments.ts";
import { saveWave } from "../../../db/waves.ts";
import { openVersion } from "../../../fielding/open-version.ts";
import { readForm, type Fault } from "../../forms/form.ts";
import { seeOther, type Page, type View } from "../../page.ts";
import { ErrorSummary } from "../../parts/field.tsx";
import type { Reading } from "../../world.ts";
import { addressOfWave } from "../addresses.ts";
import { Tick } from "../parts/choices.tsx";
import { Differences } from "../parts/instrument-issues.tsx";
import { openWave, type OpenWave } from "../wave.ts";

export const waveVersion: Page<"/waves/:wave/version"> = {
  path: "/waves/:wave/version",
  async show({ params }, world) {
    const open = await openWave(world, params.wave);
    const move = await moveOf(world, open);
    return move === undefined ? seeOther(addressOfWave(open.wave.id)) : view(open, move, []);
  },

  async act({ params, request }, world) {
    const open = await openWave(world, params.wave);
    const { id } = open.wave;
    const move = await moveOf(world, open);
    if (move === undefined) return seeOther(addressOfWave(id));
    const form = await readForm(request);
    const faults = faultsIn(form, move);
    if (faults.length > 0) return view(open, move, faults);
    await saveWave(world.db.write, id, { versionId: move.to.id });
    return seeOther(addressOfWave(id));
  },
};

interface Move {
  /** The newest published version. */
  readonly to: Version;
  readonly differences: readonly VersionDifference[];
}

/** Undefined where the wave has the newest version. */
async function moveOf({ db }: Pick<Reading, "db">, open: OpenWave): Promise<Move | undefined> {
  const [to] = await versionsOf(db.read, open.wave.instrumentId);
  if (to === undefined || to.id === open.wave.versionId) return undefined;
  return { to, differences: compareVersions(open.instrument, await openVersion(db.read, to.id)) };
}

function faultsIn(form: URLSearchParams, { to, differences }: Move): Fault[] {
  if (form.get("version") !== to.id)
    return [
      {
        field: "move",
        text: "Another version was published since you looked. This is the newest.",
      },
    ];
  return differences.some(({ safe }) => !safe) && form.get("breaking") !== "yes"
    ? [{ field: "breaking", text: "Some changes are breaking: tick that you want them." }]
    : [];
}

function view(open: OpenWave, { to, differences }: Move, faults: readonly Fault[]): View {
  const here = addressOfWave(open.wave.id);
  return {
    title: `Move to version ${to.number}`,
    status: faults.length === 0 ? 200 : 422,
    body: (
      <>
        <p>
          <a href={here}>{open.wave.title}</a>
        </p>
        <h1>
          From version {open.version} to version {to.number}
        </h1>
        <ErrorSummary faults={faults} />
        <p class="lead">
          Whoever answers from then on sees version {to.number}, also those who have begun. Answers
          that were given stay, with the version they were given to.
        </p>
        <h2>What changes</h2>
        {differences.length === 0 ? (
          <p>Nothing that respondents or the analysis would notice.</p>
        ) : (
          <Differences caption="Change by change" differences={differences} />
        )}
        <form method="post" action={`${here}/version`} id="move">
          <input type="hidden" name="version" value={to.id} />
          {differences.some(({ safe }) => !safe) && (
            <Tick
              name="breaking"
              label="Move in spite of the breaking changes"
              hint="What is marked as breaking cannot be compared between the two versions, or stands in columns of its own."
              faults={faults}
            />
          )}
          <button type="submit">Move the wave to version {to.number}</button>
        </form>
      </>
    ),
  };
}
