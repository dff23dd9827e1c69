/** Variables and differences for sentences about them. */
import type { Difference } from "../../../analysis/ranking.ts";
import type { Names } from "../../../analysis/sentences/names.ts";

export const names: Names = new Map([
  ["satisfaction", { label: "Satisfaction", level: "ordinal" }],
  ["hours", { label: "Hours a week", level: "interval" }],
  ["internship", { label: "Internship", level: "binary" }],
  ["visits", { label: "Career visits", level: "count" }],
  ["scale", { label: "Interaction", level: "interval" }],
  [
    "often",
    {
      label: "How often",
      level: "ordinal",
      labels: new Map([
        [2, "Sometimes"],
        [4, "Often"],
      ]),
    },
  ],
  ["major", { label: "Major", level: "nominal" }],
  ["cohort", { label: "Cohort", level: "ordinal" }],
]);

/** @param sd of the outcome */
export const difference = (value: number, low: number, high: number, sd = 10): Difference => ({
  value,
  interval: { low, high },
  standardised: { value: value / sd, interval: { low: low / sd, high: high / sd } },
});
