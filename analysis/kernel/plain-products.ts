/** The twins of `wasm/products.as.ts` in plain JavaScript. */
import type { Kernels } from "./kernels.ts";

export function plainProducts(
  buffer: ArrayBuffer,
): Pick<Kernels, "products" | "wholeProducts" | "totals" | "sumsOver" | "overlaps"> {
  const bytes = new Uint8Array(buffer);
  const short = new Int16Array(buffer, 0, buffer.byteLength >> 1);
  const whole = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  const real = new Float64Array(buffer, 0, buffer.byteLength >> 3);

  /** One column of the left panel with the four of the right one. */
  function productsOf(left: number, right: number, rows: number): readonly number[] {
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let row = 0; row < rows; row++, left += 4, right += 4) {
      const a = real[left];
      s0 += a * real[right];
      s1 += a * real[right + 1];
      s2 += a * real[right + 2];
      s3 += a * real[right + 3];
    }
    return [s0, s1, s2, s3];
  }

  /** The sum of a column over all rows, or over those listed, of `left` and of `left` times `right`. */
  function sumsOf(
    [left, right]: readonly [number, number],
    rows: number,
    list?: number,
  ): readonly [number, number] {
    let [sum, square] = [0, 0];
    for (let i = 0; i < rows; i++) {
      const at = 4 * (list === undefined ? i : bytes[list + i]);
      sum += real[left + at];
      square += real[left + at] * real[right + at];
    }
    return [sum, square];
  }

  return {
    products(left, right, panels, rows, into, stride) {
      for (let panel = 0; panel < panels; panel++)
        for (let column = 0; column < 4; column++) {
          const sums = productsOf((left >> 3) + column, (right >> 3) + 4 * rows * panel, rows);
          const to = ((into + column * stride) >> 3) + 4 * panel;
          for (let other = 0; other < 4; other++) real[to + other] += sums[other];
        }
    },
    wholeProducts(left, right, panels, rows, into, stride) {
      for (let panel = 0; panel < panels; panel++, right += 8 * rows)
        for (let cell = 0; cell < 16; cell++) {
          const [column, other] = [cell >> 2, cell & 3];
          let sum = 0;
          for (let row = 0; row < rows; row++) {
            const at = 8 * (row >> 1) + (row & 1);
            sum += short[(left >> 1) + at + 2 * column] * short[(right >> 1) + at + 2 * other];
          }
          whole[((into + column * stride) >> 2) + 4 * panel + other] += sum;
        }
    },
    totals(left, right, panels, rows, into) {
      for (let column = 0; column < 4 * panels; column++) {
        const to = (into >> 3) + 8 * (column >> 2) + (column & 3);
        [real[to], real[to + 4]] = sumsOf(columnAt([left, right], rows, column), rows);
      }
    },
    sumsOver(left, right, panels, rows, totals, list, length, lists, sums, squares, stride) {
      for (let column = 0; column < 4 * panels; column++) {
        const from = columnAt([left, right], rows, column);
        const all = (totals >> 3) + 8 * (column >> 2) + (column & 3);
        for (let each = 0; each < lists; each++) {
          const listed = whole[(length >> 2) + each];
          const without = listed < 0;
          const [sum, square] = sumsOf(from, without ? ~listed : listed, list + 256 * each);
          real[((sums + each * stride) >> 3) + column] += without ? real[all] - sum : sum;
          real[((squares + each * stride) >> 3) + column] += without
            ? real[all + 4] - square
            : square;
        }
      }
    },
    overlaps(mask, masks, count, into) {
      for (let each = 0; each < count; each++)
        for (let word = 0; word < 8; word++)
          whole[(into >> 2) + each] += ones(
            whole[(mask >> 2) + word] & whole[(masks >> 2) + 8 * each + word],
          );
    },
  };
}

/** Where a column of the panels at these offsets begins. */
const columnAt = (
  [left, right]: readonly [number, number],
  rows: number,
  column: number,
): readonly [number, number] => {
  const start = 4 * rows * (column >> 2) + (column & 3);
  return [(left >> 3) + start, (right >> 3) + start];
};

/** Bits that are set: sums of two, of four, of eight of them, and of the four bytes. */
function ones(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
