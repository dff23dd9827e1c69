/** Published versions, and what can be had of each. */
import type { FC } from "hono/jsx";
import type { Version } from "../../../db/instruments.ts";
import { dayOf } from "../../parts/day.ts";
import { DataTable } from "../../parts/table.tsx";
import { addressOfInstrument } from "../addresses.ts";
import { instrumentFiles } from "../instrument-files.ts";

export const VersionTable: FC<{ readonly id: string; readonly versions: readonly Version[] }> = ({
  id,
  versions,
}) => {
  const here = addressOfInstrument(id);
  return (
    <DataTable
      caption="Published versions, newest first"
      rows={versions}
      columns={[
        {
          id: "number",
          head: "Version",
          names: true,
          cell: ({ number }) => (
            <a href={`${here}/preview?version=${number}`}>
              Version {number}, as respondents see it
            </a>
          ),
        },
        {
          id: "published",
          head: "Published",
          text: "whole",
          cell: ({ publishedAt }) => (publishedAt === null ? "–" : dayOf(publishedAt)),
        },
        {
          id: "paths",
          head: "Look",
          cell: ({ number }) => (
            <a href={`${here}/paths?version=${number}`} aria-label={`Paths of version ${number}`}>
              Paths
            </a>
          ),
        },
        {
          id: "files",
          head: "Download",
          cell: ({ number }) => <FileLinks id={id} version={String(number)} />,
        },
      ]}
    />
  );
};

/** @param version "draft" or a number */
export const FileLinks: FC<{ readonly id: string; readonly version: string }> = ({
  id,
  version,
}) => (
  <ul>
    {instrumentFiles.map(({ name, about }) => (
      <li>
        <a href={`${addressOfInstrument(id)}/versions/${version}/${name}`}>{about}</a>
      </li>
    ))}
  </ul>
);
