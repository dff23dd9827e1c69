/**
 * Sums of products of columns of numbers, laid out in panels: four columns side by side, row by row.
 *
 * AssemblyScript; every function has a twin in `plain.ts` that does the same additions in the same order.
 * Multiplication and addition are rounded one after the other: a fused step would be a fifth faster, and give
 * other last digits on machines without it.
 */

/** Columns of a panel. */
const columns = 4;

/**
 * Adds the products of the columns of one panel with those of `panels` panels, summed over the rows:
 * 4 x (4 panels) numbers, a row for each column of `left`, `stride` bytes apart.
 */
export function products(
  left: usize,
  right: usize,
  panels: i32,
  rows: i32,
  into: usize,
  stride: usize,
): void {
  for (let panel = 0; panel < panels; panel++) {
    let c00 = f64x2.splat(0);
    let c01 = f64x2.splat(0);
    let c10 = f64x2.splat(0);
    let c11 = f64x2.splat(0);
    let c20 = f64x2.splat(0);
    let c21 = f64x2.splat(0);
    let c30 = f64x2.splat(0);
    let c31 = f64x2.splat(0);
    let a = left;
    for (let row = 0; row < rows; row++) {
      const b0 = v128.load(right);
      const b1 = v128.load(right, 16);
      const a0 = v128.load64_splat(a);
      c00 = f64x2.add(c00, f64x2.mul(a0, b0));
      c01 = f64x2.add(c01, f64x2.mul(a0, b1));
      const a1 = v128.load64_splat(a, 8);
      c10 = f64x2.add(c10, f64x2.mul(a1, b0));
      c11 = f64x2.add(c11, f64x2.mul(a1, b1));
      const a2 = v128.load64_splat(a, 16);
      c20 = f64x2.add(c20, f64x2.mul(a2, b0));
      c21 = f64x2.add(c21, f64x2.mul(a2, b1));
      const a3 = v128.load64_splat(a, 24);
      c30 = f64x2.add(c30, f64x2.mul(a3, b0));
      c31 = f64x2.add(c31, f64x2.mul(a3, b1));
      a += 8 * columns;
      right += 8 * columns;
    }
    add(into, c00, c01);
    add(into + stride, c10, c11);
    add(into + 2 * stride, c20, c21);
    add(into + 3 * stride, c30, c31);
    into += 8 * columns;
  }
}

function add(into: usize, low: v128, high: v128): void {
  v128.store(into, f64x2.add(v128.load(into), low));
  v128.store(into, f64x2.add(v128.load(into, 16), high), 16);
}

/**
 * The same for whole numbers of 16 bits and sums of 32: a panel holds four columns too, two rows of each side by side
 * (16 bytes). `panels` is even, and so is `rows`.
 */
export function wholeProducts(
  left: usize,
  right: usize,
  panels: i32,
  rows: i32,
  into: usize,
  stride: usize,
): void {
  const bytes = <usize>rows * 2 * columns;
  for (let panel = 0; panel < panels; panel += 2) {
    let c00 = i32x4.splat(0);
    let c01 = i32x4.splat(0);
    let c10 = i32x4.splat(0);
    let c11 = i32x4.splat(0);
    let c20 = i32x4.splat(0);
    let c21 = i32x4.splat(0);
    let c30 = i32x4.splat(0);
    let c31 = i32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const b0 = v128.load(right + at);
      const b1 = v128.load(right + bytes + at);
      const a0 = v128.load32_splat(left + at);
      c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a0, b0));
      c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a0, b1));
      const a1 = v128.load32_splat(left + at, 4);
      c10 = i32x4.add(c10, i32x4.dot_i16x8_s(a1, b0));
      c11 = i32x4.add(c11, i32x4.dot_i16x8_s(a1, b1));
      const a2 = v128.load32_splat(left + at, 8);
      c20 = i32x4.add(c20, i32x4.dot_i16x8_s(a2, b0));
      c21 = i32x4.add(c21, i32x4.dot_i16x8_s(a2, b1));
      const a3 = v128.load32_splat(left + at, 12);
      c30 = i32x4.add(c30, i32x4.dot_i16x8_s(a3, b0));
      c31 = i32x4.add(c31, i32x4.dot_i16x8_s(a3, b1));
    }
    addWhole(into, c00, c01);
    addWhole(into + stride, c10, c11);
    addWhole(into + 2 * stride, c20, c21);
    addWhole(into + 3 * stride, c30, c31);
    right += 2 * bytes;
    into += 32;
  }
}

function addWhole(into: usize, low: v128, high: v128): void {
  v128.store(into, i32x4.add(v128.load(into), low));
  v128.store(into, i32x4.add(v128.load(into, 16), high), 16);
}

/** For every panel the sums over all rows of `left`, and of `left` times `right`: 4 and 4 numbers. */
export function totals(left: usize, right: usize, panels: i32, rows: i32, into: usize): void {
  for (let panel = 0; panel < panels; panel++) {
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let q0 = f64x2.splat(0);
    let q1 = f64x2.splat(0);
    for (let row = 0; row < rows; row++) {
      const low = v128.load(left);
      const high = v128.load(left, 16);
      s0 = f64x2.add(s0, low);
      s1 = f64x2.add(s1, high);
      q0 = f64x2.add(q0, f64x2.mul(low, v128.load(right)));
      q1 = f64x2.add(q1, f64x2.mul(high, v128.load(right, 16)));
      left += 8 * columns;
      right += 8 * columns;
    }
    v128.store(into, s0);
    v128.store(into, s1, 16);
    v128.store(into, q0, 32);
    v128.store(into, q1, 48);
    into += 64;
  }
}

/**
 * For each of `lists` lists of rows: adds, for every column of every panel, the same two sums over the rows of the
 * list. A list is 256 bytes and its length an i32; a length below zero, ~length, is that of the rows left out, whose
 * sums are taken from the `totals`. The results of lists stand `stride` bytes apart.
 */
export function sumsOver(
  left: usize,
  right: usize,
  panels: i32,
  rows: i32,
  totals: usize,
  list: usize,
  length: usize,
  lists: i32,
  sums: usize,
  squares: usize,
  stride: usize,
): void {
  const bytes = <usize>rows * 8 * columns;
  for (let panel = 0; panel < panels; panel++) {
    for (let each = 0; each < lists; each++) {
      let row = list + ((<usize>each) << 8);
      let listed = load<i32>(length + ((<usize>each) << 2));
      const without = listed < 0;
      if (without) listed = ~listed;
      const end = row + <usize>listed;
      let s0 = f64x2.splat(0);
      let s1 = f64x2.splat(0);
      let q0 = f64x2.splat(0);
      let q1 = f64x2.splat(0);
      for (; row < end; row++) {
        const at = (<usize>load<u8>(row)) << 5;
        const low = v128.load(left + at);
        const high = v128.load(left + at, 16);
        s0 = f64x2.add(s0, low);
        s1 = f64x2.add(s1, high);
        q0 = f64x2.add(q0, f64x2.mul(low, v128.load(right + at)));
        q1 = f64x2.add(q1, f64x2.mul(high, v128.load(right + at, 16)));
      }
      if (without) {
        s0 = f64x2.sub(v128.load(totals), s0);
        s1 = f64x2.sub(v128.load(totals, 16), s1);
        q0 = f64x2.sub(v128.load(totals, 32), q0);
        q1 = f64x2.sub(v128.load(totals, 48), q1);
      }
      add(sums + <usize>each * stride, s0, s1);
      add(squares + <usize>each * stride, q0, q1);
    }
    left += bytes;
    right += bytes;
    totals += 64;
    sums += 8 * columns;
    squares += 8 * columns;
  }
}

/** Adds how many of 256 rows are marked in both, for one mask (32 bytes) and each of `count` others. */
export function overlaps(mask: usize, masks: usize, count: i32, into: usize): void {
  const a0 = load<i64>(mask);
  const a1 = load<i64>(mask, 8);
  const a2 = load<i64>(mask, 16);
  const a3 = load<i64>(mask, 24);
  for (let each = 0; each < count; each++) {
    const both =
      popcnt(a0 & load<i64>(masks)) +
      popcnt(a1 & load<i64>(masks, 8)) +
      popcnt(a2 & load<i64>(masks, 16)) +
      popcnt(a3 & load<i64>(masks, 24));
    store<i32>(into, load<i32>(into) + <i32>both);
    masks += 32;
    into += 4;
  }
}
