/** Counts of a wave, cut in different ways. */
import type { FC } from "hono/jsx";
import type { DayCount } from "../../../db/wave-figures.ts";
import { count, percent } from "../../../reports/html/format.ts";
import { DataTable } from "../../parts/table.tsx";
import type { GroupProgress, KindShown, SectionShown } from "../groups.ts";

export const Days: FC<{ readonly days: readonly DayCount[] }> = ({ days }) => (
  <DataTable
    caption="By day (UTC)"
    rows={days}
    columns={[
      { id: "day", head: "Day", names: true, cell: ({ day }) => day },
      { id: "started", head: "Started", figures: true, cell: ({ started }) => count(started) },
      { id: "complete", head: "Completed", figures: true, cell: ({ complete }) => count(complete) },
    ]}
  />
);

export const Groups: FC<{
  readonly column: string;
  readonly groups: readonly GroupProgress[];
}> = ({ column, groups }) => (
  <DataTable
    id="groups"
    caption={`By ${column}`}
    rows={groups}
    columns={[
      { id: "group", head: column, names: true, cell: ({ group }) => group || "(empty)" },
      { id: "invited", head: "Invited", figures: true, cell: ({ invited }) => shown(invited) },
      { id: "started", head: "Started", figures: true, cell: ({ started }) => shown(started) },
      { id: "complete", head: "Complete", figures: true, cell: ({ complete }) => shown(complete) },
      {
        id: "rate",
        head: "Complete of invited",
        figures: true,
        cell: ({ invited, complete }) =>
          invited === null || complete === null ? "–" : percent(complete / invited),
      },
    ]}
  />
);

export const Kinds: FC<{
  readonly head: string;
  readonly kinds: readonly KindShown[];
  readonly name?: (kind: string) => string;
}> = ({ head, kinds, name = (kind) => kind }) => (
  <DataTable
    caption={`By ${head.toLowerCase()}`}
    rows={kinds}
    columns={[
      { id: "kind", head, names: true, cell: ({ kind }) => name(kind) },
      { id: "started", head: "Started", figures: true, cell: ({ started }) => shown(started) },
      { id: "complete", head: "Complete", figures: true, cell: ({ complete }) => shown(complete) },
    ]}
  />
);

/** Where people stopped. */
export const BreakOff: FC<{
  readonly sections: readonly SectionShown[];
  readonly title: (section: string) => string;
}> = ({ sections, title }) => (
  <DataTable
    caption="Last page that was sent by those who have not finished"
    rows={sections}
    columns={[
      {
        id: "section",
        head: "Page",
        names: true,
        cell: ({ section }) => (section === "" ? "Nothing after the consent" : title(section)),
      },
      {
        id: "reached",
        head: "Sent it",
        figures: true,
        cell: ({ section, reached }) => (section === "" ? "–" : shown(reached)),
      },
      { id: "left", head: "Stopped after it", figures: true, cell: ({ left }) => shown(left) },
    ]}
  />
);

const shown = (n: number | null): string => (n === null ? "not shown" : count(n));
