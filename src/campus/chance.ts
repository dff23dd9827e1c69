import { stream } from "#analysis";

/** Chance of the sample campus, seeded. Only whole numbers and additions: the same on every platform. */
export interface Chance {
  /** Between 0 and 1. */
  uniform(): number;
  /** Mean 0, sd 1: twelve uniforms minus six (a logarithm or a sine is rounded differently elsewhere). */
  normal(): number;
  happens(probability: number): boolean;
  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number;
}

/**
 * One stream per file and person: a new column in one file changes no other file, and the first
 * thousand people are the same on a campus of one thousand and of six thousand.
 * @param seed a whole number from 0 to 2^32 - 1
 */
export function chance(seed: number, file: keyof typeof files, person: number): Chance {
  const { uniform, below } = stream(seed, files[file], person);
  return {
    uniform,
    below,
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += uniform();
      return sum;
    },
    happens: (probability) => uniform() < probability,
  };
}

const files = { people: 0, nsse: 1, engagement: 2, alumni: 3, wave: 4 } as const;
