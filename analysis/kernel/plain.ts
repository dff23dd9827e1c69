/**
 * The kernels in plain JavaScript: what `wasm/*.as.ts` does, addition by addition, so that the bytes are the same.
 * Offsets are in bytes, as there.
 */
import { stream } from "../numeric/random.ts";
import type { Kernels } from "./kernels.ts";
import { plainPanels } from "./plain-panels.ts";
import { plainProducts } from "./plain-products.ts";

/** Cells of a row of a table, as a shift. */
const width = 6;
const countShift = 2 * width;

export function plainKernels(buffer: ArrayBuffer): Kernels {
  const bytes = new Uint8Array(buffer);
  const short = new Int16Array(buffer, 0, buffer.byteLength >> 1);
  const whole = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  const real = new Float64Array(buffer, 0, buffer.byteLength >> 3);

  return {
    memory: { buffer },
    span(values, rows, limit) {
      let low = 127;
      let high = -128;
      let some = 0;
      for (let at = values; at < values + rows; at++) {
        const value = (bytes[at] << 24) >> 24;
        if (value > high) high = value;
        if (value <= limit) some = 1;
        else if (value < low) low = value;
      }
      return (low & 255) | ((high & 255) << 8) | (some << 16);
    },
    pack(values, rows, codeOf, into) {
      for (let row = 0; row < rows; row++) bytes[into + row] += bytes[codeOf + bytes[values + row]];
    },
    packNarrow(values, rows, codeOf, into, low) {
      for (let row = 0; row < rows; row++) {
        const place = (bytes[values + row] - low) & 255;
        if (place < 16) bytes[into + row] += bytes[codeOf + place];
      }
    },
    count(x, y, stride, tables, rows, into) {
      for (let table = 0; table < tables; table++, y += stride) {
        const start = (into >> 2) + (table << countShift);
        for (let row = 0; row < rows; row++)
          whole[start + (bytes[x + row] << width) + bytes[y + row]]++;
      }
    },
    sum(x, y, stride, tables, rows, into, pairs) {
      const from = pairs >> 3;
      for (let table = 0; table < tables; table++, y += stride) {
        const start = (into >> 3) + (table << (countShift + 1));
        for (let row = 0; row < rows; row++) {
          const cell = start + (((bytes[x + row] << width) + bytes[y + row]) << 1);
          real[cell] += real[from + 2 * row];
          real[cell + 1] += real[from + 2 * row + 1];
        }
      }
    },
    countsByX: (table, into, ...digit) => byX(whole, [table >> 2, into >> 2, 1], digit),
    countsByY: (rows, into, ...digit) => byY(whole, [rows >> 2, into >> 2, 1], digit),
    sumsByX: (table, into, ...digit) => byX(real, [table >> 3, into >> 3, 2], digit),
    sumsByY: (rows, into, ...digit) => byY(real, [rows >> 3, into >> 3, 2], digit),
    draw(seed, a, b, draws, people, places, counts, _block, small) {
      const { below } = stream(seed, a, b);
      const [cells, shift] = small ? [short, 1] : [real, 3];
      for (let left = draws; left > 0; left--)
        cells[(counts + whole[(places >> 2) + below(people)]) >> shift]++;
    },
    ...plainProducts(buffer),
    ...plainPanels(buffer),
  };
}

/** From where to where, and how many numbers a cell has. */
type Way = readonly [from: number, into: number, size: number];

function byX(
  numbers: Int32Array | Float64Array,
  [table, into, size]: Way,
  [blocks, radix, values, place, columns]: readonly [number, number, number, number, number],
): void {
  const line = size << width;
  numbers.fill(0, into, into + values * line);
  for (let from = table, row = 0; row < blocks * radix * place; row++, from += line) {
    const digit = Math.floor(row / place) % radix;
    if (digit >= values) continue;
    const to = into + digit * line;
    for (let i = 0; i < columns * size; i++) numbers[to + i] += numbers[from + i];
  }
}

function byY(
  numbers: Int32Array | Float64Array,
  [rows, into, size]: Way,
  [lines, blocks, radix, values, place]: readonly [number, number, number, number, number],
): void {
  numbers.fill(0, into, into + lines * values * size);
  for (let line = 0; line < lines; line++)
    for (let column = 0; column < blocks * radix * place; column++) {
      const digit = Math.floor(column / place) % radix;
      if (digit >= values) continue;
      const to = into + (line * values + digit) * size;
      const from = rows + ((line << width) + column) * size;
      for (let i = 0; i < size; i++) numbers[to + i] += numbers[from + i];
    }
}
