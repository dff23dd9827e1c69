/** The table of charts. To add one: a file beside this, and a line here. */
import { differences } from "./differences.ts";
import { matrix } from "./matrix.ts";
import { pair } from "./pair.ts";
import { ranked } from "./ranked.ts";
import { rawAdjusted } from "./raw-adjusted.ts";
import { reach } from "./reach.ts";
import { wave } from "./wave.ts";

export { drawSvg } from "./svg.ts";
export { paletteStyle } from "./theme.ts";
export type { Chart, Drawing, Findings, Names } from "./chart.ts";

export const charts = { ranked, reach, differences, matrix, rawAdjusted, pair, wave } as const;
export type ChartId = keyof typeof charts;
