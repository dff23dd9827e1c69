/** How far something is, how fast it goes and how long it will take; what is not known is said to be so. */
import type { FC } from "hono/jsx";
import { count } from "../../reports/html/format.ts";
import type { Pace } from "../studies/pace.ts";

interface ProgressProps {
  readonly step: string;
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
  readonly pace: Pace | null;
}

/** A script, where there is one, brings all three up to date in place; only a new step is read aloud. */
export const ProgressBar: FC<ProgressProps> = ({ step, done, total, pace }) => (
  <>
    <p class="lead">
      <output id="step">{step}</output>
    </p>
    {total > 0 ? (
      <progress value={done} max={total} aria-labelledby="step">
        {shareOf(done, total)}
      </progress>
    ) : (
      <progress aria-labelledby="step" />
    )}
    <p id="how-far">{howFar(done, total, pace)}</p>
  </>
);

/** "63 %"; never 100 before the end. */
export const shareOf = (done: number, total: number): string =>
  `${Math.floor((100 * done) / total)}\u00a0%`;

function howFar(done: number, total: number, pace: Pace | null): string {
  if (total <= 0) return "How long this takes is not known yet.";
  if (done >= total) return `All ${count(total)} done; the rest is put together.`;
  const sofar = `${count(done)} of ${count(total)}, ${shareOf(done, total)}`;
  return pace === null
    ? `${sofar}. How long this takes is not known yet.`
    : `${sofar}; ${rateInWords(pace.perSecond)}, ${leftInWords(pace.secondsLeft)} left in this step.`;
}

/** "410 a second", "12 a minute" */
function rateInWords(perSecond: number): string {
  const [rate, unit] =
    perSecond >= 2
      ? [perSecond, "second"]
      : perSecond * 60 >= 2
        ? [perSecond * 60, "minute"]
        : [perSecond * 3600, "hour"];
  return `${count(Number(rate.toPrecision(2)))} a ${unit}`;
}

/** "about 40 seconds": as exact as such a guess can be. */
export function leftInWords(seconds: number): string {
  if (seconds < 5) return "a few seconds";
  if (seconds < 55) return `about ${5 * Math.round(seconds / 5)} seconds`;
  if (seconds < 90) return "about a minute";
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${count(minutes)} minutes`;
  return `about ${count(Math.round(minutes / 60))} hours`;
}
