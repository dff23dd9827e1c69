import { marginOf } from "../methods/margin.ts";

export interface ResponseClass {
  readonly code: number;
  readonly people: number;
  readonly respondents: number;
  /** respondents / people */
  readonly rate: number;
}

export interface ResponseWeights {
  /** One per person of the roster: people / respondents of the class; 0 for who did not answer. */
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
 */
export function responseWeights(answered: Float64Array, classes: Float64Array): ResponseWeights {
  const everybody = marginOf(classes);
  const { mass: respondents } = marginOf(classes, answered);
  const found = Array.from(everybody.values, (code, at): ResponseClass => {
    const people = everybody.mass[at];
    return { code, people, respondents: respondents[at], rate: respondents[at] / people };
  });
  const weights = answered.map((one, i) => (one > 0 ? 1 / found[everybody.codes[i]].rate : 0));
  const lost = found.filter((one) => one.respondents === 0);
  return {
    weights,
    classes: found,
    unrepresented: lost.reduce((sum, { people }) => sum + people, 0),
  };
}
