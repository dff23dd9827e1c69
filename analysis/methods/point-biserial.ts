import type { Method } from "./method.ts";
import { pearson } from "./pearson.ts";

/**
 * Point-biserial correlation: Pearson's r where one side has two values. r does not depend on which two
 * numbers code the groups, only on their order: the higher code counts as "yes".
 *
 * r² is the share of variance between the two groups, and t is that of the two-sample test with equal variances.
 * Hazard: its largest possible value falls as the groups become unequal in size (about 0.8 for halves of a normal
 * variable, less for rare groups), so do not compare it across experiences that few and many have had.
 */
export const pointBiserial = {
  ...pearson,
  id: "point-biserial",
  label: "Point-biserial correlation",
  symbol: "r_pb",
  meaning:
    "How far apart the averages of the two groups lie, as a correlation: positive where the group with the higher code has the higher average. It stays small where one group is rare.",
  inference:
    "As Pearson's r; without weights p is that of the two-sample t test with equal variances.",
  hazard:
    "Its largest possible value falls as the groups become unequal in size: do not compare it between rare and common experiences.",
  reference: "Lev 1949; interval Fisher 1921",
  accepts: (predictor, outcome) =>
    (predictor === "binary") !== (outcome === "binary") &&
    predictor !== "nominal" &&
    outcome !== "nominal",
} as const satisfies Method;
