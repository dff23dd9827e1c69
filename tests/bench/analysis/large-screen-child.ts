import { planDefaults, screen } from "#analysis";
import { peakBytes } from "../peak-memory.ts";
import type { LargeScreen } from "./large-screen.ts";
import { people, usualLevels } from "./people.ts";
import { tableOf } from "../../support/table.ts";

const [predictors, outcomes] = [170, 30];
const columns = people({
  rows: 1_000_000,
  columns: predictors + outcomes,
  missing: 0.1,
  levels: usualLevels,
});
const table = tableOf(columns);
const ids = [...table.columns.keys()];
const from = performance.now();
const associations = screen(table, {
  ...planDefaults,
  predictors: ids.slice(0, predictors),
  outcomes: ids.slice(predictors),
});
const report: LargeScreen = {
  ms: performance.now() - from,
  pairs: associations.filter(({ raw }) => raw.ok).length,
  peakBytes: peakBytes(),
  columnBytes: columns.reduce((sum, { values }) => sum + values.byteLength, 0),
};
process.stdout.write(JSON.stringify(report));
