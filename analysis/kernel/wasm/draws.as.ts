/**
 * Draws with replacement, the same as `stream(seed, a, b).below(people)` of `numeric/random.ts` would make one by one:
 * Philox4x32-10 (Salmon et al. 2011), numbers below n after Lemire 2019.
 *
 * AssemblyScript; the twin in `plain.ts` asks that stream.
 */

/**
 * Adds 1 at `counts` + the offset of each person drawn (an u32 each at `places`): to numbers of 16 bits where they are
 * `whole`, else of 64; `block`: 16 bytes to work in.
 */
export function draw(
  seed: u32,
  a: u32,
  b: u32,
  draws: i32,
  people: u32,
  places: usize,
  counts: usize,
  block: usize,
  whole: bool,
): void {
  const excluded = <u32>(((<u64>1) << 32) % <u64>people);
  let counter: u32 = 0;
  let at: usize = 16;
  for (let left = draws; left > 0;) {
    if (at == 16) {
      philox(counter++, a, b, seed, block);
      at = 0;
    }
    const product = <u64>load<u32>(block + at) * <u64>people;
    at += 4;
    if (<u32>product < excluded) continue;
    const cell = counts + <usize>load<u32>(places + ((<usize>(product >> 32)) << 2));
    if (whole) store<i16>(cell, load<i16>(cell) + 1);
    else store<f64>(cell, load<f64>(cell) + 1);
    left--;
  }
}

/** The fourth word of the counter is 0, and the second of the key 2: an address of two words. */
function philox(c0: u32, c1: u32, c2: u32, k0: u32, into: usize): void {
  let c3: u32 = 0;
  let k1: u32 = 2;
  for (let round = 0; round < 10; round++) {
    const left = <u64>c0 * 0xd2511f53;
    const right = <u64>c2 * 0xcd9e8d57;
    c0 = (<u32>(right >> 32)) ^ c1 ^ k0;
    c1 = <u32>right;
    c2 = (<u32>(left >> 32)) ^ c3 ^ k1;
    c3 = <u32>left;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  store<u32>(into, c0);
  store<u32>(into, c1, 4);
  store<u32>(into, c2, 8);
  store<u32>(into, c3, 12);
}
