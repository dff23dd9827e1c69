import type { Association, VariableId } from "#analysis";
import type { TopLevelSpec } from "vega-lite";
import { nameIn, type Chart, type Findings } from "./chart.ts";
import { evidenceOf, evidences, looks, type Evidence } from "./evidence.ts";
import { keyLayers, type KeyEntry } from "./key.ts";
import { wrap } from "./text.ts";
import { chartWidth, colourOf, config, fontSize } from "./theme.ts";

/**
 * All pairs at a glance. Coefficients of different methods share no scale (a tau of 0.3 is not a V of 0.3), so a
 * cell shows direction and evidence, never a size: a filled tile holds up in the ranking of its own outcome
 * (Holm), an outlined one only among all pairs of the plan (Benjamini-Hochberg).
 */
export const matrix: Chart<Findings> = {
  id: "matrix",
  meaning: "Which pairs can be told from chance, and in which direction.",
  draw({ screening, names }) {
    const { predictors, outcomes } = screening.plan;
    const cells = firstPerPair(screening.associations).map(cellOf);
    if (cells.length === 0) return undefined;
    const count = (tier: Tier) => cells.filter((cell) => cell.tier === tier).length;
    return {
      title: "All associations at a glance",
      description:
        `${predictors.length} predictors in lines, ${outcomes.length} outcomes in columns. Of ${cells.length} ` +
        `pairs, ${count("holm")} can be told from chance within their outcome, ${count("bh")} more only among all ` +
        `pairs; ${count("none")} have no estimate. A table with the same figures follows.`,
      spec: grid({ cells, lines: headed(predictors, names), columns: headed(outcomes, names) }),
    };
  },
};

type Tier = "holm" | "bh" | "unclear" | "none";

interface Cell {
  readonly predictor: VariableId;
  readonly outcome: VariableId;
  readonly tier: Tier;
  readonly evidence: Evidence | "none";
  /** Vega symbol, and the colours of tile, edge, symbol and its inside. */
  readonly shape: string;
  readonly tile: string;
  readonly edge: string;
  readonly glyph: string;
  readonly inside: string;
}

interface Heading {
  readonly id: VariableId;
  readonly label: string;
}

const headed = (ids: readonly VariableId[], names: Findings["names"]): Heading[] =>
  ids.map((id) => ({ id, label: nameIn(names)(id) }));

/** A plan by level has one method per pair; where there are several, the first stands for the pair. */
function firstPerPair(associations: readonly Association[]): Association[] {
  const first = new Map<string, Association>();
  for (const association of associations) {
    const pair = JSON.stringify([association.predictor, association.outcome]);
    if (!first.has(pair)) first.set(pair, association);
  }
  return [...first.values()];
}

function cellOf(association: Association): Cell {
  const { predictor, outcome, raw } = association;
  const pair = { predictor, outcome };
  if (!raw.ok) return { ...pair, tier: "none", evidence: "none", ...noTile };
  const holm = evidenceOf(association, association.pHolm);
  const evidence = holm === "unclear" ? evidenceOf(association, association.qBh) : holm;
  const tier = holm !== "unclear" ? "holm" : evidence !== "unclear" ? "bh" : "unclear";
  return { ...pair, tier, evidence, ...tileOf(tier, evidence) };
}

function tileOf(tier: Exclude<Tier, "none">, evidence: Evidence) {
  const { colour, shape } = looks[evidence];
  const glyph = colourOf(tier === "holm" ? "paper" : colour);
  return {
    shape,
    tile: tier === "holm" ? colourOf(colour) : "none",
    edge: colourOf(tier === "unclear" ? "grid" : colour),
    glyph,
    inside: tier === "unclear" ? "none" : glyph,
  };
}

const noTile = {
  shape: "stroke",
  tile: "none",
  edge: "none",
  glyph: colourOf("quiet"),
  inside: "none",
} as const;

const step = 36;
const headSpace = 130;
const keyLine = 20;
const lineHeight = 15;
const fontScale = fontSize * 1.02;

interface Grid {
  readonly cells: readonly Cell[];
  readonly lines: readonly Heading[];
  readonly columns: readonly Heading[];
}

function grid({ cells, lines, columns }: Grid): TopLevelSpec {
  const labelWidth = Math.max(150, chartWidth - columns.length * 60);
  const width = Math.max(chartWidth, labelWidth + columns.length * step);
  const height = lines.length * step;
  const y = band("predictor", lines, [0, height]);
  const x = band("outcome", columns, [labelWidth, width]);
  const keyed = [...glyphKey(cells), ...tileKey];
  return {
    width,
    height,
    padding: { left: 0, right: 0, top: headSpace + 8, bottom: 14 + keyed.length * keyLine },
    config,
    data: { values: [...cells] },
    layer: [
      {
        mark: { type: "rect", cornerRadius: 4, strokeWidth: 2 },
        encoding: { x, y, fill: asGiven("tile"), stroke: asGiven("edge") },
      },
      {
        mark: { type: "point", size: 80, strokeWidth: 1.5, opacity: 1 },
        encoding: {
          x: { ...x, bandPosition: 0.5 },
          y: { ...y, bandPosition: 0.5 },
          shape: asGiven("shape"),
          fill: asGiven("inside"),
          stroke: asGiven("glyph"),
        },
      },
      {
        data: { values: wrapped(lines, "predictor", labelWidth - 12) },
        mark: { type: "text", baseline: "middle", lineHeight, dy: centred },
        encoding: { x: { value: 0 }, y: { ...y, bandPosition: 0.5 }, text: { field: "text" } },
      },
      {
        data: { values: wrapped(columns, "outcome", headSpace) },
        mark: { type: "text", baseline: "middle", angle: 270, lineHeight, dy: centred },
        encoding: { x: { ...x, bandPosition: 0.5 }, y: { value: -6 }, text: { field: "text" } },
      },
      ...keyed.flatMap((entry, i) => keyLayers(entry, height + 14 + (i + 0.5) * keyLine)),
    ],
  };
}

/** Several lines start where one would stand: move them back by half of what they are longer. */
const centred = { expr: `(1 - length(datum.text)) * ${lineHeight / 2}` };

const wrapped = (headings: readonly Heading[], field: string, width: number) =>
  headings.map(({ id, label }) => ({ [field]: id, text: wrap(label, width / fontScale) }));

const band = (field: string, headings: readonly Heading[], range: [number, number]) =>
  ({
    field,
    type: "nominal",
    axis: null,
    scale: { type: "band", domain: headings.map(({ id }) => id), range, paddingInner: 0.14 },
  }) as const;

const asGiven = (field: keyof Cell) =>
  ({ field, type: "nominal", scale: null, legend: null }) as const;

function glyphKey(cells: readonly Cell[]): KeyEntry[] {
  const used = evidences.filter((evidence) => cells.some((cell) => cell.evidence === evidence));
  const entries: KeyEntry[] = used.map((evidence) => ({
    ...looks[evidence],
    stroke: looks[evidence].colour,
  }));
  return cells.some(({ tier }) => tier === "none") ? [...entries, noEstimate] : entries;
}

const noEstimate: KeyEntry = {
  words: "no estimate",
  shape: "stroke",
  stroke: "quiet",
  fill: "paper",
};

const tileKey: readonly KeyEntry[] = [
  {
    words: "filled: told from chance within its outcome (Holm)",
    shape: "square",
    stroke: "ink",
    fill: "ink",
  },
  {
    words: "outlined: only among all pairs (Benjamini-Hochberg)",
    shape: "square",
    stroke: "ink",
    fill: "paper",
  },
];
