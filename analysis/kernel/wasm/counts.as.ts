/**
 * Joint tables: codes of people laid side by side are counted into tables of 64 x 64 cells.
 *
 * AssemblyScript; every function has a twin in `plain.ts` that does the same additions in the same order.
 */

/** Cells of a row of a table: codes are below this. */
const width: usize = 64;
/** Bytes of a table of counts, and of one of two sums a cell. */
const countBytes: usize = 4 * width * width;
const sumBytes: usize = 16 * width * width;

/**
 * The lowest and highest byte as signed numbers above `limit`, and whether some are not above it: low | high << 8 |
 * some << 16; low > high where none is above.
 */
export function span(values: usize, rows: i32, limit: i32): i32 {
  const bar = i8x16.splat(<i8>limit);
  let low = i8x16.splat(127);
  let high = i8x16.splat(-128);
  let below = i8x16.splat(0);
  const whole = values + ((<usize>rows) & ~15);
  let at = values;
  for (; at < whole; at += 16) {
    const value = v128.load(at);
    high = i8x16.max_s(high, value);
    const known = i8x16.gt_s(value, bar);
    low = i8x16.min_s(low, v128.bitselect(value, i8x16.splat(127), known));
    below = v128.or(below, v128.not(known));
  }
  let least: i32 = 127;
  let most: i32 = -128;
  let some = v128.any_true(below);
  for (let byte = 0; byte < 16; byte++) {
    least = min(least, <i32>i8x16.extract_lane_s(low, 0));
    most = max(most, <i32>i8x16.extract_lane_s(high, 0));
    low = i8x16.shuffle(low, low, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0);
    high = i8x16.shuffle(high, high, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0);
  }
  for (; at < values + <usize>rows; at++) {
    const value = <i32>load<i8>(at);
    most = max(most, value);
    if (value > limit) least = min(least, value);
    else some = true;
  }
  return (least & 255) | ((most & 255) << 8) | ((<i32>some) << 16);
}

/** Adds to the code of every row what `codeOf` (256 bytes) says for its byte. */
export function pack(values: usize, rows: i32, codeOf: usize, into: usize): void {
  for (let row: usize = 0; row < <usize>rows; row++)
    store<u8>(into + row, load<u8>(into + row) + load<u8>(codeOf + <usize>load<u8>(values + row)));
}

/** The same where only the 16 bytes from `low` on add anything (`codeOf`: 16 bytes); rows to a multiple of 16. */
export function packNarrow(values: usize, rows: i32, codeOf: usize, into: usize, low: i32): void {
  const codes = v128.load(codeOf);
  const first = i8x16.splat(<i8>low);
  for (let row: usize = 0; row < <usize>rows; row += 16) {
    const place = i8x16.sub(v128.load(values + row), first);
    v128.store(into + row, i8x16.add(v128.load(into + row), i8x16.swizzle(codes, place)));
  }
}

/**
 * Counts the people of `x` and of each of the `tables` lists of codes at `y` (each `stride` bytes) by cell.
 * Four tables at a time: while one waits for its cell, the others go on.
 */
export function count(
  x: usize,
  y: usize,
  stride: usize,
  tables: i32,
  rows: i32,
  into: usize,
): void {
  for (; tables >= 4; tables -= 4) {
    const y1 = y + stride;
    const y2 = y1 + stride;
    const y3 = y2 + stride;
    for (let row: usize = 0; row < <usize>rows; row++) {
      const line = into + ((<usize>load<u8>(x + row)) << 8);
      const a = line + ((<usize>load<u8>(y + row)) << 2);
      store<u32>(a, load<u32>(a) + 1);
      const b = line + ((<usize>load<u8>(y1 + row)) << 2);
      store<u32>(b, load<u32>(b, countBytes) + 1, countBytes);
      const c = line + ((<usize>load<u8>(y2 + row)) << 2);
      store<u32>(c, load<u32>(c, 2 * countBytes) + 1, 2 * countBytes);
      const d = line + ((<usize>load<u8>(y3 + row)) << 2);
      store<u32>(d, load<u32>(d, 3 * countBytes) + 1, 3 * countBytes);
    }
    y += 4 * stride;
    into += 4 * countBytes;
  }
  for (; tables > 0; tables--) {
    for (let row: usize = 0; row < <usize>rows; row++) {
      const cell = into + ((<usize>load<u8>(x + row)) << 8) + ((<usize>load<u8>(y + row)) << 2);
      store<u32>(cell, load<u32>(cell) + 1);
    }
    y += stride;
    into += countBytes;
  }
}

/** The same for two numbers a person (`pairs`, 16 bytes each), summed by cell. */
export function sum(
  x: usize,
  y: usize,
  stride: usize,
  tables: i32,
  rows: i32,
  into: usize,
  pairs: usize,
): void {
  for (; tables >= 4; tables -= 4) {
    const y1 = y + stride;
    const y2 = y1 + stride;
    const y3 = y2 + stride;
    for (let row: usize = 0; row < <usize>rows; row++) {
      const line = into + ((<usize>load<u8>(x + row)) << 10);
      const pair = v128.load(pairs + (row << 4));
      const a = line + ((<usize>load<u8>(y + row)) << 4);
      v128.store(a, f64x2.add(v128.load(a), pair));
      const b = line + ((<usize>load<u8>(y1 + row)) << 4);
      v128.store(b, f64x2.add(v128.load(b, sumBytes), pair), sumBytes);
      const c = line + ((<usize>load<u8>(y2 + row)) << 4);
      v128.store(c, f64x2.add(v128.load(c, 2 * sumBytes), pair), 2 * sumBytes);
      const d = line + ((<usize>load<u8>(y3 + row)) << 4);
      v128.store(d, f64x2.add(v128.load(d, 3 * sumBytes), pair), 3 * sumBytes);
    }
    y += 4 * stride;
    into += 4 * sumBytes;
  }
  for (; tables > 0; tables--) {
    for (let row: usize = 0; row < <usize>rows; row++) {
      const line = into + ((<usize>load<u8>(x + row)) << 10);
      two(line + ((<usize>load<u8>(y + row)) << 4), v128.load(pairs + (row << 4)));
    }
    y += stride;
    into += sumBytes;
  }
}

function two(cell: usize, pair: v128): void {
  v128.store(cell, f64x2.add(v128.load(cell), pair));
}

/**
 * Sums a table over all digits of its rows but one: line i of the result holds the rows whose digit is i.
 * Rows come as `blocks` of `radix` digits, `place` rows each; digits from `values` on ("missing") are left out.
 */
export function countsByX(
  table: usize,
  into: usize,
  blocks: i32,
  radix: i32,
  values: i32,
  place: i32,
  columns: i32,
): void {
  memory.fill(into, 0, (<usize>values) << 8);
  const end = (<usize>columns) << 2;
  for (let block = 0; block < blocks; block++)
    for (let digit = 0; digit < radix; digit++)
      for (let each = 0; each < place; each++) {
        if (digit < values)
          for (let at: usize = 0; at < end; at += 16) {
            const cell = into + ((<usize>digit) << 8) + at;
            v128.store(cell, i32x4.add(v128.load(cell), v128.load(table + at)));
          }
        table += 4 * width;
      }
}

/** The same for the columns of such lines: `lines` x `values` cells, row by row. */
export function countsByY(
  rows: usize,
  into: usize,
  lines: i32,
  blocks: i32,
  radix: i32,
  values: i32,
  place: i32,
): void {
  const size = (<usize>values) << 2;
  memory.fill(into, 0, <usize>lines * size);
  for (let line = 0; line < lines; line++) {
    let from = rows + ((<usize>line) << 8);
    for (let block = 0; block < blocks; block++)
      for (let digit = 0; digit < radix; digit++)
        for (let each = 0; each < place; each++) {
          const cell = into + ((<usize>digit) << 2);
          if (digit < values) store<u32>(cell, load<u32>(cell) + load<u32>(from));
          from += 4;
        }
    into += size;
  }
}

/** `countsByX` for tables of two sums a cell. */
export function sumsByX(
  table: usize,
  into: usize,
  blocks: i32,
  radix: i32,
  values: i32,
  place: i32,
  columns: i32,
): void {
  memory.fill(into, 0, (<usize>values) << 10);
  const end = (<usize>columns) << 4;
  for (let block = 0; block < blocks; block++)
    for (let digit = 0; digit < radix; digit++)
      for (let each = 0; each < place; each++) {
        if (digit < values)
          for (let at: usize = 0; at < end; at += 16)
            two(into + ((<usize>digit) << 10) + at, v128.load(table + at));
        table += 16 * width;
      }
}

/** `countsByY` for tables of two sums a cell. */
export function sumsByY(
  rows: usize,
  into: usize,
  lines: i32,
  blocks: i32,
  radix: i32,
  values: i32,
  place: i32,
): void {
  const size = (<usize>values) << 4;
  memory.fill(into, 0, <usize>lines * size);
  for (let line = 0; line < lines; line++) {
    let from = rows + ((<usize>line) << 10);
    for (let block = 0; block < blocks; block++)
      for (let digit = 0; digit < radix; digit++)
        for (let each = 0; each < place; each++) {
          if (digit < values) two(into + ((<usize>digit) << 4), v128.load(from));
          from += 16;
        }
    into += size;
  }
}
