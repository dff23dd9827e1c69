import { marginOf } from "../methods/margin.ts";

export interface ResponseClass {
  readonly code: number;
  readonly people: number;
  readonly respondents: number;
  /** Share of the people who answered; of their base weight, where there is one. */
  readonly rate: number;
}

export interface ResponseWeights {
  /** One per person of the roster: 1 / rate of the class (times the base weight); 0 for who did not answer. */
  readonly weights: Float64Array;
  /** By code, ascending. */
  readonly classes: readonly ResponseClass[];
  /** People in classes where nobody answered: no weight speaks for them, merge those classes with others. */
  readonly unrepresented: number;
}

/**
 * Weighting-class adjustment for non-response (Oh & Scheuren 1983): within a class everybody who answered speaks
 * for those who did not.
 *
 * Assumes that within a class answering has nothing to do with the answers. Hazards: classes below about 30 people
 * give wild weights; a class that does not differ in the outcome costs precision and corrects nothing.
 *
 * @param answered 1 or 0 for everybody who was asked
 * @param classes a code per person, made of what is known of those who did not answer, too
 * @param base weights before the correction; absent: everybody counts once
 */
export function responseWeights(
  answered: Float64Array,
  classes: Float64Array,
  base?: Float64Array,
): ResponseWeights {
  const everybody = marginOf(classes);
  const { mass: respondents } = marginOf(classes, answered);
  const rates = ratesOf(everybody.codes, {
    answered,
    base: base ?? new Float64Array(answered.length).fill(1),
    rates: new Float64Array(everybody.values.length),
  });
  const found = Array.from(everybody.values, (code, at): ResponseClass => {
    return {
      code,
      people: everybody.mass[at],
      respondents: respondents[at],
      rate: rates[at],
    };
  });
  const weights = answered.map((one, i) =>
    one > 0 ? (base?.[i] ?? 1) / rates[everybody.codes[i]] : 0,
  );
  const lost = found.filter((one) => one.respondents === 0);
  return {
    weights,
    classes: found,
    unrepresented: lost.reduce((sum, { people }) => sum + people, 0),
  };
}

interface Answering {
  readonly answered: Float64Array;
  readonly base: Float64Array;
  /** Receives one number per class. */
  readonly rates: Float64Array;
}

/** Per class, the share of its base weight that answered; 0 where nobody counts. */
export function ratesOf(
  codes: Int32Array,
  { answered, base, rates }: Answering,
  counts?: Float64Array,
): Float64Array {
  const all = new Float64Array(rates.length);
  rates.fill(0);
  for (let i = 0; i < codes.length; i++) {
    const w = counts === undefined ? base[i] : base[i] * counts[i];
    all[codes[i]] += w;
    if (answered[i] > 0) rates[codes[i]] += w;
  }
  for (let c = 0; c < rates.length; c++) rates[c] = rates[c] > 0 ? rates[c] / all[c] : 0;
  return rates;
}
