/**
 * Evidence: how much higher the outcome is for who has more of an item, among people alike in everything else.
 *
 * One model per outcome holds all items and covariates; its errors are HC3, or those of the survey design. An item
 * with a direction is asked about its step (a learning outcome about the steps of all its evidence at once); unordered
 * categories have no direction, and are asked whether they differ at all.
 */
import { holm } from "../inference/multiplicity.ts";
import { jointTestP } from "../models/joint-test.ts";
import { type Part, robustModel } from "../models/robust-model.ts";
import type { Evidence, Robustness } from "../ranking.ts";
import { robustnessValue } from "../sensitivity/robustness-value.ts";
import type { VariableId } from "../table.ts";
import type { Design } from "../weights/design.ts";
import { differenceOf, type Tested } from "./difference.ts";
import type { Panel } from "./panel.ts";
import type { Item } from "./question.ts";

export interface Judged {
  /** One per item. */
  readonly evidence: readonly Evidence[];
  /** Of all items together adding nothing to the covariates. */
  readonly jointP: number;
}

export interface Judging {
  readonly confidence: number;
  /** Absent: everybody was drawn alike. */
  readonly design?: Design;
  /** One per item. */
  readonly benchmarks: readonly Robustness["benchmark"][];
}

/** Undefined where there are too few people, or primary sampling units, for one model of everything. */
export function evidenceOf(
  panel: Panel,
  items: readonly Item[],
  { confidence, design, benchmarks }: Judging,
): Judged | undefined {
  const { columns, covariates, partsOf } = columnsOf(panel);
  const whole = robustModel(panel.y, columns, design);
  if (whole === undefined) return undefined;
  const joint = (asked: readonly number[]): number =>
    jointTestP(panel.y, {
      asked: asked.map((column) => columns[column]),
      given: columns.filter((_, column) => !asked.includes(column)),
      ...(design && { design }),
    });
  const found = items.map(({ members }, at) => {
    const parts = members.flatMap(partsOf);
    if (!members.every((id) => panel.variables.get(id)!.step !== null))
      return { ...undirected, p: joint(parts.map(({ column }) => column)) };
    const asking = { panel, confidence };
    const own = parts.map(({ column }) => columns[column]);
    const alone = robustModel(panel.y, own, design);
    const raw =
      alone &&
      differenceOf(
        alone,
        parts.map(({ times }, column) => ({ column, times })),
        asking,
      );
    const adjusted = differenceOf(whole, parts, asking);
    return evidenceFrom({ raw, adjusted }, { alpha: 1 - confidence, benchmark: benchmarks[at] });
  });
  const corrected = holm(found.map(({ p }) => p));
  return {
    evidence: found.map((one, at) => ({ ...one, pHolm: corrected[at] })),
    jointP: joint([...columns.keys()].slice(covariates)),
  };
}

interface Columns {
  readonly columns: readonly Float64Array[];
  /** How many come from covariates: they come first. */
  readonly covariates: number;
  partsOf(id: VariableId): readonly Part[];
}

function columnsOf({ covariates, variables }: Panel): Columns {
  const columns = covariates.flatMap((member) => member.columns);
  const before = columns.length;
  const parts = new Map<VariableId, Part[]>();
  for (const [id, member] of variables) {
    const times = member.step?.onScale ?? 1;
    parts.set(
      id,
      member.columns.map((_, k) => ({ column: columns.length + k, times })),
    );
    columns.push(...member.columns);
  }
  return { columns, covariates: before, partsOf: (id) => parts.get(id)! };
}

interface Pair {
  readonly raw: Tested | undefined;
  readonly adjusted: Tested | undefined;
}

function evidenceFrom(
  { raw, adjusted }: Pair,
  { alpha, benchmark }: { readonly alpha: number; readonly benchmark: Robustness["benchmark"] },
): Omit<Evidence, "pHolm"> {
  const unadjusted = raw?.difference.value ?? null;
  if (adjusted === undefined) return { ...undirected, raw: unadjusted, p: 1 };
  const { difference, statistic, df, dfOfModel, p } = adjusted;
  const { value, ofSignificance } = robustnessValue(
    { t: statistic, df: dfOfModel, dfOfError: df },
    { alpha },
  );
  return {
    difference,
    raw: unadjusted,
    p,
    signConflict:
      raw !== undefined &&
      raw.difference.value * difference.value < 0 &&
      Math.min(raw.p, p) < alpha,
    robustness: { value, ofInterval: ofSignificance, benchmark },
  };
}

const undirected = { difference: null, raw: null, signConflict: false, robustness: null };
