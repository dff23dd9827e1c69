/** The sign of a tier, as the charts have it; the word stands beside it. */
import type { FC } from "hono/jsx";
import type { Tier } from "#analysis";
import { tierLooks } from "../../charts/tiers.ts";

export const TierMark: FC<{ readonly tier: Tier }> = ({ tier }) => (
  <span class="tier" data-tier={tier} aria-hidden="true">
    {signOf(tier)}
  </span>
);

function signOf(tier: Tier): string {
  const { shape, fill } = tierLooks[tier];
  return fill === "paper" && shape === "circle" ? "\u25cb" : signs[shape];
}

const signs: Readonly<Record<(typeof tierLooks)[Tier]["shape"], string>> = {
  diamond: "\u25c6",
  circle: "\u25cf",
  square: "\u25a0",
  "triangle-down": "\u25bc",
};
