/** Who counts under a plan, what is known of them, and how they were drawn. */
import { marginOf } from "../methods/margin.ts";
import type { KnownMargin, Plan } from "../plan.ts";
import { pick } from "../rows.ts";
import { asNumbers, columnOf, type Table, type VariableId } from "../table.ts";
import type { PopulationMargin } from "./raker.ts";
import { unitsOf, type Units } from "./units.ts";

/** A fact about the data that leaves no weights, and in one sentence what to do about it. */
export interface Unweightable {
  readonly ok: false;
  /** The variable that does not fit. */
  readonly margin: VariableId;
  readonly message: string;
}

/**
 * Everybody with a positive base weight who answered; where there are response classes, also those who did not.
 * Somebody has answered who has any outcome of the plan.
 */
export interface Sample {
  readonly ok: true;
  /** Everybody in the table. */
  readonly people: number;
  /** Rows of the table, ascending. */
  readonly rows: Int32Array;
  readonly base: Float64Array;
  /** 1 or 0 per person of the sample. */
  readonly answered: Float64Array;
  readonly units: Units;
  /** Response classes by place, people whose class is not known in one of their own. */
  readonly classes: { readonly codes: Int32Array; readonly values: Float64Array } | undefined;
}

export function sampleOf(table: Table, plan: Plan): Sample | Unweightable {
  const weights =
    plan.weight === null ? new Float64Array(table.rows).fill(1) : baseWeights(table, plan.weight);
  const hasAnswered = answeredAny(table, plan);
  const rows = rowsWhere(
    table.rows,
    (row) => weights[row] > 0 && (plan.responseClasses !== null || hasAnswered[row] === 1),
  );
  const answered = pick(hasAnswered, rows);
  if (!answered.includes(1))
    return refused(plan.outcomes[0], `Nobody who counts has answered "${plan.outcomes[0]}".`);
  const drawn = designOf(table, plan, rows);
  if ("ok" in drawn) return drawn;
  const units = unitsOf(drawn, rows.length);
  const tooFew = units.strata.find(({ size, population = Infinity }) => !(population >= size));
  if (tooFew !== undefined)
    return refused(
      plan.design.population!,
      `"${plan.design.population}" says that there are ${tooFew.population} units where ${tooFew.size} were drawn: give the units of the whole population in the person's stratum.`,
    );
  return {
    ok: true,
    people: table.rows,
    rows,
    base: pick(weights, rows),
    answered,
    units,
    classes:
      plan.responseClasses === null
        ? undefined
        : marginOf(categoriesOf(table, plan.responseClasses, rows)),
  };
}

/** The numbers below `length` that are chosen, ascending. */
export function rowsWhere(length: number, chosen: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(length);
  let kept = 0;
  for (let row = 0; row < length; row++) if (chosen(row)) rows[kept++] = row;
  return rows.slice(0, kept);
}

/** The column as weights: 0 for who has none, or none that makes sense. */
export const baseWeights = (table: Table, id: VariableId): Float64Array =>
  asNumbers(columnOf(table, id)).map((w) => (w > 0 && w < Infinity ? w : 0));

/** The margins over some people; who has no category in one is a category of their own, kept at its weighted share. */
export function marginsOver(
  table: Table,
  known: readonly KnownMargin[],
  { rows, weights }: { readonly rows: Int32Array; readonly weights: Float64Array },
): PopulationMargin[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  return known.map(({ variable, people }) => {
    const { labels } = columnOf(table, variable);
    const codes = categoriesOf(table, variable, rows);
    const unknown = weights.reduce((sum, w, i) => sum + (codes[i] === notKnown ? w : 0), 0);
    const all = people.reduce((sum, one) => sum + one.people, 0);
    const targets = new Map(
      people.map((one) => [one.code, one.people * (1 - unknown / total)] as const),
    );
    if (unknown > 0) targets.set(notKnown, (all * unknown) / total);
    return { name: variable, codes, people: targets, ...(labels && { labels }) };
  });
}

/** Stands for a category that is not known, above all codes. */
export const notKnown = Number.MAX_SAFE_INTEGER;

function categoriesOf(table: Table, id: VariableId, rows: Int32Array): Float64Array {
  const codes = pick(asNumbers(columnOf(table, id)), rows);
  for (let i = 0; i < codes.length; i++) if (Number.isNaN(codes[i])) codes[i] = notKnown;
  return codes;
}

function answeredAny(table: Table, { outcomes }: Plan): Uint8Array {
  const answered = new Uint8Array(table.rows);
  for (const id of outcomes)
    asNumbers(columnOf(table, id)).forEach((value, row) => {
      if (!Number.isNaN(value)) answered[row] = 1;
    });
  return answered;
}

const designVariables = ["strata", "clusters", "population"] as const;
type DesignCodes = { [K in (typeof designVariables)[number]]?: Float64Array };

/** Codes of the design over the rows. A person of unknown stratum or cluster cannot be placed: refused. */
function designOf(table: Table, { design }: Plan, rows: Int32Array): DesignCodes | Unweightable {
  const codes: DesignCodes = {};
  for (const part of designVariables) {
    const id = design[part];
    if (id === null) continue;
    const own = pick(asNumbers(columnOf(table, id)), rows);
    const lost = own.reduce((sum, code) => sum + Number(Number.isNaN(code)), 0);
    if (lost > 0)
      return refused(
        id,
        `"${id}" is missing for ${lost} of ${rows.length} people who count: how they were drawn must be known for everybody.`,
      );
    codes[part] = own;
  }
  const { strata = new Float64Array(rows.length), population } = codes;
  const units = new Map<number, number>();
  const differs = population?.some((one, i) => {
    const first = units.get(strata[i]);
    if (first === undefined) units.set(strata[i], one);
    return first !== undefined && first !== one;
  });
  if (differs === true)
    return refused(
      design.population!,
      `"${design.population}" differs between people of one stratum: it is the number of units of the whole population there.`,
    );
  return codes;
}

export const refused = (margin: VariableId, message: string): Unweightable => ({
  ok: false,
  margin,
  message,
});
