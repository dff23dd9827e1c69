/** How a wave goes, in counts. */
import type { FC } from "hono/jsx";
import { disclosureThreshold } from "#analysis";
import { textIn } from "#surveys";
import type {
  DayCount,
  Duration,
  KindCount,
  SectionCount,
  WaveCounts,
} from "../../../db/wave-figures.ts";
import type { Drawn } from "../../../jobs/tasks/draw.ts";
import { count, percent } from "../../../reports/html/format.ts";
import { Figure } from "../../parts/figure.tsx";
import { SelectField } from "../../parts/field.tsx";
import { DataTable } from "../../parts/table.tsx";
import { isFew, releaseKinds, releaseSections, type GroupProgress } from "../groups.ts";
import type { OpenWave } from "../wave.ts";
import { BreakOff, Days, Groups, Kinds } from "./wave-tables.tsx";

export interface Figures {
  readonly counts: WaveCounts;
  readonly days: readonly DayCount[];
  /** The days as a chart; null where there is too little to draw. */
  readonly drawn: Drawn | null;
  readonly sections: readonly SectionCount[];
  readonly devices: readonly KindCount[];
  readonly locales: readonly KindCount[];
  readonly duration: Duration;
  /** Of the roster. */
  readonly columns: readonly string[];
  readonly groups: readonly GroupProgress[];
}

interface WaveFiguresProps {
  readonly figures: Figures;
  readonly open: OpenWave;
  /** Column to count by; "": none. */
  readonly group: string;
}

export const WaveFigures: FC<WaveFiguresProps> = ({ figures, open, group }) => (
  <>
    <h2>How it goes</h2>
    <Counts counts={figures.counts} />
    {figures.counts.started > 0 && <Started figures={figures} open={open} />}
    {figures.counts.invited > 0 && <ByColumn figures={figures} open={open} group={group} />}
  </>
);

const Started: FC<Omit<WaveFiguresProps, "group">> = ({ figures, open }) => (
  <>
    <p>{durationInWords(figures.duration)}</p>
    <Figure
      drawn={figures.drawn}
      caption="People who had started and who had completed by the end of each day (UTC). The same figures follow as a table."
    />
    {figures.days.length > shortList ? (
      <details>
        <summary>The figures of each of {figures.days.length} days</summary>
        <Days days={figures.days} />
      </details>
    ) : (
      <Days days={figures.days} />
    )}
    {isFew(figures.counts.started) ? (
      <p>Devices, languages and pages are shown once {disclosureThreshold} people have started.</p>
    ) : (
      <>
        <p class="hint">
          Counts of the whole wave are always shown; counts of a part of it only where they rest on{" "}
          {disclosureThreshold} people or more.
        </p>
        <div class="columns">
          <Kinds head="Device" kinds={releaseKinds(figures.devices)} />
          <Kinds head="Language" kinds={releaseKinds(figures.locales)} name={languageName} />
        </div>
        <h3>Where people stop</h3>
        <BreakOff
          sections={releaseSections(
            figures.sections,
            open.instrument.sections.map(({ name }) => name),
          )}
          title={titlesOf(open)}
        />
      </>
    )}
  </>
);

/** Days that are shown without being asked for. */
const shortList = 7;

const ByColumn: FC<WaveFiguresProps> = ({ figures: { columns, groups }, open, group }) => (
  <>
    <h3>By a column of the roster</h3>
    {open.wave.anonymous ? (
      <p>
        This wave is anonymous: nothing stored says who of the roster has answered, so there is
        nothing to count by group.
      </p>
    ) : columns.length === 0 ? (
      <p>
        The roster holds ids alone. With more columns, such as the year, you can compare groups.
      </p>
    ) : (
      <form method="get">
        <SelectField
          name="group"
          label="Column"
          value={group}
          options={columns.map((column) => ({ value: column, label: column }))}
        />
        <button type="submit" class="second">
          Count by it
        </button>
      </form>
    )}
    {groups.length > 0 && <Groups column={group} groups={groups} />}
  </>
);

function titlesOf({ instrument: { sections, locales } }: OpenWave): (name: string) => string {
  const titles = new Map(
    sections.map(({ name, title }) => [
      name,
      title === undefined ? name : textIn(title, locales[0] ?? "en", locales),
    ]),
  );
  return (name) => titles.get(name) ?? `${name} (of an older version)`;
}

function durationInWords({ seconds, people }: Duration): string {
  if (seconds === null || people === 0)
    return "Nobody has finished yet, so there is no median time.";
  if (isFew(people))
    return `The median time is shown once ${disclosureThreshold} people have finished.`;
  const minutes = seconds / 60;
  return `Half of those who finished took ${minutes.toFixed(1)} minutes or less.`;
}

const languageName = (locale: string): string =>
  new Intl.DisplayNames(["en"], { type: "language" }).of(locale) ?? locale;

const Counts: FC<{ readonly counts: WaveCounts }> = ({ counts }) => (
  <DataTable
    caption="How far people are"
    rows={[
      { what: "Invited", n: counts.invited, note: "have a link of their own" },
      {
        what: "Started",
        n: counts.started,
        note: "agreed to take part; opening a link does not count",
      },
      { what: "Partial", n: counts.partial, note: "not finished; what they sent is kept" },
      { what: "Complete", n: counts.complete, note: rateOf(counts) },
      { what: "Withdrawn", n: counts.withdrawn, note: "their answers are removed" },
    ]}
    columns={[
      { id: "what", head: "People", names: true, cell: ({ what }) => what },
      { id: "n", head: "Number", figures: true, cell: ({ n }) => count(n) },
      { id: "note", head: "Note", text: "words", cell: ({ note }) => note },
    ]}
  />
);

/** Against the invited stand only those who came by a link of their own. */
function rateOf({ invited, complete, completeByInvitation }: WaveCounts): string {
  if (invited === 0) return "sent everything";
  const rate = `${percent(completeByInvitation / invited)} of those invited`;
  const open = complete - completeByInvitation;
  return open === 0 ? rate : `${rate}, and ${count(open)} by the open link`;
}
