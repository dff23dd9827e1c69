/**
 * Columns with holes laid out for the products, 256 people at a time.
 *
 * AssemblyScript; every function has a twin in `plain-panels.ts` that does the same in the same order.
 */

/** People of a block. */
const rows = 256;

/**
 * Of the numbers above `limit` among an even number of them (NaN is above nothing): the sums of those at even and at
 * odd places, the lowest, the highest, and how many. Five numbers that are added to what is there.
 */
export function survey(numbers: usize, count: i32, limit: f64, into: usize): void {
  const bar = f64x2.splat(limit);
  let sum = f64x2.splat(0);
  let low = f64x2.splat(Infinity);
  let high = f64x2.splat(-Infinity);
  let present = i64x2.splat(0);
  for (const end = numbers + ((<usize>count) << 3); numbers < end; numbers += 16) {
    const value = v128.load(numbers);
    const known = f64x2.gt(value, bar);
    sum = f64x2.add(sum, v128.and(value, known));
    low = f64x2.pmin(low, v128.bitselect(value, f64x2.splat(Infinity), known));
    high = f64x2.pmax(high, v128.bitselect(value, f64x2.splat(-Infinity), known));
    present = i64x2.sub(present, known);
  }
  store<f64>(into, load<f64>(into) + f64x2.extract_lane(sum, 0));
  store<f64>(into, load<f64>(into, 8) + f64x2.extract_lane(sum, 1), 8);
  store<f64>(
    into,
    min(load<f64>(into, 16), min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1))),
    16,
  );
  store<f64>(
    into,
    max(load<f64>(into, 24), max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1))),
    24,
  );
  const people = i64x2.extract_lane(present, 0) + i64x2.extract_lane(present, 1);
  store<f64>(into, load<f64>(into, 32) + <f64>people, 32);
}

/**
 * Writes (number - centre) x scale, or 0 in a hole, to one column of a panel, the mask of those who have a number, and
 * the list of their rows, or, where these are fewer, of the holes. Returns the length of the list, ~length for holes.
 */
export function layOut(
  numbers: usize,
  limit: f64,
  centre: f64,
  scale: f64,
  panel: usize,
  mask: usize,
  list: usize,
  holes: usize,
): i32 {
  let has: usize = 0;
  let lacks: usize = 0;
  for (let first = 0; first < rows; first += 64) {
    let bits: u64 = 0;
    for (let row = 0; row < 64; row++) {
      const value = load<f64>(numbers);
      const known = value > limit;
      store<f64>(panel, select<f64>((value - centre) * scale, 0, known));
      bits |= (<u64>known) << row;
      store<u8>(list + has, first + row);
      has += <usize>known;
      store<u8>(holes + lacks, first + row);
      lacks += <usize>!known;
      numbers += 8;
      panel += 32;
    }
    store<u64>(mask, bits);
    mask += 8;
  }
  if (lacks >= has) return <i32>has;
  memory.copy(list, holes, lacks);
  return ~(<i32>lacks);
}

/** For one column of a panel: the weight of those who have a number (0 in a hole), and the number times it. */
export function weigh(
  panel: usize,
  mask: usize,
  weights: usize,
  weighted: usize,
  mass: usize,
): void {
  for (let first = 0; first < rows; first += 64) {
    let bits = load<u64>(mask);
    for (let row = 0; row < 64; row++) {
      const weight = select<f64>(load<f64>(weights), 0, (bits & 1) != 0);
      store<f64>(weighted, weight * load<f64>(panel));
      store<f64>(mass, weight);
      bits >>= 1;
      weights += 8;
      panel += 32;
      weighted += 32;
      mass += 32;
    }
    mask += 8;
  }
}
