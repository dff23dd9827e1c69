/** How a response came about, as columns beside the answers. Flags ask to look; they never leave anybody out. */
import { carelessFlags, carelessKinds, type CarelessFlag } from "../careless.ts";
import type { VariableOverride } from "../codebook.ts";
import type { ReadResponse } from "./given.ts";
import type { CollectedResponse } from "./response.ts";

export interface ParadataColumn {
  readonly variable: VariableOverride;
  cell(response: CollectedResponse, flags: readonly CarelessFlag[]): string;
}

export const flagsOf = (
  { saves }: CollectedResponse,
  { instrument, walk }: ReadResponse,
): readonly CarelessFlag[] => carelessFlags({ instrument, walk, seconds: secondsBySection(saves) });

/** Seconds of all visits of each section. */
function secondsBySection(saves: CollectedResponse["saves"]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const { section, seconds } of saves)
    if (seconds !== null) total.set(section, (total.get(section) ?? 0) + seconds);
  return total;
}

const yesNo = [
  { cell: "0", code: 0, label: "No" },
  { cell: "1", code: 1, label: "Yes" },
];
const binary = (id: string, label: string): VariableOverride => ({
  id,
  label,
  level: "binary",
  values: yesNo,
});
const oneOrZero = (yes: boolean): string => (yes ? "1" : "0");

export const paradata: readonly ParadataColumn[] = [
  {
    variable: binary("survey_complete", "Response was sent off"),
    cell: ({ complete }) => oneOrZero(complete),
  },
  {
    variable: { id: "survey_version", label: "Version of the instrument", level: "nominal" },
    cell: ({ saves }) => String(saves.at(-1)?.version ?? ""),
  },
  {
    variable: { id: "survey_language", label: "Language of the page", level: "nominal" },
    cell: ({ locale }) => locale,
  },
  {
    variable: { id: "survey_device", label: "Device", level: "nominal" },
    cell: ({ device }) => device,
  },
  {
    variable: { id: "survey_minutes", label: "Minutes on the pages", level: "interval" },
    cell({ saves }) {
      const known = saves.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
      const total = known.reduce((sum, seconds) => sum + seconds, 0);
      return known.length === 0 ? "" : (total / 60).toFixed(1);
    },
  },
  {
    variable: binary("survey_late", "Something was sent after the wave was closed"),
    cell: ({ saves }) => oneOrZero(saves.some(({ late }) => late)),
  },
  ...carelessKinds.map(({ id, label }) => ({
    variable: binary(`survey_flag_${id.replaceAll("-", "_")}`, label),
    cell: (_: CollectedResponse, flags: readonly CarelessFlag[]) =>
      oneOrZero(flags.some(({ kind }) => kind === id)),
  })),
];
