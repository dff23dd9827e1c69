/** How a tier looks, wherever something ranked is drawn: shape and colour, so that neither is needed alone. */
import { tiers, type Ranked, type Tier } from "#analysis";
import type { KeyEntry, Layer } from "./key.ts";
import { colourOf, type Colour } from "./theme.ts";

interface TierLook {
  readonly colour: Colour;
  /** Colour of the inside; "paper" is hollow. */
  readonly fill: Colour;
  /** Vega symbol. */
  readonly shape: "diamond" | "circle" | "square" | "triangle-down";
}

export const tierLooks: Readonly<Record<Tier, TierLook>> = {
  "clear priority": { colour: "positive", fill: "positive", shape: "diamond" },
  "likely matters": { colour: "likely", fill: "likely", shape: "circle" },
  "cannot tell": { colour: "quiet", fill: "paper", shape: "circle" },
  "little association": { colour: "quiet", fill: "quiet", shape: "square" },
  "points the other way": { colour: "negative", fill: "negative", shape: "triangle-down" },
};

/** Encoding of the field "tier", with every tier in the domain whether or not it occurs. */
export const byTier = (pick: (look: TierLook) => string) =>
  ({
    field: "tier",
    type: "nominal",
    legend: null,
    scale: { domain: [...tiers], range: tiers.map((tier) => pick(tierLooks[tier])) },
  }) as const;

/** The mark of something ranked: stroke, inside and shape. */
export const markOfTier = {
  stroke: byTier((look) => colourOf(look.colour)),
  fill: byTier((look) => colourOf(look.fill)),
  shape: byTier((look) => look.shape),
} as const;

/** From "low" to "high" of each line that has them. */
export const intervalOfTier: Layer = {
  transform: [{ filter: "isValid(datum.low)" }],
  mark: { type: "rule", strokeWidth: 2.5 },
  encoding: {
    x: { field: "low", type: "quantitative" },
    x2: { field: "high" },
    stroke: byTier((look) => colourOf(look.colour)),
  },
};

/** The tiers that occur, strongest first, for the key. */
export const tierKey = (ranked: readonly Ranked[]): KeyEntry[] =>
  tiers
    .filter((tier) => ranked.some((one) => one.tier === tier))
    .map((tier) => {
      const { colour, fill, shape } = tierLooks[tier];
      return { words: tier, shape, stroke: colour, fill };
    });
