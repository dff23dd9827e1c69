/** A wave: how it goes, who is invited, until when. */
import { listStudies } from "../../../db/studies.ts";
import {
  countDays,
  countKinds,
  countSections,
  countWave,
  invitedStates,
  medianSeconds,
  someFacts,
  type DayCount,
} from "../../../db/wave-figures.ts";
import { removeWave as remove, saveWave, type WaveChange } from "../../../db/waves.ts";
import { comparisonOf } from "../../../fielding/comparison.ts";
import { openLink } from "../../../fielding/links.ts";
import type { Drawn } from "../../../jobs/tasks/draw.ts";
import type { Problem } from "../../../problem.ts";
import { count } from "../../../reports/html/format.ts";
import { readForm, type Fault } from "../../forms/form.ts";
import { seeOther, type Page, type View } from "../../page.ts";
import { ErrorSummary } from "../../parts/field.tsx";
import { Refusal } from "../../parts/problem.tsx";
import type { Reading } from "../../world.ts";
import { addressOfInstrument, addressOfWave } from "../addresses.ts";
import { columnsOf, progressBy } from "../groups.ts";
import { timesFrom, waveFieldsIn, waveFieldsOf, type WaveFields } from "../forms/wave-form.ts";
import { AnswerFiles, Scales } from "../parts/wave-answers.tsx";
import { WaveFigures, type Figures } from "../parts/wave-figures.tsx";
import { ChangeWave, OpenLink, People, RemoveWave, TakeIntoStudy } from "../parts/wave-parts.tsx";
import { openWave, standingOf, type OpenWave } from "../wave.ts";

export const wave: Page<"/waves/:wave"> = {
  path: "/waves/:wave",
  show: async ({ params, query }, world) =>
    waveView(world, await openWave(world, params.wave), {
      group: query.get("group"),
      ...invitedInWords(query),
    }),

  /** Closes, reopens, switches the open link, changes name and times. */
  async act({ params, request }, world) {
    const open = await openWave(world, params.wave);
    const { id } = open.wave;
    const form = await readForm(request);
    const change = changes[form.get("choice") ?? ""];
    if (change !== undefined) await saveWave(world.db.write, id, change(new Date()));
    else {
      const fields = waveFieldsIn(form);
      const { faults, opensAt, closesAt, graceDays } = timesFrom(fields);
      if (faults.length > 0 || opensAt === undefined)
        return waveView(world, open, { fields, faults });
      const { title } = fields;
      await saveWave(world.db.write, id, { title, opensAt, closesAt, graceDays });
    }
    return seeOther(addressOfWave(id));
  },
};

/** After a roster was taken in. */
function invitedInWords(query: URLSearchParams): Pick<Shown, "done"> {
  const [added = "", unchanged = ""] = ["added", "unchanged"].map((name) => query.get(name) ?? "");
  if (!/^\d{1,9}$/.test(added) || !/^\d{1,9}$/.test(unchanged)) return {};
  const before =
    unchanged === "0" ? "" : ` ${count(Number(unchanged))} had a link before and keep it.`;
  return {
    done: `${count(Number(added))} ${added === "1" ? "person was" : "people were"} invited.${before}`,
  };
}

const changes: Readonly<Partial<Record<string, (now: Date) => WaveChange>>> = {
  close: (now) => ({ closesAt: now }),
  reopen: () => ({ closesAt: null }),
  "open link on": () => ({ openLink: true }),
  "open link off": () => ({ openLink: false }),
};

export const removeWave: Page<"/waves/:wave/remove"> = {
  path: "/waves/:wave/remove",
  async act({ params, request }, world) {
    const open = await openWave(world, params.wave);
    const form = await readForm(request);
    if (form.get("sure") !== "yes") return seeOther(addressOfWave(open.wave.id));
    await remove(world.db.write, open.wave.id);
    return seeOther("/surveys");
  },
};

export interface Shown {
  /** Column of the roster to count by. */
  readonly group?: string | null;
  /** As sent, where it was refused. */
  readonly fields?: WaveFields;
  readonly faults?: readonly Fault[];
  readonly problem?: Problem;
  /** What has just been done. */
  readonly done?: string;
}

export async function waveView(world: Reading, open: OpenWave, shown: Shown): Promise<View> {
  const { wave: found, instrumentTitle, version, newest } = open;
  const { fields = waveFieldsOf(found), faults = [], problem, done } = shown;
  const group = shown.group ?? "";
  const figures = await figuresOf(world, open, group);
  const comparison = await comparisonOf(world.db.read, found.id);
  const here = addressOfWave(found.id);
  return {
    title: found.title,
    status: problem?.status ?? (faults.length > 0 ? 422 : 200),
    body: (
      <>
        <p>
          <a href={addressOfInstrument(found.instrumentId)}>{instrumentTitle}</a>, version {version}
        </p>
        <h1>{found.title}</h1>
        <ErrorSummary faults={faults} />
        <Refusal problem={problem} />
        {done !== undefined && (
          <p class="note">
            <output>{done}</output>
          </p>
        )}
        <p class="lead">{standingOf(open)}</p>
        {newest > version && (
          <p class="note">
            Version {newest} is published. <a href={`${here}/version`}>Look what would change</a>.
          </p>
        )}
        <WaveFigures figures={figures} open={open} group={group} />
        <People wave={found} invited={figures.counts.invited} />
        <OpenLink
          wave={found}
          address={found.openLink && openLink(world.publicUrl, found.openLink)}
        />
        <TakeIntoStudy wave={found} studies={await listStudies(world.db.read)} />
        {comparison !== undefined && <Scales comparison={comparison} />}
        {figures.counts.started > 0 && <AnswerFiles here={here} />}
        <ChangeWave open={open} fields={fields} faults={faults} />
        <RemoveWave wave={found} started={figures.counts.started} />
      </>
    ),
  };
}

async function figuresOf(
  world: Reading,
  { wave: found }: OpenWave,
  group: string,
): Promise<Figures> {
  const { db } = world;
  const { id, anonymous } = found;
  const days = await countDays(db.read, id);
  return {
    counts: await countWave(db.read, id),
    days,
    drawn: await drawn(world, days),
    sections: await countSections(db.read, id),
    devices: await countKinds(db.read, id, "device"),
    locales: await countKinds(db.read, id, "locale"),
    duration: await medianSeconds(db.read, id),
    columns: columnsOf(await someFacts(db.read, id)),
    // In an anonymous wave nothing joins the two, so there is nothing to count.
    groups: group === "" || anonymous ? [] : progressBy(await invitedStates(db.read, id), group),
  };
}

/** The same days are drawn once. */
const drawn = (world: Reading, days: readonly DayCount[]): Promise<Drawn | null> =>
  world.drawings.get(JSON.stringify(days), () =>
    world.jobs.run("draw", { chart: "wave", figures: { days }, id: "days" }),
  );
