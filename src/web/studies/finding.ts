/** What was found, as pages need it: read back from screening.json, past the gate again. */
import { release, type Level, type Released, type Screening } from "#analysis";
import { screeningIn } from "../../reports/screening-json.ts";
import { nameIn } from "../../charts/chart.ts";
import type { Names } from "../../charts/index.ts";
import type { JoinReport } from "../../studies/study.ts";

export interface Finding {
  readonly screening: Released<Screening>;
  readonly names: Names;
  readonly name: (id: string) => string;
  readonly join: JoinReport;
}

interface Stored {
  readonly join: JoinReport;
  readonly variables: readonly {
    readonly id: string;
    readonly label: string;
    readonly level: Level;
  }[];
}

/** The program wrote the text itself, so its shape is not checked. */
export function readFinding(text: string): Finding {
  const { join, variables } = JSON.parse(text) as Stored;
  const names: Names = new Map(variables.map(({ id, label, level }) => [id, { label, level }]));
  const screening = release(screeningIn(text));
  return { screening, names, name: nameIn(names), join };
}
