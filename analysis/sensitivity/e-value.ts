import type { Interval } from "../association.ts";

/** How a ratio of the scale becomes a ratio of risks. "common": more than 15 in 100 people have the outcome. */
const toRiskRatio = {
  "risk ratio": (ratio) => ratio,
  "odds ratio, rare outcome": (ratio) => ratio,
  "odds ratio, common outcome": Math.sqrt,
  "hazard ratio, common outcome": (ratio) =>
    (1 - 0.5 ** Math.sqrt(ratio)) / (1 - 0.5 ** Math.sqrt(1 / ratio)),
} as const satisfies Readonly<Record<string, (ratio: number) => number>>;

export type Contrast =
  | {
      readonly scale: keyof typeof toRiskRatio;
      readonly value: number;
      readonly interval: Interval;
    }
  | {
      /** Difference of means in standard deviations. */
      readonly scale: "standardised difference";
      readonly value: number;
      readonly se: number;
    };

export interface EValue {
  /** The estimate as a ratio of risks. */
  readonly riskRatio: number;
  /** At the confidence of the interval given; 95 % for a standardised difference. */
  readonly interval: Interval;
  /** 1 or more: the association needed to explain the estimate away ... */
  readonly value: number;
  /** ... and to move the interval to 1; 1 where it holds 1 already. */
  readonly ofInterval: number;
}

/**
 * E-value: how strongly something that was not measured would have to go with both the experience and the outcome,
 * each as a ratio of risks, to be all that is behind the association (VanderWeele & Ding 2017).
 *
 *   E = RR + sqrt(RR (RR - 1)), of 1 / RR where RR < 1
 *
 * Odds ratios of a common outcome enter by their root, hazard ratios by (1 - 0.5^√HR) / (1 - 0.5^√(1/HR)), a
 * standardised difference d with error s as exp(0.91 d), its limits exp(0.91 d ± 1.78 s).
 *
 * Hazards: it says nothing of how likely such a thing is: compare it with the associations of what was measured. It
 * is the worst case of one unmeasured variable, without any other bias.
 */
export function eValue(contrast: Contrast): EValue {
  const { riskRatio, interval } = asRiskRatio(contrast);
  const holdsOne = interval.low <= 1 && interval.high >= 1;
  const nearest = interval.low > 1 ? interval.low : interval.high;
  return {
    riskRatio,
    interval,
    value: needed(riskRatio),
    ofInterval: holdsOne ? 1 : needed(nearest),
  };
}

function needed(riskRatio: number): number {
  const ratio = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return ratio + Math.sqrt(ratio * (ratio - 1));
}

function asRiskRatio(contrast: Contrast): { riskRatio: number; interval: Interval } {
  if (contrast.scale === "standardised difference") {
    const at = (errors: number) => Math.exp(0.91 * contrast.value + errors * contrast.se);
    return { riskRatio: at(0), interval: { low: at(-1.78), high: at(1.78) } };
  }
  const { value, interval } = contrast;
  if (!(value > 0 && interval.low > 0))
    throw new RangeError(`eValue requires ratios above 0, got ${value} from ${interval.low}`);
  const convert = toRiskRatio[contrast.scale];
  return {
    riskRatio: convert(value),
    interval: { low: convert(interval.low), high: convert(interval.high) },
  };
}
