/** The twins of `wasm/panels.as.ts` in plain JavaScript. */
import type { Kernels } from "./kernels.ts";

const rows = 256;

export function plainPanels(buffer: ArrayBuffer): Pick<Kernels, "survey" | "layOut" | "weigh"> {
  const bytes = new Uint8Array(buffer);
  const whole = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  const real = new Float64Array(buffer, 0, buffer.byteLength >> 3);

  return {
    survey(numbers, count, limit, into) {
      let [even, odd, low, high, present] = [0, 0, Infinity, -Infinity, 0];
      for (let i = 0, at = numbers >> 3; i < count; i++, at++) {
        const value = real[at];
        if (!(value > limit)) continue;
        if (i % 2 === 0) even += value;
        else odd += value;
        if (value < low) low = value;
        if (value > high) high = value;
        present++;
      }
      const to = into >> 3;
      real[to] += even;
      real[to + 1] += odd;
      real[to + 2] = Math.min(real[to + 2], low);
      real[to + 3] = Math.max(real[to + 3], high);
      real[to + 4] += present;
    },
    layOut(numbers, limit, centre, scale, panel, mask, list, holes) {
      whole.fill(0, mask >> 2, (mask >> 2) + rows / 32);
      let [has, lacks] = [0, 0];
      for (let row = 0, at = panel >> 3; row < rows; row++, at += 4) {
        const value = real[(numbers >> 3) + row];
        if (value > limit) {
          real[at] = (value - centre) * scale;
          whole[(mask >> 2) + (row >> 5)] |= 1 << (row & 31);
          bytes[list + has++] = row;
        } else {
          real[at] = 0;
          bytes[holes + lacks++] = row;
        }
      }
      if (lacks >= has) return has;
      bytes.copyWithin(list, holes, holes + lacks);
      return ~lacks;
    },
    weigh(panel, mask, weights, weighted, mass) {
      for (let row = 0; row < rows; row++) {
        const known = (whole[(mask >> 2) + (row >> 5)] >>> (row & 31)) & 1;
        const weight = known === 1 ? real[(weights >> 3) + row] : 0;
        real[(weighted >> 3) + 4 * row] = weight * real[(panel >> 3) + 4 * row];
        real[(mass >> 3) + 4 * row] = weight;
      }
    },
  };
}
