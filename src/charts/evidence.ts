/**
 * What can be said about a coefficient without its size, which does not compare across methods: the direction,
 * where there is one, and whether it can be told from chance. Each answer has its own shape and colour.
 */
import { directionOf, methodOf, type Association } from "#analysis";
import type { Colour } from "./theme.ts";

export type Evidence = "more" | "less" | "undirected" | "unclear";

/** Holm below this is shown as told from chance; the sentences of the report use the same limit. */
export const clearBelow = 0.05;

export interface Look {
  readonly words: string;
  readonly colour: Colour;
  /** Colour of the inside; "paper" is hollow. */
  readonly fill: Colour;
  /** Vega symbol. */
  readonly shape: "triangle-up" | "triangle-down" | "square" | "circle";
}

export const looks: Readonly<Record<Evidence, Look>> = {
  more: {
    words: "more goes with more",
    colour: "positive",
    fill: "positive",
    shape: "triangle-up",
  },
  less: {
    words: "more goes with less",
    colour: "negative",
    fill: "negative",
    shape: "triangle-down",
  },
  undirected: {
    words: "associated, without one direction",
    colour: "undirected",
    fill: "undirected",
    shape: "square",
  },
  unclear: {
    words: "cannot be told from chance",
    colour: "quiet",
    fill: "paper",
    shape: "circle",
  },
};

export const evidences = Object.keys(looks) as readonly Evidence[];

/** By direction -1, 0 and 1. */
const byDirection: readonly Evidence[] = ["less", "undirected", "more"];

/** Of a raw coefficient, judged by the p-value given. */
export function evidenceOf(association: Association, p: number | null): Evidence {
  if (!association.raw.ok || p === null || p >= clearBelow) return "unclear";
  return byDirection[directionOf(methodOf(association.method), association.raw.value) + 1]!;
}

/** Of what remains with the covariates held constant. */
export function evidenceOfAdjusted({ adjusted, adjustedPHolm }: Association): Evidence {
  if (adjusted === null || !adjusted.estimate.ok) return "unclear";
  if (adjustedPHolm === null || adjustedPHolm >= clearBelow) return "unclear";
  if (adjusted.method === "partial-eta") return "undirected";
  return adjusted.estimate.value < 0 ? "less" : "more";
}

/** Encoding of the field "evidence", with every answer in the domain whether or not it occurs. */
export const byEvidence = (pick: (look: Look) => string) =>
  ({
    field: "evidence",
    type: "nominal",
    legend: null,
    scale: { domain: [...evidences], range: evidences.map((evidence) => pick(looks[evidence])) },
  }) as const;
