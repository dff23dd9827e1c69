/**
 * From a plan to how much everybody counts, and to how that would differ among other people drawn alike.
 *
 * The chain (each step only where the plan asks for it): base weight, weighting classes for non-response, raking to
 * the margins, trimming at so many medians. A replicate goes through the whole chain again.
 */
import { oneByOne, type Resampler } from "../inference/bootstrap.ts";
import type { Plan } from "../plan.ts";
import { pick } from "../rows.ts";
import { asNumbers, columnOf, type Table, type VariableId } from "../table.ts";
import { rakeTrimmed } from "./rake.ts";
import { rakerOf, type PopulationMargin } from "./raker.ts";
import { ratesOf, responseWeights, type ResponseClass } from "./response-classes.ts";
import {
  baseWeights,
  marginsOver,
  notKnown,
  refused,
  rowsWhere,
  sampleOf,
  type Sample,
  type Unweightable,
} from "./sample.ts";
import { trimming } from "./trim.ts";
import { drawUnits } from "./units.ts";
import { plainReport, reportOf, type WeightingReport } from "./weighting-report.ts";

export type { Unweightable } from "./sample.ts";

export interface Weighting {
  readonly ok: true;
  /**
   * One per person of the table; 0: does not count. Undefined where everybody counts once and was drawn one by one;
   * a plan with a design has weights, if only ones, so that errors are those of the design.
   */
  readonly weights: Float64Array | undefined;
  /** Codes per person of the table, present for everybody who counts; absent where the plan names none. */
  readonly strata?: Float64Array;
  readonly clusters?: Float64Array;
  readonly population?: Float64Array;
  /** Null where everybody counts once. */
  readonly report: WeightingReport | null;
  /** Replicates for the people at these rows of the table: by which factor their weights are multiplied. */
  resampler(rows: Int32Array): Resampler;
}

/** The weights of a plan. Found once for a table and a plan. */
export function weightingOf(table: Table, plan: Plan): Weighting | Unweightable {
  const plans = found.get(table) ?? new WeakMap<Plan, Weighting | Unweightable>();
  found.set(table, plans);
  const weighting = plans.get(plan) ?? weigh(table, plan);
  plans.set(plan, weighting);
  return weighting;
}

const found = new WeakMap<Table, WeakMap<Plan, Weighting | Unweightable>>();

/** The same for a plan that was seen to fit the table. */
export function weightingFor(table: Table, plan: Plan): Weighting {
  const weighting = weightingOf(table, plan);
  if (weighting.ok) return weighting;
  throw new RangeError(`weightingFor requires a plan that fits, got: ${weighting.message}`);
}

function weigh(table: Table, plan: Plan): Weighting | Unweightable {
  const { strata, clusters, population } = plan.design;
  const designed = [strata, clusters, population].some((id) => id !== null);
  if (!designed && plan.responseClasses === null && plan.margins.length === 0)
    return plain(table, plan);
  const sample = sampleOf(table, plan);
  if (!sample.ok) return sample;
  const chain = chainOf(table, plan, sample);
  if (!chain.ok) return chain;
  const weights = new Float64Array(table.rows);
  for (let i = 0; i < chain.heard.length; i++)
    weights[sample.rows[chain.heard[i]]] = chain.weights[i];
  const codes = (id: string | null) => (id === null ? undefined : asNumbers(columnOf(table, id)));
  const design = {
    strata: codes(strata),
    clusters: codes(clusters),
    population: codes(population),
  };
  return {
    ok: true,
    weights,
    ...(design.strata && { strata: design.strata }),
    ...(design.clusters && { clusters: design.clusters }),
    ...(design.population && { population: design.population }),
    report: chain.report,
    resampler: (rows) => replicating(sample, chain, placesOf(rows, sample, chain.heard)),
  };
}

/** No design, nothing raked: everybody is drawn on their own. */
function plain(table: Table, { weight }: Plan): Weighting {
  const weights = weight === null ? undefined : baseWeights(table, weight);
  const weighted = weights !== undefined;
  return {
    ok: true,
    weights,
    report: weighted ? plainReport(weights) : null,
    resampler: ({ length }) => oneByOne(length, { weighted }),
  };
}

/** The weights of those who answered, and the way to them. */
interface Chain {
  readonly ok: true;
  /** Places in the sample of those who answered; the following arrays run over them. */
  readonly heard: Int32Array;
  readonly weights: Float64Array;
  /** Absent: nothing is raked or trimmed. */
  readonly margins?: readonly PopulationMargin[];
  readonly times: number;
  readonly report: WeightingReport;
}

function chainOf(table: Table, plan: Plan, sample: Sample): Chain | Unweightable {
  const { answered, base, classes } = sample;
  const times = plan.trimAt;
  const heard = rowsWhere(answered.length, (at) => answered[at] === 1);
  const response = classes && responseWeights(answered, Float64Array.from(classes.codes), base);
  const silent = response?.classes.find(({ respondents }) => respondents === 0);
  if (silent !== undefined)
    return nobodyAnswered(table, plan.responseClasses!, {
      ...silent,
      code: classes!.values[silent.code],
    });
  const weights = pick(response?.weights ?? base, heard);
  const told = { plan, sample, heard, response };
  if (response === undefined && plan.margins.length === 0)
    return { ok: true, heard, weights, times, report: reportOf({ ...told, weights, margins: [] }) };
  const rows = heard.map((at) => sample.rows[at]);
  const known = marginsOver(table, plan.margins, { rows, weights });
  const margins = known.length === 0 ? [everybody(weights)] : known;
  const raked = rakeTrimmed(weights, margins, { times });
  if (!raked.ok) return refused(raked.margin, raked.message);
  const report = reportOf({ ...told, weights: raked.weights, margins: known, raked });
  return { ok: true, heard, weights: raked.weights, margins, times, report };
}

function nobodyAnswered(
  table: Table,
  id: VariableId,
  { code, people }: Pick<ResponseClass, "code" | "people">,
): Unweightable {
  const name = code === notKnown ? "not known" : (columnOf(table, id).labels?.get(code) ?? code);
  return refused(
    id,
    `Nobody of the ${people} people in "${name}" of "${id}" answered: merge it with another category.`,
  );
}

/** Without margins trimming keeps the total. */
const everybody = (weights: Float64Array): PopulationMargin => ({
  name: "everybody",
  codes: new Float64Array(weights.length),
  people: new Map([[0, weights.reduce((sum, w) => sum + w, 0)]]),
});

/** Place of each row among those who answered; -1 for who does not count. */
function placesOf(rows: Int32Array, sample: Sample, heard: Int32Array): Int32Array {
  const place = new Int32Array(sample.people).fill(-1);
  for (let i = 0; i < heard.length; i++) place[sample.rows[heard[i]]] = i;
  return rows.map((row) => place[row]);
}

/**
 * One replicate of the whole chain: units drawn again (`drawUnits`), response rates and raking found again among
 * them. A response class of which nobody who answered was drawn drops out of that replicate, and so does a category of
 * a margin (`Raker`); margins that a replicate cannot meet are met as nearly as 500 rounds come.
 */
function replicating(sample: Sample, chain: Chain, places: Int32Array): Resampler {
  const { base, answered, units, classes } = sample;
  const { heard, weights, margins, times } = chain;
  const rake = margins && trimming(rakerOf(margins, heard.length), heard.length, { times });
  const factors = new Float64Array(
    units.unitOf.reduce((most, unit) => Math.max(most, unit + 1), 0),
  );
  const counts = new Float64Array(base.length);
  const heardCounts = new Float64Array(heard.length);
  const drawn = new Float64Array(heard.length);
  const rates = new Float64Array(classes?.values.length ?? 0);
  return (source, multipliers) => {
    drawUnits(units, source, factors);
    for (let i = 0; i < counts.length; i++) counts[i] = factors[units.unitOf[i]];
    if (classes) ratesOf(classes.codes, { answered, base, rates }, counts);
    for (let i = 0; i < heard.length; i++) {
      const rate = classes === undefined ? 1 : rates[classes.codes[heard[i]]];
      heardCounts[i] = counts[heard[i]];
      drawn[i] = rate > 0 ? base[heard[i]] / rate : base[heard[i]];
    }
    rake?.(drawn, heardCounts);
    for (let i = 0; i < places.length; i++) {
      const at = places[i];
      multipliers[i] = weights[at] > 0 ? (heardCounts[at] * drawn[at]) / weights[at] : 0;
    }
  };
}
