/** Figures of what is ranked, as tables write them. */
import type { Ranked, Reach } from "#analysis";
import { percent } from "../../reports/html/format.ts";

/** "6.2 % (3.1 % to 9.8 %)" */
export const importanceFigure = ({ importance, interval }: Ranked): string =>
  interval === null
    ? percent(importance)
    : `${percent(importance)} (${percent(interval.low)} to ${percent(interval.high)})`;

/** "42 %" */
export const reachFigure = ({ percent: share }: Reach): string => percent(share / 100, 0);
