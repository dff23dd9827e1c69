import { figure, type Association, type VariableId } from "#analysis";
import { nameIn, type Chart, type Findings } from "./chart.ts";
import { byEvidence, evidenceOfAdjusted, evidences, looks } from "./evidence.ts";
import type { Layer } from "./key.ts";
import { roomFor, rowsFrame } from "./rows.ts";
import { colourOf } from "./theme.ts";

export interface AdjustedFigures extends Findings {
  readonly outcome: VariableId;
}

/** An arrow each: from the coefficient without the covariates to the same coefficient, same people, with them. */
export const rawAdjusted: Chart<AdjustedFigures> = {
  id: "raw-adjusted",
  meaning:
    "What is left of each association among people alike on the covariates, and where it turns round.",
  draw({ screening, names, outcome }) {
    const arrows = screening.associations
      .filter((association) => association.outcome === outcome)
      .flatMap(arrowOf)
      .sort((a, b) => Math.abs(b.to) - Math.abs(a.to));
    if (arrows.length === 0) return undefined;
    const name = nameIn(names);
    const lines = arrows.map((arrow) => ({ ...arrow, label: name(arrow.predictor) }));
    const turned = lines.filter((line) => line.turned).map(({ label }) => label);
    const used = evidences.filter((evidence) => lines.some((line) => line.evidence === evidence));
    return {
      title: `Before and after holding the covariates constant: ${name(outcome)}`,
      description:
        `An arrow for each of ${lines.length} associations, from the coefficient without covariates to the one ` +
        `with them. ${turned.length === 0 ? "None turns round." : `Turned round: ${turned.join(", ")}.`} ` +
        `A table with the same figures follows.`,
      spec: rowsFrame({
        lines,
        scale: {
          title: "Coefficient: without covariates → with them",
          domain: roomFor(lines.flatMap(({ from, to }) => [from, to])),
          format: ".2~f",
        },
        layers: [zero, shaft, head],
        key: used.map((evidence) => ({
          words: `with covariates: ${looks[evidence].words}`,
          shape: "triangle-right",
          stroke: looks[evidence].colour,
          fill: looks[evidence].fill,
        })),
      }),
    };
  },
};

function arrowOf(association: Association) {
  const { predictor, method, adjusted, cautions } = association;
  if (adjusted === null || adjusted.unadjusted === null || !adjusted.estimate.ok) return [];
  const from = adjusted.unadjusted;
  const to = adjusted.estimate.value;
  const turned = cautions.includes("sign flips when adjusted");
  return {
    id: `${predictor} ${method}`,
    predictor,
    from,
    to,
    turned,
    note: `${figure(from, null)} → ${figure(to, null)}${turned ? " turns round" : ""}`,
    evidence: evidenceOfAdjusted(association),
    pointing: to < from ? "triangle-left" : "triangle-right",
  };
}

const zero: Layer = {
  data: { values: [{}] },
  mark: { type: "rule", strokeWidth: 1, color: colourOf("quiet") },
  encoding: { x: { datum: 0 }, y: { value: 0 }, y2: { value: "height" } },
};

const shaft: Layer = {
  mark: { type: "rule", strokeWidth: 2.5 },
  encoding: {
    x: { field: "from", type: "quantitative" },
    x2: { field: "to" },
    stroke: byEvidence((look) => colourOf(look.colour)),
    strokeDash: {
      field: "turned",
      type: "nominal",
      legend: null,
      scale: {
        domain: [false, true],
        range: [
          [1, 0],
          [3, 3],
        ],
      },
    },
  },
};

const head: Layer = {
  mark: { type: "point", size: 110, strokeWidth: 1.5, opacity: 1 },
  encoding: {
    x: { field: "to", type: "quantitative" },
    stroke: byEvidence((look) => colourOf(look.colour)),
    fill: byEvidence((look) => colourOf(look.fill)),
    shape: { field: "pointing", type: "nominal", scale: null },
  },
};
