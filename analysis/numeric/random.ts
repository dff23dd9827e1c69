/**
 * Chance that can be repeated: the counter-based generator Philox4x32-10.
 *
 * A number is a function of (seed, address, position) and of nothing else, so replicate 17 draws the
 * same rows whether it runs first, last or on another worker. Philox enciphers a counter in ten rounds
 * of multiplication and exclusive or; four 32-bit words come out of each call. It passes BigCrush
 * (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", section 3.3).
 *
 * Not for secrets: whoever knows the seed knows the stream.
 */

export interface Stream {
  /** The next 32 random bits, as a whole number from 0 to 2^32 - 1. */
  bits(): number;
  /** A whole number from 0 to n - 1, each equally likely; n from 1 to 2^32. */
  below(n: number): number;
  /** A number strictly between 0 and 1, on the grid of (2k + 1) / 2^33. */
  uniform(): number;
}

/**
 * The stream of one seed at one address of up to three whole numbers, such as (outcome, replicate).
 * Streams at different addresses never share a counter; each holds 2^34 numbers.
 */
export function stream(seed: number, ...address: readonly number[]): Stream {
  if (address.length > 3)
    throw new RangeError(`stream requires at most 3 address words, got ${address.length}`);
  const [a = 0, b = 0, c = 0] = address.map(word);
  const counter = Uint32Array.of(0, a, b, c);
  const key = Uint32Array.of(word(seed), address.length);
  const block = new Uint32Array(4);
  let at = 4;

  function bits(): number {
    if (at === 4) {
      philox(counter, key, block);
      counter[0]++;
      at = 0;
    }
    return block[at++];
  }

  /** Lemire 2019: the upper half of bits * n, rejecting the few that would favour small numbers. */
  function below(n: number): number {
    if (!(Number.isInteger(n) && n >= 1 && n <= two32))
      throw new RangeError(`below requires a whole number from 1 to 2^32, got ${n}`);
    for (;;) {
      const x = bits();
      const lower = Math.imul(x, n) >>> 0;
      // x * n may round, by less than 2^11: far less than the 2^32 that one unit of the quotient is.
      // The remainder is below n, so it need not be computed for all but a few draws.
      if (lower >= n || lower >= two32 % n) return Math.round((x * n - lower) / two32);
    }
  }

  return { bits, below, uniform: () => (bits() + 0.5) / two32 };
}

/** Ten rounds of Philox4x32: four words of counter under two words of key. */
export function philox(counter: Uint32Array, key: Uint32Array, out: Uint32Array): void {
  let c0 = counter[0];
  let c1 = counter[1];
  let c2 = counter[2];
  let c3 = counter[3];
  let k0 = key[0];
  let k1 = key[1];
  for (let round = 0; round < 10; round++) {
    const high0 = upper(c0, 0xd2511f53);
    const high1 = upper(c2, 0xcd9e8d57);
    const low0 = Math.imul(c0, 0xd2511f53);
    const low1 = Math.imul(c2, 0xcd9e8d57);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** Upper 32 bits of the 64-bit product, from 16-bit halves. */
function upper(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = (Math.imul(a1, b0) >>> 0) + (Math.imul(a0, b0) >>> 16);
  const carry = (Math.imul(a0, b1) >>> 0) + (middle & 0xffff);
  return (Math.imul(a1, b1) + (middle >>> 16) + (carry >>> 16)) | 0;
}

const two32 = 2 ** 32;

function word(value: number): number {
  if (!(Number.isInteger(value) && value >= 0 && value < two32))
    throw new RangeError(`stream requires whole numbers from 0 to 2^32 - 1, got ${value}`);
  return value;
}
