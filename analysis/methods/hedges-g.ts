import { tQuantile, tTwoSided } from "../numeric/student-t.ts";
import { linearisedError } from "../weights/linearise.ts";
import { found, shortfall, zFor } from "./estimates.ts";
import { groupMeans } from "./eta.ts";
import { meanDifference as welch, smallSample } from "./group-tests.ts";
import { differenceInfluence, whyNotTwoGroups } from "./mean-difference.ts";
import { isTwoGroups, type Method } from "./method.ts";

/**
 * Hedges' g: the difference of two means in standard deviations within the groups, without the bias of small samples.
 *
 * g = J (ȳ1 - ȳ0) / s, s the pooled standard deviation, J = Γ(v/2) / (sqrt(v/2) Γ((v-1)/2)), v = n - 2 (Hedges 1981).
 * Interval g ± z sqrt(1/n1 + 1/n0 + g² / (2 n)) (Hedges & Olkin 1985); p by Student's t. Weighted: weighted means and
 * spread, and the linearised error with that of the spread.
 *
 * Assumes equal spread in both groups. Hazard: its unit is the spread of these people, which is smaller in a selective
 * college. Example: 3.4 against 3.1 with a standard deviation of 0.6 is g = 0.5.
 */
export const hedgesG = {
  id: "hedges-g",
  label: "Hedges' g",
  symbol: "g",
  meaning:
    "The difference between the averages of two groups, counted in standard deviations within the groups: positive where the group with the higher code has the higher average.",
  inference:
    "Hedges and Olkin's large-sample interval; p by Student's t. Weighted: the linearised error of difference and spread.",
  hazard:
    "Its unit is the spread among these people: a narrower crowd makes the same difference larger.",
  reference: "Hedges 1981; interval Hedges & Olkin 1985",
  range: [-Infinity, Infinity],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: isTwoGroups,
  estimate(pairs, confidence) {
    if (pairs.n < 4) return shortfall("too few pairs");
    const groups = groupMeans(pairs);
    const because = whyNotTwoGroups(groups, pairs.n);
    if (because !== undefined) return shortfall(because);
    if (pairs.weight === undefined) {
      const { hedgesG: g, count, studentP } = welch(pairs, confidence);
      const se = Math.sqrt(1 / count[0] + 1 / count[1] + (g * g) / (2 * pairs.n));
      const half = zFor(confidence) * se;
      return found(g, { low: g - half, high: g + half }, studentP);
    }
    const { margin, centred, means, between, total } = groups;
    const within = total - between;
    const unit =
      smallSample(pairs.n - 2) / Math.sqrt((within / margin.total) * (pairs.n / (pairs.n - 2)));
    const g = unit * (means[1] - means[0]);
    const difference = differenceInfluence(groups);
    const influence = centred.map((value, i) => {
      const ofSquare = (value - means[margin.codes[i]]) ** 2 / within - 1 / margin.total;
      return unit * difference[i] - (g / 2) * ofSquare;
    });
    const { se, df } = linearisedError(influence, pairs);
    const half = -tQuantile((1 - confidence) / 2, df) * se;
    return found(g, { low: g - half, high: g + half }, tTwoSided(g / se, df));
  },
} as const satisfies Method;
