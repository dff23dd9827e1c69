/** The numbers, one bench a file: each beside its peer. */
import type { Bench } from "../alternate.ts";
import { continuousBench } from "./continuous.ts";
import { largeScreenBench } from "./large-screen.ts";
import { lmgBench } from "./lmg.ts";
import { ordinalBench } from "./ordinal.ts";
import { polychoricBench } from "./polychoric.ts";
import { ranksBench } from "./ranks.ts";
import { spearmanBench } from "./spearman.ts";
import { weightedBench } from "./weighted.ts";

export const analysisBenches: Readonly<Record<string, Bench>> = {
  "analysis/ordinal": ordinalBench,
  "analysis/spearman": spearmanBench,
  "analysis/continuous": continuousBench,
  "analysis/weighted": weightedBench,
  "analysis/polychoric": polychoricBench,
  "analysis/ranks": ranksBench,
  "analysis/lmg": lmgBench,
  "analysis/large-screen": largeScreenBench,
};
