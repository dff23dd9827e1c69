/**
 * An R script that finds the same figures again: an oracle for us, and for the researcher a place to go on
 * from. It uses base R alone, and R's own tests wherever R has the same test.
 */
import type { Released, Screening } from "#analysis";
import type { Study } from "../studies/study.ts";
import { adjusted } from "./reproduce/adjusted.ts";
import { compare } from "./reproduce/compare.ts";
import { evidence } from "./reproduce/evidence.ts";
import { groups } from "./reproduce/groups.ts";
import { importance } from "./reproduce/importance.ts";
import { panel } from "./reproduce/panel.ts";
import { pairs } from "./reproduce/pairs.ts";
import { asked, read } from "./reproduce/read.ts";
import { signed } from "./reproduce/signed.ts";
import { twoGroups } from "./reproduce/two-groups.ts";
import { weighting } from "./reproduce/weighting.ts";

export function reproduceR({ assembly }: Study, released: Released<Screening>): string {
  const { plan, dataset, engine } = released;
  const head = `# Computes every figure of associations.csv again, and those of rankings.csv that no chance enters, from
# data.csv, and compares. Base R only:
#
#   Rscript reproduce.R
#
# The figures come from ${engine}, of ${dataset.people} people.
# SHA-256 of the analysed numbers: ${dataset.sha256}
# Intervals, rank sets and noise marks of rankings.csv come from seeded draws (seed ${plan.seed}) and are not repeated here.

`;
  const { columns, rows } = assembly.table;
  const question = asked({ plan, columns, people: rows });
  const parts = [question, read, signed, weighting, twoGroups, groups, adjusted, pairs];
  const rankings = [panel, evidence, importance];
  return head + [...parts, ...rankings, compare].join("").replaceAll(/\n{3,}/g, "\n\n");
}
